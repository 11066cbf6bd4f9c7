package kvlab.grader.cli;

import java.util.List;
import kvlab.grader.grade.SetAside;
import kvlab.grader.grade.result.DamagedResult;
import kvlab.grader.report.PlainText;

/** Files among the results that cannot be relied on. */
final class DamagedList {

    private DamagedList() {}

    /** Prints the list of those that the reports go without, if there are any, and returns what the command exits with. */
    static int tell(List<DamagedResult> damaged) {
        if (damaged.isEmpty()) {
            return ExitCode.OK;
        }
        System.out.println("damaged, or changed by hand, and in no report:");
        damaged.forEach(result -> System.out.println("  " + PlainText.line(result.file() + ": " + result.reason())));
        System.out.println(
                "Grade these submissions again with ./kvlab grade, which keeps such a file under another name;"
                        + " move away what is of no submission. Scores are changed by hand in the gradebook");
        return ExitCode.KIT_FAILED;
    }

    /** Prints a line on one that was in the way of a result. */
    static void tell(SetAside setAside, boolean graded) {
        DamagedResult damaged = setAside.damaged();
        String line = damaged.file() + " was damaged, or changed by hand (" + damaged.reason() + "): "
                + (graded ? damaged.submission() + " was graded again" : "it counts as no result")
                + ", and the file is kept as " + setAside.keptAs().getFileName();
        System.out.println(PlainText.line(line));
    }
}
