package kvlab.grader.grade;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kvlab.diagnostic.Diagnostic;
import kvlab.grader.check.ApiName;
import kvlab.grader.grade.result.Deadline;
import kvlab.grader.grade.result.ReplayCommand;
import kvlab.grader.grade.result.ResultKey;
import kvlab.grader.grade.result.SubmissionHeader;
import kvlab.grader.intake.IntakeResult;
import kvlab.grader.intake.OpenJob;
import kvlab.grader.intake.SourceFile;
import kvlab.grader.intake.StudentUploads;
import kvlab.grader.intake.Submission;
import kvlab.grader.intake.Upload;
import kvlab.grader.intake.files.Origin;
import kvlab.grader.intake.restricted.Findings;
import kvlab.grader.intake.restricted.IssuedKit;
import kvlab.grader.intake.restricted.PristineKit;
import kvlab.grader.intake.restricted.RestrictedFiles;
import kvlab.grader.policy.FileRules;
import kvlab.grader.policy.Policy;

/** Intake by a policy: from a student's uploads to a submission and its header. */
public final class PolicyIntake {

    /** Directories of the kit that a course grades to check its setup. */
    private static final List<String> PARTS = List.of("skeleton", "solution");

    private static final String PACKAGE_COMMENT = "package-info.java";

    private final Policy general;
    private final Concession concession;
    private final Policy policy;
    private final OpenJob.Opener opener;
    private final HandInPolicy handInPolicy;
    private final Path kit;
    private final PristineKit pristine;
    private final List<IssuedKit> issued;
    private final RestrictedFiles restricted;
    private final String kitVersion = ResultKey.ofThisGrader();

    /**
     * @param kit the directory of the kit that students got
     * @param opener opens archives and repositories
     * @throws IOException if the kit cannot be read
     */
    public PolicyIntake(Policy policy, Path kit, OpenJob.Opener opener) throws IOException {
        this(policy, Concession.NONE, kit.toRealPath(), PristineKit.at(kit), IssuedKit.of(kit), opener);
    }

    private PolicyIntake(
            Policy general,
            Concession concession,
            Path kit,
            PristineKit pristine,
            List<IssuedKit> issued,
            OpenJob.Opener opener) {
        this.general = general;
        this.concession = concession;
        this.policy = concession.applyTo(general);
        this.opener = opener;
        this.handInPolicy = new HandInPolicy(policy, opener, this::isStarter);
        this.kit = kit;
        this.pristine = pristine;
        this.issued = issued;
        this.restricted = new RestrictedFiles(pristine, issued, policy.files().allowed());
    }

    /** The same for a student who is granted this. */
    PolicyIntake granting(Concession granted) {
        return granted.isNone() ? this : new PolicyIntake(general, granted, kit, pristine, issued, opener);
    }

    /**
     * An opened submission, not graded yet.
     *
     * @param intake for a received submission, only the files to be compiled
     */
    record Opened(SubmissionHeader header, IntakeResult intake) {}

    /** The sources that grading would compile, of the last hand-in that may count; empty if that cannot be opened. */
    public Optional<List<SourceFile>> sources(StudentUploads uploads) {
        return Attempt.twice(
                () -> SelectedUpload.of(uploads, policy).stream()
                        .flatMap(selected -> handInPolicy.read(selected.upload()).stream())
                        .reduce((earlier, later) -> later)
                        .flatMap(content -> content.result() instanceof IntakeResult.Received received
                                ? Optional.of(
                                        restricted.check(received).submission().files())
                                : Optional.empty()),
                failure -> Optional.empty());
    }

    /** The same files in the original kit. */
    public List<SourceFile> handedOut() {
        return pristine.siblings();
    }

    /** Opens what may count. The result is a value, whatever happens. */
    HandIn open(StudentUploads uploads) {
        return HandIn.of(SelectedUpload.of(uploads, policy).stream()
                .flatMap(selected -> open(selected).stream())
                .toList());
    }

    private List<Opened> open(SelectedUpload selected) {
        Upload upload = selected.upload();
        return Attempt.twice(
                () -> handInPolicy.read(upload).stream()
                        .map(content -> open(selected, content))
                        .toList(),
                failure -> {
                    String path = upload.shownPath();
                    String error = failure.getClass().getSimpleName();
                    IntakeResult result = Attempt.isOfMachine(failure)
                            ? new IntakeResult.NotRead(Diagnostic.of("intake.not-read")
                                    .with("path", path)
                                    .with("reason", error))
                            : new IntakeResult.Unusable(Diagnostic.of("intake.opening-gave-up")
                                    .with("path", path)
                                    .with("error", error));
                    return List.of(opened(selected, HandInPolicy.Content.of(result), result, Findings.NONE, List.of()));
                });
    }

    private Opened open(SelectedUpload selected, HandInPolicy.Content content) {
        if (!(content.result() instanceof IntakeResult.Received received)) {
            return opened(selected, content, content.result(), Findings.NONE, List.of());
        }
        if (isPartOfKit(selected.upload())) {
            return opened(selected, content, received, Findings.NONE, List.of(Diagnostic.of("note.part-of-kit")));
        }
        RestrictedFiles.Checked checked = restricted.check(received);
        boolean refused = !checked.findings().isClean() && policy.files().restricted() == FileRules.Restricted.REFUSE;
        IntakeResult admitted = refused
                ? new IntakeResult.Unusable(
                        checked.findings().refusal(policy.files().allowed()))
                : received.with(checked.submission());
        return opened(selected, content, admitted, checked.findings(), List.of());
    }

    /** @param content before the policy looked at its files */
    private Opened opened(
            SelectedUpload selected,
            HandInPolicy.Content content,
            IntakeResult admitted,
            Findings files,
            List<Diagnostic> more) {
        Upload upload = selected.upload();
        Optional<IntakeResult.Received> received =
                content.result() instanceof IntakeResult.Received whole ? Optional.of(whole) : Optional.empty();
        List<Diagnostic> notes = new ArrayList<>(selected.notes());
        notes.addAll(content.notes());
        received.ifPresent(whole -> notes.addAll(whole.notes()));
        notes.addAll(more);
        List<Diagnostic> review = new ArrayList<>();
        notes.stream().filter(PolicyIntake::isForReview).forEach(review::add);
        notes.removeIf(PolicyIntake::isForReview);
        if (admitted instanceof IntakeResult.Unusable unusable
                && unusable.reason().code().equals("intake.server-misnamed")) {
            review.add(Diagnostic.of("review.misnamed"));
        }
        Optional<Instant> time = content.time(upload);
        notes.addAll(concession.notes(general, time));
        int lateDays = time.map(policy::lateDays).orElse(0);
        if (time.isEmpty() && policy.due().isPresent() && !upload.isNothing()) {
            if (upload.markedLate()) {
                lateDays = concession.isNone() ? 1 : 0;
                review.add(Diagnostic.of(lateDays > 0 ? "review.marked-late" : "review.marked-late-with-more-time"));
            } else {
                notes.add(Diagnostic.of("note.time-unknown"));
            }
        }
        Optional<Origin> origin = received.map(IntakeResult.Received::origin).or(content::commit);
        Optional<ReplayCommand> replay = admitted instanceof IntakeResult.Received graded
                ? Optional.of(replay(upload, received.orElseThrow(), graded.submission()))
                : Optional.empty();
        String path = upload.path().toString();
        Object decisive = admitted instanceof IntakeResult.Received graded ? graded.submission() : admitted;
        String key =
                ResultKey.of(kitVersion, policy.unnamed(), path, replay, origin, time, files, notes, review, decisive);
        return new Opened(
                new SubmissionHeader(
                        upload.student(),
                        path,
                        replay,
                        origin,
                        time,
                        Deadline.of(policy),
                        lateDays,
                        files,
                        notes,
                        review,
                        key),
                admitted);
    }

    private static boolean isForReview(Diagnostic note) {
        return note.code().startsWith("review.");
    }

    /** Whether all that a student may change is as it was handed out. */
    private boolean isStarter(IntakeResult.Received received) {
        return restricted.check(received).isStarter();
    }

    /** Compares the real paths of its files. */
    private boolean isPartOfKit(Upload upload) {
        return upload.parts().values().stream()
                .allMatch(file -> PARTS.stream().anyMatch(part -> file.startsWith(kit.resolve(part))));
    }

    /** The command by which {@code kvlab test} runs the graded sources. */
    private ReplayCommand replay(Upload upload, IntakeResult.Received received, Submission graded) {
        Origin origin = received.origin();
        return new ReplayCommand(
                upload.paths().stream().map(Object::toString).toList(),
                Optional.of(origin.commit()).filter(commit -> !commit.isEmpty()),
                isSame(graded, received.submission())
                        ? List.of()
                        : policy.files().allowed(),
                policy.api().allowed().stream().map(ApiName::text).toList(),
                policy.api().forbidden().stream().map(ApiName::text).toList());
    }

    /** Ignores the {@code package-info.java} that the kit adds: it contains no code. */
    private static boolean isSame(Submission graded, Submission received) {
        Set<SourceFile> before = new HashSet<>(received.files());
        Set<SourceFile> after = new HashSet<>(graded.files());
        boolean commented = before.stream().anyMatch(file -> file.name().equals(PACKAGE_COMMENT));
        after.removeIf(file -> !commented && file.name().equals(PACKAGE_COMMENT));
        return before.equals(after);
    }
}
