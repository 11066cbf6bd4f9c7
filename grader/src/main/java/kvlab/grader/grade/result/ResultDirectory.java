package kvlab.grader.grade.result;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.json.JsonMapper;

/**
 * A directory of results, one JSON file for each submission, and beside it perhaps a picture. Only their owner can read them. Files are written
 * atomically. Several writers, also on several machines, may share the directory if no two of them write the same
 * submission.
 *
 * <p>A killed writer leaves at most one draft. The submission then has no result and is graded again, and that writer
 * deletes the draft; so no writer needs to know whether another one is alive.
 */
public final class ResultDirectory {

    private static final String ENDING = ".json";
    private static final String PICTURE = ".picture";
    private static final String DRAFT = ".draft";
    private static final String DAMAGED = ".damaged";
    private static final String OLD = ".old";

    /**
     * The results in the directory, or those of one submission.
     *
     * @param unusable files that should be results and are not
     */
    public record Contents(List<SubmissionResult> results, List<Unusable> unusable) {

        private static final Contents NOTHING = new Contents(List.of(), List.of());

        public Contents {
            results = List.copyOf(results);
            unusable = List.copyOf(unusable);
        }

        private Contents(Unusable file) {
            this(List.of(), List.of(file));
        }
    }

    /**
     * A file that cannot be used: it is no result, another version of the kit wrote it, or it contradicts itself.
     *
     * @param submission the name of the submission, from the file's name
     * @param reason in one line; may quote the file, so it must be escaped for a console
     * @param otherVersion whether another version of the kit wrote it, so that it may be intact
     */
    public record Unusable(Path file, String submission, String reason, boolean otherVersion) {}

    private final Path directory;

    private ResultDirectory(Path directory) {
        this.directory = directory;
    }

    /** @throws IOException if it cannot be created or is not writable */
    public static ResultDirectory open(Path directory) throws IOException {
        OwnerOnlyFiles.createDirectories(directory);
        if (!Files.isWritable(directory)) {
            throw new FileSystemException(directory.toString(), null, "it cannot be written to");
        }
        return new ResultDirectory(directory);
    }

    public Path path() {
        return directory;
    }

    /** Writes the submission's result without a picture, and returns its file. */
    public Path write(SubmissionResult result) throws IOException {
        return write(result, Optional.empty());
    }

    /**
     * Writes the submission's file and returns it. The picture is written before: that of another result is never taken for
     * this one's, and a result that is there has its picture.
     */
    public Path write(SubmissionResult result, Optional<ResultPicture> picture) throws IOException {
        for (Path leftover : drafts(result.submission())) {
            Files.deleteIfExists(leftover);
        }
        if (picture.isPresent()) {
            write(result.submission(), picture(result.submission()), picture.get());
        } else {
            Files.deleteIfExists(picture(result.submission()));
        }
        write(result.submission(), file(result.submission()), result);
        return file(result.submission());
    }

    private void write(String submission, Path file, Object value) throws IOException {
        byte[] text = (ResultJson.MAPPER.writeValueAsString(value) + "\n").getBytes(StandardCharsets.UTF_8);
        Path draft = newDraft(submission);
        try {
            OwnerOnlyFiles.write(draft, text);
            try {
                Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
            } catch (AtomicMoveNotSupportedException oddFileSystem) {
                Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
            }
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    /** The picture that belongs to this result; empty if there is none, or it cannot be read. */
    public Optional<ResultPicture> pictureOf(SubmissionResult result) {
        Path file = picture(result.submission());
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(ResultJson.MAPPER.readValue(Files.readAllBytes(file), ResultPicture.class))
                    .filter(picture -> picture.testIn(result).isPresent());
        } catch (IOException | JacksonException damaged) {
            return Optional.empty();
        }
    }

    /** A path that no other writer uses, on any machine. */
    private Path newDraft(String submission) {
        String mark = HexFormat.of().toHexDigits(new SecureRandom().nextLong());
        return directory.resolve("." + submission + "." + mark + DRAFT);
    }

    /** The drafts of this submission, excluding those of submissions whose names start with its name. */
    private List<Path> drafts(String submission) throws IOException {
        return files("\\." + Pattern.quote(submission) + "\\.[0-9a-f]{16}" + Pattern.quote(DRAFT));
    }

    /** The result of the submission with this name. */
    public Contents read(String submission) {
        Path file = file(submission);
        return Files.exists(file, LinkOption.NOFOLLOW_LINKS) ? read(file) : Contents.NOTHING;
    }

    /** All results, ordered by file name. */
    public Contents readAll() throws IOException {
        List<Contents> all = files().stream().map(this::read).toList();
        return new Contents(
                all.stream().flatMap(one -> one.results().stream()).toList(),
                all.stream().flatMap(one -> one.unusable().stream()).toList());
    }

    /** The names of the submissions that have files, in order; the files are not read. */
    public List<String> submissions() throws IOException {
        return files().stream().map(ResultDirectory::submission).toList();
    }

    /**
     * Renames an unusable file in the same directory, so that it is no longer read as a result, and returns its path.
     */
    public Path setAside(Unusable unusable) throws IOException {
        String name = unusable.file().getFileName() + (unusable.otherVersion() ? OLD : DAMAGED);
        Path aside = directory.resolve(name);
        for (int copy = 2; Files.exists(aside, LinkOption.NOFOLLOW_LINKS); copy++) {
            aside = directory.resolve(name + "-" + copy);
        }
        return Files.move(unusable.file(), aside);
    }

    /** Removes the result of the submission with this name, and its picture, if there is one. */
    public void delete(String submission) throws IOException {
        Files.deleteIfExists(file(submission));
        Files.deleteIfExists(picture(submission));
    }

    private List<Path> files() throws IOException {
        return files("(?s)(?!\\.).*" + Pattern.quote(ENDING));
    }

    /** The files whose names match, in order. */
    private List<Path> files(String pattern) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.getFileName().toString().matches(pattern))
                    .sorted()
                    .toList();
        }
    }

    private Contents read(Path file) {
        String submission = submission(file);
        try {
            return parsed(file, submission);
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            return new Contents(new Unusable(file, submission, "it cannot be read (" + e + ")", false));
        }
    }

    private static Contents parsed(Path file, String submission) {
        byte[] text;
        try {
            text = Files.readAllBytes(file);
        } catch (IOException e) {
            return new Contents(new Unusable(file, submission, "it cannot be read (" + e + ")", false));
        }
        Optional<String> version = otherVersion(text);
        if (version.isPresent()) {
            return new Contents(new Unusable(file, submission, "it is of " + version.get(), true));
        }
        try {
            SubmissionResult result = ResultJson.MAPPER.readValue(text, SubmissionResult.class);
            return objection(result, submission)
                    .map(reason -> new Contents(new Unusable(file, submission, reason, false)))
                    .orElseGet(() -> new Contents(List.of(result), List.of()));
        } catch (JacksonException e) {
            return new Contents(
                    new Unusable(file, submission, "it is no result: " + where(e) + e.getOriginalMessage(), false));
        }
    }

    /** The result's schema version, if it is not this kit's. */
    private static Optional<String> otherVersion(byte[] text) {
        try {
            String version = new JsonMapper().readTree(text).path("schema").asString("");
            return version.matches("kvlab/result/\\d{1,9}") && !version.equals(SubmissionResult.SCHEMA)
                    ? Optional.of(version)
                    : Optional.empty();
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    /** @param result null if the file contains only {@code null} */
    private static Optional<String> objection(SubmissionResult result, String submission) {
        if (result == null) {
            return Optional.of("it is no result: it says null");
        }
        if (!result.schema().equals(SubmissionResult.SCHEMA)) {
            return Optional.of("it is of " + result.schema() + ", not of " + SubmissionResult.SCHEMA);
        }
        if (!composed(result.submission()).equals(composed(submission))) {
            return Optional.of("it is the result of " + result.submission());
        }
        return Contradictions.in(result).stream().findFirst();
    }

    /** The name in NFC: some file systems list names in decomposed form. */
    private static String composed(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC);
    }

    private static String where(JacksonException e) {
        TokenStreamLocation location = e.getLocation();
        return location == null || location.getLineNr() < 1 ? "" : "line " + location.getLineNr() + ": ";
    }

    private Path file(String submission) {
        return directory.resolve(submission + ENDING);
    }

    private Path picture(String submission) {
        return directory.resolve(submission + PICTURE);
    }

    private static String submission(Path file) {
        String name = file.getFileName().toString();
        return name.substring(0, name.length() - ENDING.length());
    }
}
