package kvlab.grader.grade;

import java.nio.file.Files;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import kvlab.diagnostic.Diagnostic;
import kvlab.grader.intake.Intake;
import kvlab.grader.intake.IntakeResult;
import kvlab.grader.intake.OpenJob;
import kvlab.grader.intake.Upload;
import kvlab.grader.intake.files.ArchiveShape;
import kvlab.grader.intake.files.Origin;
import kvlab.grader.intake.git.Branch;
import kvlab.grader.policy.Due;
import kvlab.grader.policy.HandInRules;
import kvlab.grader.policy.Policy;

/** Opens uploads of the forms that the policy accepts, and refuses others. */
final class HandInPolicy {

    /** Refusals that took long, and that another commit would not change. */
    private static final Set<String> COSTLY = Set.of("intake.too-slow", "intake.opening-died");

    private final Policy policy;
    private final Intake intake;

    HandInPolicy(Policy policy, OpenJob.Opener opener) {
        this.policy = policy;
        HandInRules rules = policy.handIn();
        boolean flatTar = rules.flat() && rules.forms().contains(HandInRules.Form.TAR);
        this.intake = new Intake().withOpener(opener).withShape(flatTar ? ArchiveShape.FLAT_TAR : ArchiveShape.ANY);
    }

    IntakeResult read(Upload upload) {
        IntakeResult result = policy.handIn().branch().isPresent()
                ? onBranch(upload, policy.handIn().branch().get())
                : intake.read(upload);
        return result instanceof IntakeResult.Received received && !isAccepted(upload, received.origin())
                ? new IntakeResult.Unusable(wrongForm(upload, received.origin()))
                : result;
    }

    /** The last commit before the due time; if there is none, the last one before the late limit. */
    private IntakeResult onBranch(Upload upload, String name) {
        if (policy.due().isEmpty()) {
            return intake.withRevision(Branch.named(name)).read(upload);
        }
        Due due = policy.due().get();
        IntakeResult inTime = intake.withRevision(new Branch(name, due.end(0))).read(upload);
        if (inTime instanceof IntakeResult.Unusable unusable
                && !COSTLY.contains(unusable.reason().code())
                && policy.late().mostDays() > 0) {
            Instant last = due.end(policy.late().mostDays());
            IntakeResult late = intake.withRevision(new Branch(name, last)).read(upload);
            return late instanceof IntakeResult.Received ? late : inTime;
        }
        return inTime;
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
