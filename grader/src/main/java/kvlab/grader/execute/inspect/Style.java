package kvlab.grader.execute.inspect;

import java.util.List;

/**
 * Style findings on a submission.
 *
 * @param count the number of all findings
 * @param findings the first of them, by file and line
 */
public record Style(int count, List<Finding> findings) {

    /**
     * A style violation.
     *
     * @param line counted from 1
     * @param message a single line
     */
    public record Finding(String file, int line, String message) {}

    public Style {
        findings = List.copyOf(findings);
    }
}
