package kvlab.grader.cli;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import kvlab.grader.report.PlainText;

/** Results of submissions that are not among what was handed in, perhaps no more. */
final class LeftOverList {

    private LeftOverList() {}

    /**
     * Prints the list, if there is one.
     *
     * @param graded names of the submissions that have a result
     * @param handedIn names of all that were handed in
     * @param source what says so, in words
     */
    static void tell(Collection<String> graded, Set<String> handedIn, String source, Path results) {
        List<String> leftOver =
                graded.stream().filter(name -> !handedIn.contains(name)).toList();
        if (!leftOver.isEmpty()) {
            System.out.println("not in " + source + ", perhaps withdrawn or renamed: "
                    + PlainText.line(String.join(", ", leftOver))
                    + ". The reports have them; to leave one out, delete its .json in " + results);
        }
    }
}
