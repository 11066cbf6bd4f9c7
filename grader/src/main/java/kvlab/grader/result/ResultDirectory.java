package kvlab.grader.result;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where results are kept, one JSON file for each submission. A file is either the old one or all of the new one, whenever
 * the writer is killed. Many writers may share the directory, on several machines, as long as each has submissions of its own.
 *
 * <p>A killed writer leaves at most the draft it was at. It has not written that submission's result, so the submission is
 * graded again, and who writes then clears the draft away: nobody has to find out which other writers are still alive.
 */
public final class ResultDirectory {

    private static final String ENDING = ".json";
    private static final String DRAFT = ".draft";
    private static final int DRAFT_MARK_DIGITS = 16;

    private final JsonMapper json = JsonMapper.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(EnumFeature.WRITE_ENUMS_TO_LOWERCASE)
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .changeDefaultVisibility(members -> members.withGetterVisibility(Visibility.NONE)
                    .withIsGetterVisibility(Visibility.NONE)
                    .withFieldVisibility(Visibility.ANY))
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

    public Path path() {
        return directory;
    }

    /** Writes the submission's file and returns it. */
    public Path write(SubmissionResult result) throws IOException {
        byte[] text = (json.writeValueAsString(result) + "\n").getBytes(StandardCharsets.UTF_8);
        Path file = file(result.submission());
        for (Path leftover : drafts(result.submission())) {
            Files.deleteIfExists(leftover);
        }
        Path draft = newDraft(result.submission());
        try {
            Files.write(draft, text);
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

    /** Unlike any other writer's, on whichever machine. */
    private Path newDraft(String submission) {
        byte[] mark = new byte[DRAFT_MARK_DIGITS / 2];
        new SecureRandom().nextBytes(mark);
        return directory.resolve("." + submission + "." + HexFormat.of().formatHex(mark) + DRAFT);
    }

    /** Of this submission alone, and not of another whose name begins like its. */
    private List<Path> drafts(String submission) throws IOException {
        String beginning = "." + submission + ".";
        int length = beginning.length() + DRAFT_MARK_DIGITS + DRAFT.length();
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> {
                        String name = file.getFileName().toString();
                        return name.startsWith(beginning) && name.endsWith(DRAFT) && name.length() == length;
                    })
                    .toList();
        }
    }

    /**
     * The result of the submission with this name; empty if there is none.
     *
     * @throws UnreadableResultException if the file is there and is not what {@link #write} writes
     */
    public Optional<SubmissionResult> read(String submission) throws IOException {
        Path file = file(submission);
        return Files.exists(file) ? Optional.of(read(file)) : Optional.empty();
    }

    /**
     * All results, by the submissions' names.
     *
     * @throws UnreadableResultException if some file is not what {@link #write} writes
     */
    public List<SubmissionResult> readAll() throws IOException {
        List<SubmissionResult> results = new ArrayList<>();
        for (Path file : files()) {
            results.add(read(file));
        }
        return results;
    }

    /** Removes the result of the submission with this name, if there is one. */
    public void delete(String submission) throws IOException {
        Files.deleteIfExists(file(submission));
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> {
                        String name = file.getFileName().toString();
                        return name.endsWith(ENDING) && !name.startsWith(".");
                    })
                    .sorted()
                    .toList();
        }
    }

    private SubmissionResult read(Path file) throws IOException {
        try {
            SubmissionResult result = json.readValue(Files.readAllBytes(file), SubmissionResult.class);
            if (!result.schema().equals(SubmissionResult.SCHEMA)) {
                throw new UnreadableResultException(file, "it is of " + result.schema());
            }
            return result;
        } catch (JacksonException e) {
            throw new UnreadableResultException(file, e.getOriginalMessage());
        }
    }

    private Path file(String submission) {
        return directory.resolve(submission + ENDING);
    }
}
