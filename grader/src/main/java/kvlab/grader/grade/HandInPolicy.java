package kvlab.grader.grade;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import kvlab.diagnostic.Diagnostic;
import kvlab.grader.grade.result.Deadline;
import kvlab.grader.intake.Intake;
import kvlab.grader.intake.IntakeResult;
import kvlab.grader.intake.OpenJob;
import kvlab.grader.intake.Upload;
import kvlab.grader.intake.files.ArchiveShape;
import kvlab.grader.intake.files.Origin;
import kvlab.grader.intake.git.Branch;
import kvlab.grader.intake.git.Candidates;
import kvlab.grader.intake.git.CommitId;
import kvlab.grader.intake.git.CommitRule;
import kvlab.grader.policy.Due;
import kvlab.grader.policy.HandInRules;
import kvlab.grader.policy.Policy;

/** Opens uploads of the forms that the policy accepts, and refuses others. */
final class HandInPolicy {

    /** A course hands out one state of its files, and perhaps mends it. */
    private static final int MAX_STARTERS = 20;

    /** The arguments of diagnostics on commits that are times. */
    private static final List<String> TIMES = List.of("deadline", "last", "time");

    private final Policy policy;
    private final Intake intake;
    private final Predicate<IntakeResult.Received> isStarter;

    /** @param isStarter whether a commit has only what the course handed out, and so is no hand-in */
    HandInPolicy(Policy policy, OpenJob.Opener opener, Predicate<IntakeResult.Received> isStarter) {
        this.policy = policy;
        HandInRules rules = policy.handIn();
        boolean flatTar = rules.flat() && rules.forms().contains(HandInRules.Form.TAR);
        this.intake = new Intake()
                .withOpener(opener)
                .withShape(flatTar ? ArchiveShape.FLAT_TAR : ArchiveShape.ANY)
                .withFolder(rules.folder());
        this.isStarter = isStarter;
    }

    /**
     * What an upload holds: the upload itself, or a commit of a repository.
     *
     * @param commit present for a commit, even if its files are unusable
     */
    record Content(IntakeResult result, Optional<Origin> commit, List<Diagnostic> notes) {

        static Content of(IntakeResult result) {
            return new Content(result, Optional.empty(), List.of());
        }

        /** When it was handed in, as far as is known. */
        Optional<Instant> time(Upload upload) {
            return result instanceof IntakeResult.Received received
                    ? received.time()
                    : Intake.time(upload, commit.flatMap(Origin::date));
        }
    }

    /** The contents of which one may count, in order of preference; at least one. */
    List<Content> read(Upload upload) {
        Optional<String> branch = policy.handIn().branch();
        if (branch.isEmpty() || !Intake.isRepository(upload)) {
            return List.of(Content.of(accepted(upload, intake.read(upload))));
        }
        try {
            return commits(upload, rule(Branch.named(branch.get()), upload.time()));
        } catch (IOException | RuntimeException e) {
            IntakeResult failed = Intake.failed(upload, e);
            return List.of(Content.of(
                    failed instanceof IntakeResult.Unusable unusable
                            ? new IntakeResult.Unusable(byCourseClock(unusable.reason()))
                            : failed));
        }
    }

    /** The same with its times by the course's clock. */
    private Diagnostic byCourseClock(Diagnostic diagnostic) {
        Diagnostic local = diagnostic;
        for (String name : TIMES) {
            if (diagnostic.arguments().containsKey(name)) {
                local = local.with(name, byCourseClock(diagnostic.argument(name)));
            }
        }
        return local;
    }

    private String byCourseClock(String time) {
        try {
            return Deadline.text(Deadline.of(policy), Instant.parse(time));
        } catch (DateTimeParseException impossible) {
            return time;
        }
    }

    private List<Content> commits(Upload upload, CommitRule rule) throws IOException {
        Candidates found = intake.find(upload, rule);
        List<Diagnostic> notes = found.notes().stream().map(this::byCourseClock).toList();
        List<Content> contents = new ArrayList<>();
        Set<String> starters = new LinkedHashSet<>();
        for (Origin commit : found.commits()) {
            IntakeResult result =
                    intake.withRevision(new CommitId(commit.commit())).read(upload);
            if (result instanceof IntakeResult.Received received) {
                if (isStarter.test(received)) {
                    starters.add(commit.commit());
                }
                result = accepted(upload, received.from(commit));
            }
            contents.add(new Content(result, Optional.of(commit), notes));
        }
        boolean isFinal = starters.isEmpty() || rule.leftOut().size() >= MAX_STARTERS;
        return isFinal ? contents : commits(upload, rule.without(starters));
    }

    /**
     * The rule for a repository.
     *
     * @param given when it was handed in, by what the staff says: then later commits count as handed in at that time
     */
    private CommitRule rule(Branch branch, Optional<Instant> given) {
        if (policy.due().isEmpty()) {
            return new CommitRule(branch, Optional.empty(), Instant.MAX, Set.of());
        }
        Due due = policy.due().get();
        boolean best = policy.handIn().counts() == HandInRules.Counts.BEST;
        return new CommitRule(
                branch,
                best ? Optional.of(end(due, 0, given)) : Optional.empty(),
                end(due, policy.late().mostDays(), given),
                Set.of());
    }

    private static Instant end(Due due, int lateDays, Optional<Instant> given) {
        Instant end = due.end(lateDays);
        return given.filter(time -> !time.isAfter(end)).isPresent() ? Instant.MAX : end;
    }

    private IntakeResult accepted(Upload upload, IntakeResult result) {
        return result instanceof IntakeResult.Received received && !isAccepted(upload, received.origin())
                ? new IntakeResult.Unusable(wrongForm(upload, received.origin()))
                : result;
    }

    /** The work tree of a repository counts as git if the policy names no branch. */
    private boolean isAccepted(Upload upload, Origin origin) {
        Set<HandInRules.Form> taken = policy.handIn().forms();
        boolean isRepository = origin.form() == Origin.Form.DIRECTORY
                && Files.isDirectory(upload.path().resolve(".git"));
        return taken.contains(form(origin)) || isRepository && taken.contains(HandInRules.Form.GIT);
    }

    private Diagnostic wrongForm(Upload upload, Origin origin) {
        return Diagnostic.of("intake.wrong-form")
                .with("path", upload.shownPath())
                .with("form", inWords(form(origin)))
                .with(
                        "forms",
                        policy.handIn().forms().stream()
                                .map(HandInPolicy::inWords)
                                .collect(Collectors.joining(" or ")));
    }

    private static String inWords(HandInRules.Form form) {
        return switch (form) {
            case DIRECTORY -> "a directory or source files";
            case GIT -> "a git repository";
            case TAR -> "a .tar archive";
            case ZIP -> "a .zip archive";
        };
    }

    private static HandInRules.Form form(Origin origin) {
        return switch (origin.form()) {
            case DIRECTORY, SOURCE_FILES -> HandInRules.Form.DIRECTORY;
            case TAR -> HandInRules.Form.TAR;
            case ZIP -> HandInRules.Form.ZIP;
            case GIT -> HandInRules.Form.GIT;
        };
    }
}
