package kvlab.grader.grade;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kvlab.grader.grade.result.ReplayCommand;
import kvlab.grader.intake.IntakeResult;
import kvlab.grader.intake.Origin;
import kvlab.grader.intake.SourceFile;
import kvlab.grader.intake.Submission;
import kvlab.grader.intake.Upload;
import kvlab.grader.policy.ApiName;
import kvlab.grader.policy.Policy;

/** How {@code kvlab test} gets at the sources that were graded. */
final class GradedSources {

    private final Policy policy;

    GradedSources(Policy policy) {
        this.policy = policy;
    }

    /** @param graded what was made of what had been received */
    ReplayCommand replay(Upload upload, IntakeResult.Received received, Submission graded) {
        return new ReplayCommand(
                upload.paths().stream().map(Object::toString).toList(),
                received.origin() instanceof Origin.Commit commit ? Optional.of(commit.id()) : Optional.empty(),
                isSame(graded, received.submission())
                        ? List.of()
                        : policy.files().allowed(),
                policy.api().allowed().stream().map(ApiName::toString).toList(),
                policy.api().forbidden().stream().map(ApiName::toString).toList());
    }

    /** Apart from a comment on the package that the kit adds: there is no code in it. */
    private static boolean isSame(Submission graded, Submission received) {
        Set<SourceFile> before = new HashSet<>(received.files());
        Set<SourceFile> after = new HashSet<>(graded.files());
        boolean commented = received.files().stream().anyMatch(GradedSources::isComment);
        after.removeIf(file -> !commented && isComment(file));
        return before.equals(after);
    }

    private static boolean isComment(SourceFile file) {
        return file.name().equals("package-info.java");
    }
}
