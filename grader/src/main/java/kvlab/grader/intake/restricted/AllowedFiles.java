package kvlab.grader.intake.restricted;

import java.nio.file.FileSystems;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;

/** The files of a kit that students may change or add. */
public final class AllowedFiles {

    /** In the kit that students get. */
    private static final String SOURCES = "skeleton/src/main/java/lab/";

    private final List<PathMatcher> globs;

    /**
     * @param sources the directory of the kit's {@code KvServer.java}, with a trailing slash
     * @param globs as in {@link java.nio.file.FileSystem#getPathMatcher}, of paths in the kit; one without a slash is meant
     *     in that directory, so that {@code KvServer.java} is all that the core lab needs
     * @throws IllegalArgumentException if one is not a glob
     */
    public AllowedFiles(String sources, List<String> globs) {
        this.globs = globs.stream()
                .map(glob -> glob.contains("/") ? glob : sources + glob)
                .map(glob -> FileSystems.getDefault().getPathMatcher("glob:" + glob))
                .toList();
    }

    /** Those of a kit as students get it. */
    public static AllowedFiles inKit(List<String> globs) {
        return new AllowedFiles(SOURCES, globs);
    }

    /** @param path in the kit, with slashes */
    public boolean includes(String path) {
        try {
            Path inKit = Path.of(path);
            return globs.stream().anyMatch(glob -> glob.matches(inKit));
        } catch (InvalidPathException e) {
            // A name that is invalid on this system is not allowed by any policy.
            return false;
        }
    }
}
