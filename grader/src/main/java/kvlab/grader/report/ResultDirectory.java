package kvlab.grader.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import kvlab.grader.policy.Policy;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Where results are kept, one JSON file for each submission. A file is either the old one or all of the new one. */
public final class ResultDirectory {

    private final JsonMapper json = JsonMapper.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .build();

    private final Path directory;

    private ResultDirectory(Path directory) {
        this.directory = directory;
    }

    /** @throws IOException if it is not there and cannot be made, or cannot be written to */
    public static ResultDirectory open(Path directory) throws IOException {
        Files.createDirectories(directory);
        if (!Files.isWritable(directory)) {
            throw new IOException(directory + " cannot be written to");
        }
        return new ResultDirectory(directory);
    }

    /** Writes the submission's file and returns it. */
    public Path write(Policy policy, Graded graded) throws IOException {
        String text = json.writeValueAsString(ResultFile.of(policy, graded)) + "\n";
        Path file = directory.resolve(graded.name() + ".json");
        Path draft = directory.resolve(
                "." + graded.name() + "." + ProcessHandle.current().pid() + ".draft");
        try {
            Files.write(draft, text.getBytes(StandardCharsets.UTF_8));
            try {
                Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
            } catch (AtomicMoveNotSupportedException oddFileSystem) {
                Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
            }
        } finally {
            Files.deleteIfExists(draft);
        }
        return file;
    }
}
