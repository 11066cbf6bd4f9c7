package kvlab.grader.export.gradebook;

import java.util.ArrayList;
import java.util.List;
import kvlab.grader.grade.result.SubmissionResult;
import kvlab.grader.policy.Points;
import kvlab.grader.report.Escaped;
import kvlab.grader.report.LostPoints;

/** What a student reads beside the grade. Moodle shows it as HTML, so what comes from a submission is escaped. */
final class Feedback {

    /** One line, since not every program keeps lines apart within a cell. */
    String html(SubmissionResult result) {
        List<String> lines = new ArrayList<>();
        lines.add("Score: " + Points.text(result.score()) + " / "
                + Points.text(result.terms().maxScore()));
        lines.addAll(LostPoints.inWords(result));
        return String.join("<br />", lines.stream().map(Escaped::html).toList());
    }
}
