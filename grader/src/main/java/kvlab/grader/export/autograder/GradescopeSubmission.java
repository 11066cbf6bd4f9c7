package kvlab.grader.export.autograder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.stream.Collectors;
import kvlab.grader.report.PlainText;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The contents of Gradescope's {@code submission_metadata.json}; missing or malformed values are empty.
 *
 * @param id Gradescope's number of the submission; may be empty
 * @param names for a group all names, separated by commas; likewise numbers and addresses
 * @param due the due time; with an extension, the student's own
 */
public record GradescopeSubmission(
        String id, String names, String numbers, String emails, Optional<Instant> created, Optional<Instant> due) {

    /** @throws IOException if the file exists but cannot be read */
    public static GradescopeSubmission read(Path file) throws IOException {
        JsonNode metadata = tree(file);
        JsonNode users = metadata.path("users");
        Optional<Instant> own = users.valueStream()
                .flatMap(user -> time(user.path("assignment").path("due_date")).stream())
                .max(Instant::compareTo);
        return new GradescopeSubmission(
                metadata.path("id").asString("").replaceAll("\\D+", ""),
                joined(users, "name"),
                joined(users, "sid"),
                joined(users, "email"),
                time(metadata.path("created_at")),
                own.or(() -> time(metadata.path("assignment").path("due_date"))));
    }

    private static JsonNode tree(Path file) throws IOException {
        JsonMapper json = new JsonMapper();
        try {
            return Files.isRegularFile(file) ? json.readTree(Files.readAllBytes(file)) : json.createObjectNode();
        } catch (JacksonException e) {
            throw new IOException(file + " is not JSON: " + e.getOriginalMessage(), e);
        }
    }

    private static String joined(JsonNode users, String field) {
        return users.valueStream()
                .map(user -> PlainText.line(user.path(field).asString("")))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private static Optional<Instant> time(JsonNode node) {
        try {
            return node.isString()
                    ? Optional.of(OffsetDateTime.parse(node.asString()).toInstant())
                    : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
