package kvlab.grader.export.autograder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GradescopeSubmissionTest {

    @TempDir
    private Path directory;

    @Test
    void namesTheGroupTheTimeAndTheDueDate() throws IOException {
        GradescopeSubmission submission = read("""
            {"id": 7, "created_at": "2026-12-05T00:10:00.5-05:00",
             "assignment": {"due_date": "2026-12-04T23:59:00-05:00"},
             "users": [{"name": "Ann\\u001b Lee", "email": "a@x.edu", "sid": "1"},
                       {"name": "Bo", "email": "b@x.edu", "sid": null}]}
            """);
        assertEquals(
                new GradescopeSubmission(
                        "7",
                        "Ann? Lee, Bo",
                        "1",
                        "a@x.edu, b@x.edu",
                        Optional.of(Instant.parse("2026-12-05T05:10:00.5Z")),
                        Optional.of(Instant.parse("2026-12-05T04:59:00Z"))),
                submission);
    }

    @Test
    void anExtensionTakesTheDueDatesPlace() throws IOException {
        GradescopeSubmission submission = read("""
            {"assignment": {"due_date": "2026-12-04T00:00:00Z"},
             "users": [{"assignment": {"due_date": "2026-12-09T00:00:00Z"}}]}
            """);
        assertEquals(Optional.of(Instant.parse("2026-12-09T00:00:00Z")), submission.due());
    }

    @Test
    void whatIsNotThereIsNotKnown() throws IOException {
        GradescopeSubmission nothing = new GradescopeSubmission("", "", "", "", Optional.empty(), Optional.empty());
        assertEquals(nothing, read("{\"created_at\": 12, \"users\": {}, \"assignment\": {\"due_date\": \"soon\"}}"));
        assertEquals(nothing, GradescopeSubmission.read(directory.resolve("no-such")));
        assertThrows(IOException.class, () -> read("{"));
    }

    private GradescopeSubmission read(String text) throws IOException {
        return GradescopeSubmission.read(Files.writeString(directory.resolve("metadata.json"), text));
    }
}
