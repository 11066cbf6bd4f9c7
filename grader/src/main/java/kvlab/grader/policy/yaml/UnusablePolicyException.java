package kvlab.grader.policy.yaml;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** A policy file is invalid. Contains all problems, by line; the message has one line for each. */
public final class UnusablePolicyException extends Exception {

    private static final long serialVersionUID = 1;

    /**
     * A problem of a policy file.
     *
     * @param file as the caller wrote it
     * @param line from 1; 0 if it concerns the whole file
     * @param key the full path of the key, such as {@code late.most-days}; empty if it concerns none
     * @param message the expected value, and the actual one
     */
    public record Problem(String file, int line, String key, String message) {

        /** In the form that editors turn into a link: {@code file:line: key: message}. One line, safe on a terminal. */
        @Override
        public String toString() {
            String text = file + (line == 0 ? "" : ":" + line) + ": " + (key.isEmpty() ? "" : key + ": ") + message;
            return text.replaceAll("[\\p{Cc}\\p{Cf}]", "?");
        }
    }

    private final transient List<Problem> problems;

    UnusablePolicyException(Collection<Problem> found) {
        super(byLine(found).stream().map(Problem::toString).collect(Collectors.joining("\n")));
        this.problems = byLine(found);
    }

    public List<Problem> problems() {
        return problems;
    }

    private static List<Problem> byLine(Collection<Problem> found) {
        return found.stream().sorted(Comparator.comparingInt(Problem::line)).toList();
    }
}
