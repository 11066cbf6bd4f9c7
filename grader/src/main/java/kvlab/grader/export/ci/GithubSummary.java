package kvlab.grader.export.ci;

import java.nio.charset.StandardCharsets;
import java.util.List;
import kvlab.grader.grade.result.StudentView;
import kvlab.grader.grade.result.SubmissionResult;
import kvlab.grader.policy.Points;
import kvlab.grader.policy.score.TestResult;
import kvlab.grader.report.Escaped;
import kvlab.grader.report.PlainText;
import kvlab.grader.report.ResultWords;

/**
 * Results as a GitHub job summary: Markdown with embedded HTML. Text from a submission is escaped and put into {@code
 * code} elements on one line, where GitHub interprets neither markup nor Markdown, mentions or links.
 */
public final class GithubSummary {

    /** GitHub drops a summary that is larger than 1 MiB as a whole. */
    private static final int MAX_BYTES = 1_000_000;

    private static final int MAX_TEXT_LENGTH = 2_000;
    private static final String LEFT_OUT = "\nMore is left out: GitHub takes no longer summaries.\n";

    /** Renders the part that the policy shows to students. */
    public String render(List<SubmissionResult> results) {
        StringBuilder summary = new StringBuilder();
        int bytes = LEFT_OUT.length();
        for (SubmissionResult result : results) {
            String section = section(result);
            bytes += section.getBytes(StandardCharsets.UTF_8).length;
            if (bytes > MAX_BYTES) {
                return summary.append(LEFT_OUT).toString();
            }
            summary.append(section);
        }
        return summary.toString();
    }

    private static String section(SubmissionResult whole) {
        SubmissionResult result = StudentView.of(whole);
        StringBuilder section = new StringBuilder("\n<h3>" + code(result.submission()) + " "
                + Escaped.html(ResultWords.score(result)) + "</h3>\n\n<p>" + code(ResultWords.counted(result))
                + ResultWords.due(result).map(due -> " " + code(due)).orElse("") + "</p>\n\n<table>\n"
                + "<tr><th>test</th><th>verdict</th><th>points</th><th>schedules</th><th></th></tr>\n");
        result.tests().forEach(test -> section.append(row(test)));
        section.append("</table>\n\n");
        List<String> reasons = ResultWords.lostPoints(whole);
        if (!reasons.isEmpty()) {
            section.append("<ul>\n");
            reasons.forEach(
                    reason -> section.append("<li>").append(code(reason)).append("</li>\n"));
            section.append("</ul>\n");
        }
        if (!result.decided()) {
            section.append("\nThe grader itself could not decide something, which is not your fault.\n");
        }
        return section.toString();
    }

    private static String row(TestResult test) {
        String replay = test.replay().map(GithubSummary::code).orElse("");
        return "<tr><td>" + Escaped.html(ResultWords.name(test)) + "</td><td>"
                + test.verdict().inFiles() + "</td><td>" + Points.text(test.earned()) + " / "
                + Points.text(test.worth()) + "</td><td>" + test.schedulesRun() + "</td><td>" + replay
                + "</td></tr>\n";
    }

    private static String code(String text) {
        String line = PlainText.line(text);
        String shown = line.length() > MAX_TEXT_LENGTH ? line.substring(0, MAX_TEXT_LENGTH) + " ..." : line;
        return "<code>" + Escaped.html(shown) + "</code>";
    }
}
