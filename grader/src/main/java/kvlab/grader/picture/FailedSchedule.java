package kvlab.grader.picture;

import java.util.Optional;
import kvlab.diagnostic.Diagnostic;
import kvlab.explain.Explanation;
import kvlab.history.History;
import kvlab.record.Recording;

/**
 * What a picture shows.
 *
 * @param title names the schedule, such as {@code Test 5: Kv operations through re-election}
 * @param replay the command that runs the schedule again
 * @param verdict in one word, such as {@code Failed}
 * @param finding what the verdict says
 * @param detail more of it in lines, possibly empty
 * @param recording the events of the schedule; of one that hangs, those until then
 * @param history the calls of its clients
 * @param explanation its story, possibly without lines
 * @param handout the link from the page to the handout's page, if that is at hand
 */
public record FailedSchedule(
        String title,
        String replay,
        String verdict,
        Diagnostic finding,
        String detail,
        Recording recording,
        History history,
        Explanation explanation,
        Optional<String> handout) {}
