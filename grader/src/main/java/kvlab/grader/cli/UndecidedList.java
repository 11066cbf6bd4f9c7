package kvlab.grader.cli;

import java.util.List;
import kvlab.grader.grade.result.SubmissionResult;

/** The submissions that a TA must look after, because the kit could not decide something about them. */
final class UndecidedList {

    private UndecidedList() {}

    /** Prints the list, if there is one, and returns what the command exits with. */
    static int tell(List<SubmissionResult> results) {
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
}
