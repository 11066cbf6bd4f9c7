package kvlab.grader.cli;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import kvlab.grader.grade.result.SubmissionResult;
import kvlab.grader.report.PlainText;

/** What a TA must look after among results: each method prints nothing if there is nothing of its kind. */
final class ResultWarnings {

    private ResultWarnings() {}

    /** Lists what the kit could not decide, and returns what the command exits with. */
    static int undecided(List<SubmissionResult> results) {
        List<String> undecided = results.stream()
                .filter(result -> !result.decided())
                .map(SubmissionResult::submission)
                .toList();
        if (undecided.isEmpty()) {
            return ExitCode.OK;
        }
        System.out.println("not decided, and no student's fault: " + String.join(", ", undecided)
                + ". Try them again with --retry-infrastructure");
        return ExitCode.KIT_FAILED;
    }

    /**
     * Lists results whose submissions are not there, perhaps no more.
     *
     * @param graded names of the submissions that have a result
     * @param handedIn names of all submissions
     * @param source what names these, in words
     */
    static void leftOver(Collection<String> graded, Set<String> handedIn, String source, Path results) {
        List<String> leftOver =
                graded.stream().filter(name -> !handedIn.contains(name)).toList();
        if (!leftOver.isEmpty()) {
            System.out.println("not in " + source + ", perhaps withdrawn or renamed: "
                    + PlainText.line(String.join(", ", leftOver))
                    + ". The reports have them; to leave one out, delete its .json in " + results);
        }
    }
}
