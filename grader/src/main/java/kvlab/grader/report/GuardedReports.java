package kvlab.grader.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import kvlab.grader.grade.result.SubmissionResult;

/**
 * Makes reports one by one, and records what cannot be made. A failure of any kind, stack and memory included, costs one
 * report or one result's part of it, and not the others: results contain texts that submissions wrote.
 */
public final class GuardedReports {

    /**
     * A report, or one submission's part of it, that could not be made.
     *
     * @param report its name
     * @param submission empty if the whole report is missing
     * @param reason in one line, for a console
     * @param ofMachine whether the machine's files are the reason, not the kit
     */
    public record Missing(String report, Optional<String> submission, String reason, boolean ofMachine) {

        static Missing of(String report, Optional<String> submission, Throwable failure) {
            Optional<String> trouble = FileTrouble.what(failure);
            return new Missing(
                    report,
                    submission,
                    trouble.orElseGet(() -> PlainText.line(failure.toString())),
                    trouble.isPresent());
        }
    }

    /** Makes and writes one report. */
    @FunctionalInterface
    public interface Making {
        void run() throws IOException;
    }

    private final List<Missing> missing = new ArrayList<>();

    /** All that could not be made so far. */
    public List<Missing> missing() {
        return List.copyOf(missing);
    }

    /** Makes a report on one submission, or records that it is missing. Returns whether it was made. */
    public boolean make(String report, String submission, Making making) {
        return made(report, Optional.of(submission), making);
    }

    /** Makes a report on all submissions, or records that it is missing. */
    public void make(String report, Making making) {
        made(report, Optional.empty(), making);
    }

    /**
     * Renders a report on several results; if that fails, on those that can be rendered alone. The others are recorded.
     * Empty if nothing can be rendered.
     */
    public <T> Optional<T> render(
            String report, List<SubmissionResult> results, Function<List<SubmissionResult>, T> rendering) {
        try {
            return Optional.of(rendering.apply(results));
        } catch (Throwable whole) {
            List<SubmissionResult> sound = results.stream()
                    .filter(result -> make(report, result.submission(), () -> rendering.apply(List.of(result))))
                    .toList();
            if (sound.size() < results.size()) {
                return render(report, sound, rendering);
            }
            missing.add(Missing.of(report, Optional.empty(), whole));
            return Optional.empty();
        }
    }

    private boolean made(String report, Optional<String> submission, Making making) {
        try {
            making.run();
            return true;
        } catch (Throwable failure) {
            missing.add(Missing.of(report, submission, failure));
            return false;
        }
    }
}
