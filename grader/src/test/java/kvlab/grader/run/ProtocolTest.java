package kvlab.grader.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import kvlab.grader.compile.CompileError;
import kvlab.grader.intake.SourceFile;
import kvlab.schedule.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProtocolTest {

    private static final String NONCE = "5ec4e7";

    private final Protocol protocol = new Protocol();

    static List<Report> reports() {
        return List.of(
                new Report.Compiling(),
                new Report.Running(),
                new Report.Rejected("does not compile", List.of(new CompileError("KvServer.java", 1, 2, "x", "y"))),
                new Report.TestStarted(3),
                new Report.ScheduleEnded(3, 1, new Verdict.Passed()),
                new Report.ScheduleEnded(3, -9_007_199_254_740_993L, new Verdict.Failed("a\n\"b\"\u0000", "c")),
                new Report.ScheduleEnded(3, 1, new Verdict.TimedOut("", "")),
                new Report.ScheduleEnded(3, 1, new Verdict.Crashed("", "")),
                new Report.ScheduleEnded(3, 1, new Verdict.Refused("", "")),
                new Report.ScheduleEnded(3, 1, new Verdict.Undecided("", "")),
                new Report.ScheduleEnded(3, 1, new Verdict.InfrastructureError("", "")),
                new Report.TestEnded(3),
                new Report.Done(),
                new Report.KitFailed("broken", "trace"));
    }

    @ParameterizedTest
    @MethodSource("reports")
    void everyReportSurvivesTheJourneyOnOneLine(Report report) {
        String line = protocol.write(NONCE, report);
        assertFalse(line.contains("\n"), line);
        assertEquals(Optional.of(report), protocol.readReport(NONCE, line));
    }

    @Test
    void aJobSurvivesTheJourney() {
        Job job = new Job(
                NONCE,
                List.of(new SourceFile("KvServer.java", "é\n")),
                "core",
                List.of(1),
                new Seeds(5, 2),
                2,
                List.of("java.util.Scanner: next"),
                List.of("java.util.Random"));
        assertEquals(job, protocol.readJob(protocol.write(job)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "TEST 1 Passed",
                "{\"nonce\":\"guess\",\"report\":{\"report\":\"done\"}}",
                "{\"nonce\":\"5ec4e7",
                "{\"nonce\":\"5ec4e7\"}",
                "{\"nonce\":\"5ec4e7\",\"report\":{\"report\":\"allPassed\"}}",
                "{\"nonce\":\"no\",\"report\":{\"report\":\"kitFailed\",\"message\":\"5ec4e7\",\"detail\":\"\"}}"
            })
    void whatASubmissionPrintsIsNotTakenForAReport(String line) {
        assertEquals(Optional.empty(), protocol.readReport(NONCE, line));
    }

    @Test
    void anEndlessLineComesInPiecesAndTheNextOneIsWhole() throws IOException {
        String flood = "x".repeat(1 << 20) + "\nshort\ncut off";
        try (BoundedLines lines = new BoundedLines(new ByteArrayInputStream(flood.getBytes(StandardCharsets.UTF_8)))) {
            int length = 0;
            Optional<String> line = lines.next();
            while (line.isPresent() && !line.get().equals("short")) {
                assertTrue(line.get().length() < 1 << 19);
                length += line.get().length();
                line = lines.next();
            }
            assertEquals(1 << 20, length);
            assertEquals(Optional.of("short"), line);
            assertEquals(Optional.empty(), lines.next());
        }
    }
}
