package kvlab.grader.policy;

import java.util.List;

/**
 * The files that students may change, and the treatment of others.
 *
 * @param allowed names without a directory; {@code *} stands for any characters
 * @param restricted the treatment of other files of the kit that were changed, added or deleted
 */
public record FileRules(List<String> allowed, Restricted restricted) {

    /** The treatment of changes to other files. */
    public enum Restricted {
        /** The submission is refused. */
        REFUSE,
        /** The kit's file is used instead, and added files are ignored. */
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
