package kvlab.grader.execute.inspect;

import java.util.List;

/**
 * What makes a submission hard to read.
 *
 * @param count of all findings
 * @param findings the first of them, by file and line
 */
public record Style(int count, List<Finding> findings) {

    /**
     * One of them.
     *
     * @param line the first is 1
     * @param message in a line
     */
    public record Finding(String file, int line, String message) {}

    public Style {
        findings = List.copyOf(findings);
    }
}
