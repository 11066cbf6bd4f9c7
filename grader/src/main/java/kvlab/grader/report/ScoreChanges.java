package kvlab.grader.report;

import java.util.List;
import java.util.stream.Collectors;
import kvlab.grader.grade.result.SubmissionResult;

/** The scores that change when results replace earlier ones. */
public record ScoreChanges(List<ScoreChanges.Change> changes) {

    /** One submission's two results. */
    public record Change(SubmissionResult from, SubmissionResult to) {

        boolean isOfScore() {
            return !ResultWords.score(from).equals(ResultWords.score(to));
        }

        String inWords() {
            return from.submission() + ": " + ResultWords.score(from)
                    + (isOfScore() ? " -> " + ResultWords.score(to) : ", as before");
        }
    }

    public ScoreChanges {
        changes = List.copyOf(changes);
    }

    public boolean isEmpty() {
        return changes.isEmpty();
    }

    /** A summary line, then one line per change. */
    public String render() {
        long scores = changes.stream().filter(Change::isOfScore).count();
        return "graded again, since the submission, the policy or the kit is another than before: " + changes.size()
                + ", of which "
                + scores + (scores == 1 ? " score changes" : " scores change") + "\n"
                + changes.stream().map(change -> "  " + change.inWords() + "\n").collect(Collectors.joining());
    }
}
