package kvlab.grader.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Reads the submission that a path leads to. */
public final class SubmissionReader {

    private static final long LARGEST_FILE_BYTES = 1 << 20;
    private static final int MOST_FILES = 100;

    /**
     * Refuses a path that is not there or cannot be read, before anything else is done with it.
     *
     * @throws UnusableSourceException if so
     */
    public void requireReadable(Path path) throws UnusableSourceException {
        if (!Files.exists(path)) {
            throw new UnusableSourceException("there is nothing at " + path
                    + ": give the directory that holds your KvServer.java, for example: ./kvlab test skeleton");
        }
        if (!Files.isReadable(path) || (Files.isDirectory(path) && !Files.isExecutable(path))) {
            throw new UnusableSourceException(path + " cannot be read: give yourself permission (chmod -R u+rX " + path
                    + ") or name another path");
        }
    }

    /**
     * Reads {@code KvServer.java} below the path, or at it, and the sources in the same directory; where there is none,
     * {@code StudentRaft.java}.
     *
     * @throws UnusableSourceException if there is none, more than one, or one that cannot be read
     */
    public Submission read(Path path) throws UnusableSourceException {
        requireReadable(path);
        try {
            Path root = path.toRealPath();
            Path mainFile = new MainFileSearch(path).find(root);
            return new Submission(path.toString(), readBeside(mainFile));
        } catch (IOException e) {
            throw new UnusableSourceException(
                    "reading the submission at " + path + " failed: " + e + ": see that every file in it can be read");
        }
    }

    /** What people call the submission at a path: its directory. */
    public static String nameOf(Path path) {
        Path whole = path.toAbsolutePath().normalize();
        Path directory = Files.isDirectory(whole) ? whole : whole.getParent();
        return directory == null || directory.getFileName() == null
                ? "submission"
                : directory.getFileName().toString();
    }

    private static List<SourceFile> readBeside(Path mainFile) throws IOException, UnusableSourceException {
        List<Path> sources = new ArrayList<>();
        sources.add(mainFile);
        try (Stream<Path> siblings = Files.list(mainFile.getParent())) {
            siblings.filter(MainFileSearch::isPlainSource)
                    .filter(file -> !file.equals(mainFile))
                    .sorted()
                    .limit(MOST_FILES)
                    .forEach(sources::add);
        }
        if (sources.size() > MOST_FILES) {
            throw new UnusableSourceException("there are more than " + MOST_FILES + " source files in "
                    + mainFile.getParent() + ": hand in " + mainFile.getFileName() + " alone");
        }
        List<SourceFile> files = new ArrayList<>();
        for (Path source : sources) {
            if (Files.size(source) > LARGEST_FILE_BYTES) {
                throw new UnusableSourceException(source + " is larger than " + LARGEST_FILE_BYTES
                        + " bytes: a server is a few hundred lines; take out what was generated or pasted in");
            }
            files.add(new SourceFile(source.getFileName().toString(), SourceText.decode(Files.readAllBytes(source))));
        }
        return files;
    }
}
