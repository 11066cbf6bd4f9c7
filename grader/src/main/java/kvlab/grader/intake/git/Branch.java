package kvlab.grader.intake.git;

import java.time.Instant;
import java.util.regex.Pattern;

/**
 * Selects the last commit on a branch at or before the deadline, by committer time. Only first parents are followed, so
 * the commit was once the tip of the branch.
 *
 * @param deadline {@link Instant#MAX} if there is none
 */
public record Branch(String name, Instant deadline) implements Revision {

    /** Git itself cannot make longer ones on usual file systems. */
    private static final int MAX_LENGTH = 250;

    /** Possessive: each name is read once, without recursion. */
    private static final Pattern NAME =
            Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.+@-]*+(?:/[A-Za-z0-9_][A-Za-z0-9_.+@-]*+)*+");

    /** @throws IllegalArgumentException if no branch can have this name */
    public Branch {
        if (name.length() > MAX_LENGTH || !NAME.matcher(name).matches() || name.contains("..")) {
            throw new IllegalArgumentException("\"" + name + "\" cannot be the name of a git branch");
        }
    }

    /** The branch as it is now. */
    public static Branch named(String name) {
        return new Branch(name, Instant.MAX);
    }

    boolean hasDeadline() {
        return !deadline.equals(Instant.MAX);
    }
}
