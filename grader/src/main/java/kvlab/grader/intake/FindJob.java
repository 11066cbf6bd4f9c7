package kvlab.grader.intake;

import java.io.IOException;
import java.nio.file.Path;
import kvlab.diagnostic.Diagnostic;
import kvlab.grader.intake.files.IntakeLimits;
import kvlab.grader.intake.files.NotReadException;
import kvlab.grader.intake.files.TooSlowException;
import kvlab.grader.intake.files.UnusableException;
import kvlab.grader.intake.git.Candidates;
import kvlab.grader.intake.git.CommitRule;
import kvlab.grader.intake.git.GitRepository;

/**
 * A git repository whose commits are looked through for those of which one may count.
 *
 * @param directory its work tree, or itself if it is bare
 */
public record FindJob(Path directory, CommitRule rule, IntakeLimits limits) implements IntakeJob {

    /**
     * Does it in this process.
     *
     * @throws UnusableException if there is none
     * @throws NotReadException if the clone is too shallow to tell
     * @throws TooSlowException if it takes too long
     * @throws IOException if it cannot be read
     */
    public Candidates find() throws IOException {
        return GitRepository.at(directory, limits)
                .orElseThrow(() -> new UnusableException(Diagnostic.of("intake.no-repository")))
                .candidates(rule);
    }
}
