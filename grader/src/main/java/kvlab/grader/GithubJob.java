package kvlab.grader;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import kvlab.grader.report.ci.GithubAnnotations;
import kvlab.grader.report.ci.GithubSummary;
import kvlab.grader.result.SubmissionResult;

/**
 * The job of GitHub Actions that this runs in. GitHub takes lines of the output for commands, so it is told to stop before
 * anything that a submission may have a say in is printed, and until a word is said that nobody else knows.
 */
final class GithubJob {

    private static final int WORD_BYTES = 16;

    private final PrintStream out;
    private final Optional<Path> summary;
    private final String word;

    /** @param summary the file that GitHub has named for the summary */
    GithubJob(PrintStream out, Optional<Path> summary) {
        this.out = out;
        this.summary = summary;
        byte[] random = new byte[WORD_BYTES];
        new SecureRandom().nextBytes(random);
        this.word = HexFormat.of().formatHex(random);
        out.println("::stop-commands::" + word);
    }

    static GithubJob here() {
        return new GithubJob(
                System.out,
                Optional.ofNullable(System.getenv("GITHUB_STEP_SUMMARY")).map(Path::of));
    }

    /** Reports and returns what the command exits with: a job is green for full marks alone. */
    int end(List<SubmissionResult> results) throws IOException {
        resume();
        new GithubAnnotations().lines(results).forEach(out::println);
        if (summary.isPresent()) {
            Files.write(
                    summary.get(),
                    new GithubSummary().render(results).getBytes(StandardCharsets.UTF_8),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        }
        boolean full = results.stream()
                .allMatch(result -> result.score().compareTo(result.terms().maxScore()) >= 0);
        return full ? ExitCode.OK : ExitCode.TEST_FAILED;
    }

    /** Lets GitHub take lines for commands again. */
    private void resume() {
        out.println("::" + word + "::");
    }
}
