package kvlab.grader.policy;

import java.util.List;

/**
 * Which files are the student's, and what happens to the others.
 *
 * @param allowed names without a directory; {@code *} stands for any characters
 * @param restricted what is done about a file of the kit that was changed, added or deleted
 */
public record FileRules(List<String> allowed, Restricted restricted) {

    /** What is done about a file that is not the student's to change. */
    public enum Restricted {
        /** The submission is refused. */
        REFUSE,
        /** The kit's own file is used instead, and one that was added is left out. */
        REPLACE
    }

    public FileRules {
        allowed = List.copyOf(allowed);
    }

    /** Whether a student may hand in a file of this name, a name without a directory. */
    public boolean allows(String name) {
        return allowed.stream().anyMatch(pattern -> name.matches("(?s)\\Q" + pattern.replace("*", "\\E.*\\Q") + "\\E"));
    }
}
