package kvlab.grader.intake.git;

import java.util.regex.Pattern;

/** The last commit of a branch. */
public record Branch(String name) implements Revision {

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

    /** The branch of this name. */
    public static Branch named(String name) {
        return new Branch(name);
    }
}
