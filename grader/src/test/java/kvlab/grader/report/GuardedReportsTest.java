package kvlab.grader.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import kvlab.grader.grade.result.ResultFixture;
import kvlab.grader.grade.result.SubmissionResult;
import org.junit.jupiter.api.Test;

class GuardedReportsTest {

    private final GuardedReports reports = new GuardedReports();

    private final List<SubmissionResult> results =
            List.of(ResultFixture.passed("alice"), ResultFixture.passed("mallory"), ResultFixture.passed("zoe"));

    @Test
    void whatOverflowsTheStackForOneResultIsMadeForTheOthers() {
        assertEquals(Optional.of("alice, zoe"), reports.render("table", results, GuardedReportsTest::overflowing));
        assertEquals(
                List.of(new GuardedReports.Missing(
                        "table", Optional.of("mallory"), "java.lang.StackOverflowError", false)),
                reports.missing());
    }

    @Test
    void whatFailsOnAllTogetherIsMissing() {
        Optional<String> none = reports.render("table", results, shown -> {
            if (shown.size() > 1) {
                throw new OutOfMemoryError("\u001b[2J");
            }
            return "";
        });
        assertEquals(Optional.empty(), none);
        assertEquals(
                List.of(new GuardedReports.Missing(
                        "table", Optional.empty(), "java.lang.OutOfMemoryError: ?[2J", false)),
                reports.missing());
    }

    @Test
    void aFullDiskCostsThePagesThatDoNotFit() throws IOException {
        assertFalse(reports.make("page", "alice", () -> {
            throw new FileSystemException("page", null, "No space left on device");
        }));
        assertTrue(reports.make("page", "zoe", () -> {}));
        assertEquals(
                List.of(Optional.of("alice")),
                reports.missing().stream()
                        .map(GuardedReports.Missing::submission)
                        .toList());
    }

    private static String overflowing(List<SubmissionResult> shown) {
        if (shown.stream().anyMatch(result -> result.submission().equals("mallory"))) {
            return overflowing(shown) + shown;
        }
        return shown.stream().map(SubmissionResult::submission).collect(Collectors.joining(", "));
    }
}
