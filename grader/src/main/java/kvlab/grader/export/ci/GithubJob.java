package kvlab.grader.export.ci;

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
import kvlab.grader.export.autograder.GithubClassroomResult;
import kvlab.grader.grade.result.SubmissionResult;
import kvlab.grader.report.GuardedReports;

/**
 * The current job of GitHub Actions. GitHub interprets output lines as commands, so command processing is disabled,
 * with a secret token to resume it, before any text that a submission may influence is printed.
 */
public final class GithubJob {

    private static final int WORD_BYTES = 16;

    private final PrintStream out;
    private final Optional<Path> summary;
    private final Optional<Path> outputs;
    private final String word;

    /**
     * @param summary the file that GitHub provides for the summary
     * @param outputs the file that GitHub provides for outputs to later steps
     */
    GithubJob(PrintStream out, Optional<Path> summary, Optional<Path> outputs) {
        this.out = out;
        this.summary = summary;
        this.outputs = outputs;
        byte[] random = new byte[WORD_BYTES];
        new SecureRandom().nextBytes(random);
        this.word = HexFormat.of().formatHex(random);
        out.println("::stop-commands::" + word);
    }

    public static GithubJob here() {
        return new GithubJob(System.out, file("GITHUB_STEP_SUMMARY"), file("GITHUB_OUTPUT"));
    }

    private static Optional<Path> file(String variable) {
        return Optional.ofNullable(System.getenv(variable)).map(Path::of);
    }

    /**
     * Reports the results, and returns whether the job succeeds, which requires full marks. For a single decided
     * submission, later steps get the result as the output {@code result}.
     *
     * @param reports records what cannot be reported
     */
    public boolean end(List<SubmissionResult> results, GuardedReports reports) throws IOException {
        out.println("::" + word + "::");
        reports.render("annotations", results, new GithubAnnotations(SourcePaths::of)::lines)
                .ifPresent(lines -> lines.forEach(out::println));
        reports.render("summary", results, new GithubSummary()::render)
                .ifPresent(text -> reports.make("summary", () -> add(summary, text)));
        if (results.size() == 1 && results.get(0).decided()) {
            output("result", new GithubClassroomResult().render(results.get(0)));
        }
        return results.stream()
                .allMatch(result -> result.score().compareTo(result.terms().maxScore()) >= 0);
    }

    /** @param value one line */
    public void output(String name, String value) throws IOException {
        add(outputs, name + "=" + value + "\n");
    }

    private static void add(Optional<Path> file, String text) throws IOException {
        if (file.isPresent()) {
            Files.write(
                    file.get(),
                    text.getBytes(StandardCharsets.UTF_8),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        }
    }
}
