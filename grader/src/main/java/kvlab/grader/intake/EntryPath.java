package kvlab.grader.intake;

import java.util.ArrayList;
import java.util.List;
import kvlab.diagnostic.Diagnostic;

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
            throw UnusableException.holding(
                    Diagnostic.of("intake.path-too-long").with("characters", path.length()), path);
        }
        if (path.startsWith("/") || path.matches("[A-Za-z]:.*")) {
            throw UnusableException.holding(Diagnostic.of("intake.absolute-path"), path);
        }
        List<String> parts = new ArrayList<>();
        for (String part : path.split("/")) {
            if (part.equals("..")) {
                throw UnusableException.holding(Diagnostic.of("intake.path-leads-out"), path);
            }
            if (!part.isEmpty() && !part.equals(".")) {
                parts.add(part);
            }
        }
        if (parts.size() > MAX_DEPTH) {
            throw new UnusableException(Diagnostic.of("intake.too-deep").with("depth", parts.size()));
        }
        return new EntryPath(parts);
    }

    /** @throws UnusableException if a part of it cannot be seen on a screen as it is */
    void requireVisible() throws UnusableException {
        if (parts.stream().flatMapToInt(String::codePoints).anyMatch(Shown::isInvisible)) {
            throw UnusableException.holding(Diagnostic.of("intake.invisible-name"), toString());
        }
    }

    @Override
    public String toString() {
        return String.join("/", parts);
    }
}
