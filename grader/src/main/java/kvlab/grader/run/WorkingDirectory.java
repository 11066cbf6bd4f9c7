package kvlab.grader.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** An empty directory that is deleted, with whatever is then in it, on closing. */
public record WorkingDirectory(Path path) implements AutoCloseable {

    public static WorkingDirectory create() throws IOException {
        return new WorkingDirectory(Files.createTempDirectory("kvlab-"));
    }

    @Override
    public void close() throws IOException {
        try (Stream<Path> files = Files.walk(path)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
