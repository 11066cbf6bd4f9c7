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
 * An empty directory that is deleted, with whatever is then in it, on closing. Its name tells which process made it, so
 * that what a killed grader left behind is found by the next.
 */
public record WorkingDirectory(Path path) implements AutoCloseable {

    private static final Pattern NAME = Pattern.compile("kvlab-([0-9]{1,10})-[0-9]+");

    /** Makes one where this machine keeps temporary files, and deletes those whose maker has ended. */
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
                // Others may write here too: what is not ours could be turned into a link to what is.
                if (Files.getOwner(file, LinkOption.NOFOLLOW_LINKS).equals(owner)) {
                    new WorkingDirectory(file).close();
                }
            }
        } catch (IOException anotherIsAtIt) {
            // They take no room to speak of, and the next child's directory is another occasion.
        }
    }

    private static boolean isLeftover(Path file) {
        Matcher name = NAME.matcher(file.getFileName().toString());
        return name.matches() && ProcessHandle.of(Long.parseLong(name.group(1))).isEmpty();
    }

    /** Does nothing if it is gone. */
    @Override
    public void close() throws IOException {
        PathUtils.delete(path);
    }
}
