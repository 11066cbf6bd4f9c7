package kvlab.grader.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.util.List;
import java.util.Optional;
import kvlab.grader.grade.result.ResultFixture;
import org.junit.jupiter.api.Test;

class FileTroubleTest {

    @Test
    void aFullDiskIsToldWithWhatToDo() {
        String told =
                "/out/a.json: No space left on device. Make room there, and give the command again: what is finished"
                        + " is kept";
        IOException full = new FileSystemException("/out/a.json", null, "No space left on device");
        assertEquals(Optional.of(told), FileTrouble.inWords(full));
        assertEquals(Optional.of(told), FileTrouble.inWords(new IllegalStateException(new UncheckedIOException(full))));
        assertTrue(
                FileTrouble.inWords(new IOException("No space left on device")).isPresent());
    }

    @Test
    void aPlaceThatCannotBeWrittenToIsNamed() {
        assertTells("/out: permission denied", new AccessDeniedException("/out"));
        assertTells("/out is a file, and a directory is needed", new FileAlreadyExistsException("/out"));
        assertTells("/out: Read-only file system", new FileSystemException("/out", null, "Read-only file system"));
        assertTells("/o?[31mut: permission denied", new AccessDeniedException("/o\u001B[31mut"));
    }

    @Test
    void whatMayBeAFaultOfTheKitIsNot() {
        assertEquals(Optional.empty(), FileTrouble.inWords(new IOException("Stream closed")));
        assertEquals(Optional.empty(), FileTrouble.inWords(new IllegalStateException("no")));
        assertEquals(Optional.empty(), FileTrouble.inWords(new FileNotFoundException()));
    }

    @Test
    void aReportThatFindsNoRoomIsNoFaultOfTheKit() {
        GuardedReports reports = new GuardedReports();
        reports.make("grades.csv", () -> {
            throw new FileSystemException("/out/grades.csv", null, "No space left on device");
        });
        reports.make("a page", ResultFixture.passed("alice").submission(), () -> {
            throw new IllegalStateException("a fault");
        });
        assertEquals(
                List.of(true, false),
                reports.missing().stream()
                        .map(GuardedReports.Missing::ofMachine)
                        .toList());
    }

    private static void assertTells(String beginning, IOException trouble) {
        String told = FileTrouble.inWords(trouble).orElseThrow();
        assertTrue(told.startsWith(beginning), told);
    }
}
