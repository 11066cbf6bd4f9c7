package kvlab.grader.execute.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.io.file.PathUtils;

/**
 * A temporary directory that is deleted with its contents on closing. Its name contains the creating process, so that a
 * later grader can delete what a killed one left behind.
 */
public record WorkingDirectory(Path path) implements AutoCloseable {

    private static final Pattern NAME = Pattern.compile("kvlab-([0-9]{1,10})-[0-9]+");

    /** Creates one in the system's directory for temporary files, and deletes those of processes that have ended. */
    public static WorkingDirectory create() throws IOException {
        WorkingDirectory directory = new WorkingDirectory(
                Files.createTempDirectory("kvlab-" + ProcessHandle.current().pid() + "-"));
        directory.clearLeftovers();
        return directory;
    }

    private void clearLeftovers() {
        try (Stream<Path> files = Files.list(path.getParent())) {
            UserPrincipal owner = Files.getOwner(path);
            for (Path file : files.filter(WorkingDirectory::isLeftover).toList()) {
                // Other users can write here too and could replace a directory by a link: delete only our own.
                if (Files.getOwner(file, LinkOption.NOFOLLOW_LINKS).equals(owner)) {
                    new WorkingDirectory(file).close();
                }
            }
        } catch (IOException anotherIsAtIt) {
            // They are small, and the next call tries again.
        }
    }

    private static boolean isLeftover(Path file) {
        Matcher name = NAME.matcher(file.getFileName().toString());
        return name.matches() && ProcessHandle.of(Long.parseLong(name.group(1))).isEmpty();
    }

    /** Does nothing if the directory is already deleted. */
    @Override
    public void close() throws IOException {
        PathUtils.delete(path);
    }
}
