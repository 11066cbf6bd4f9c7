package kvlab.grader.grade;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import kvlab.grader.intake.ArchiveShape;
import kvlab.grader.intake.Branch;
import kvlab.grader.intake.Intake;
import kvlab.grader.intake.IntakeResult;
import kvlab.grader.intake.Origin;
import kvlab.grader.intake.Upload;
import kvlab.grader.policy.Due;
import kvlab.grader.policy.HandInRules;
import kvlab.grader.policy.Policy;

/** Opens hand-ins as a policy wants them, and turns away those of another form. */
final class HandInPolicy {

    private final Policy policy;
    private final Intake intake;

    HandInPolicy(Policy policy) {
        this.policy = policy;
        HandInRules rules = policy.handIn();
        boolean flatTar = rules.flat() && rules.forms().contains(HandInRules.Form.TAR);
        this.intake = new Intake().withShape(flatTar ? ArchiveShape.FLAT_TAR : ArchiveShape.ANY);
    }

    IntakeResult read(Upload upload) {
        IntakeResult receipt = policy.handIn().branch().isPresent()
                ? onBranch(upload, policy.handIn().branch().get())
                : intake.read(upload);
        return receipt instanceof IntakeResult.Received received
                ? refusal(received)
                        .<IntakeResult>map(line -> new IntakeResult.Unusable(received.student(), line))
                        .orElse(received)
                : receipt;
    }

    /** The last commit that is in time; if there is none, the last that still counts. */
    private IntakeResult onBranch(Upload upload, String name) {
        if (policy.due().isEmpty()) {
            return intake.withBranch(Branch.named(name)).read(upload);
        }
        Due due = policy.due().get();
        IntakeResult inTime = intake.withBranch(new Branch(name, due.end(0))).read(upload);
        if (inTime instanceof IntakeResult.Unusable && policy.late().mostDays() > 0) {
            Instant last = due.end(policy.late().mostDays());
            IntakeResult late = intake.withBranch(new Branch(name, last)).read(upload);
            return late instanceof IntakeResult.Received ? late : inTime;
        }
        return inTime;
    }

    private Optional<String> refusal(IntakeResult.Received received) {
        HandInRules.Form form = form(received.origin());
        boolean isRepository = form == HandInRules.Form.DIRECTORY
                && Files.isDirectory(Path.of(received.submission().path()).resolve(".git"));
        if (policy.handIn().forms().contains(form)
                || isRepository && policy.handIn().forms().contains(HandInRules.Form.GIT)) {
            return Optional.empty();
        }
        String taken =
                policy.handIn().forms().stream().map(HandInPolicy::inWords).collect(Collectors.joining(" or "));
        return Optional.of(received.submission().path() + " is " + inWords(form) + ", and this lab takes " + taken
                + ": hand your work in like that");
    }

    static String inWords(Origin origin) {
        return origin instanceof Origin.Commit commit
                ? "commit " + commit.id() + " on branch " + commit.branch()
                : ((Origin.Files) origin).name().toLowerCase(Locale.ROOT).replace('_', ' ');
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
        if (origin instanceof Origin.Commit) {
            return HandInRules.Form.GIT;
        }
        return switch ((Origin.Files) origin) {
            case DIRECTORY, SOURCE_FILES -> HandInRules.Form.DIRECTORY;
            case TAR -> HandInRules.Form.TAR;
            case ZIP -> HandInRules.Form.ZIP;
        };
    }
}
