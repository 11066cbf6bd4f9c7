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
            return from.submission() + ": " + ResultWords.score(from) + " -> " + ResultWords.score(to);
        }
    }

    public ScoreChanges {
        changes = List.copyOf(changes);
    }

    public boolean isEmpty() {
        return changes.isEmpty();
    }

    /** A summary line, then one line per score that changes. */
    public String render() {
        List<Change> ofScores = changes.stream().filter(Change::isOfScore).toList();
        return "graded again, since the submission, what is known of it, the policy or the kit is another than before: "
                + changes.size() + ", of which " + ofScores.size()
                + (ofScores.size() == 1 ? " score changes" : " scores change") + "\n"
                + ofScores.stream()
                        .map(change -> "  " + change.inWords() + "\n")
                        .collect(Collectors.joining());
    }
}
