package kvlab.grader.intake;

import java.util.ArrayList;
import java.util.List;

/**
 * The path of a file within a submission, from a name that may try anything.
 *
 * @param parts none of them empty, {@code .} or {@code ..}; empty for the root itself
 */
record EntryPath(List<String> parts) {

    private static final int MAX_LENGTH = 500;
    private static final int MAX_DEPTH = 50;

    EntryPath {
        parts = List.copyOf(parts);
    }

    /**
     * Windows' backslashes count as slashes, whatever system the archive was made on.
     *
     * @throws UnusableException if the name leads out of the submission, or is no name
     */
    static EntryPath of(String name) throws UnusableException {
        String path = name.replace('\\', '/');
        if (path.length() > MAX_LENGTH) {
            throw new UnusableException("holds a file whose path has " + path.length() + " characters ("
                    + Shown.name(path) + "): pack your source files without the directories around them");
        }
        if (path.startsWith("/") || path.matches("[A-Za-z]:.*")) {
            throw new UnusableException("holds a file with an absolute path, " + Shown.name(path)
                    + ": pack your files from within their directory");
        }
        List<String> parts = new ArrayList<>();
        for (String part : path.split("/")) {
            if (part.equals("..")) {
                throw new UnusableException("holds a file whose path leads out of it, " + Shown.name(path)
                        + ": pack your files from within their directory");
            }
            if (!part.isEmpty() && !part.equals(".")) {
                parts.add(part);
            }
        }
        if (parts.size() > MAX_DEPTH) {
            throw new UnusableException("holds directories nested " + parts.size()
                    + " deep: pack your source files without the directories around them");
        }
        return new EntryPath(parts);
    }

    /** @throws UnusableException if a part of it cannot be seen on a screen as it is */
    void requireVisible() throws UnusableException {
        if (parts.stream().flatMapToInt(String::codePoints).anyMatch(Shown::isInvisible)) {
            throw new UnusableException("holds a file whose name has control characters, " + Shown.name(toString())
                    + ": rename it or leave it out");
        }
    }

    @Override
    public String toString() {
        return String.join("/", parts);
    }
}
