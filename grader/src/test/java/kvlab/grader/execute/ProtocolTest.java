package kvlab.grader.execute;

import static kvlab.grader.TestDiagnostics.saying;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import kvlab.diagnostic.Diagnostic;
import kvlab.diagnostic.SourcePlace;
import kvlab.schedule.Seeds;
import kvlab.schedule.Statistics;
import kvlab.schedule.StopRule;
import kvlab.schedule.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProtocolTest {

    private static final String NONCE = "5ec4e7";
    private static final Diagnostic WITH_PLACE = Diagnostic.of("schedule.blocked")
            .with("scope", "server 1")
            .with("coroutine", "put\n\u0000")
            .at(new SourcePlace("KvServer.java", "KvServer$Waiting", "put", 57));
    private static final Statistics REMARKED = new Statistics(
            5_000, 3, 12, 4, List.of(Diagnostic.of("remark.no-pause").with("requests", 9)));

    private final Protocol protocol = new Protocol();

    static List<Report> reports() {
        return List.of(
                new Report.Running(),
                new Report.TestStarted(3),
                new Report.ScheduleEnded(3, 1, new Verdict.Passed()),
                new Report.ScheduleEnded(3, 1, new Verdict.Passed(REMARKED)),
                new Report.ScheduleEnded(3, -9_007_199_254_740_993L, new Verdict.Failed(saying("a\n\"b\"\u0000"), "c")),
                new Report.ScheduleEnded(3, 1, new Verdict.TimedOut(WITH_PLACE, "")),
                new Report.ScheduleEnded(3, 1, new Verdict.Crashed(saying(""), "")),
                new Report.ScheduleEnded(3, 1, new Verdict.Refused(saying(""), "")),
                new Report.ScheduleEnded(3, 1, new Verdict.Undecided(saying(""), "")),
                new Report.ScheduleEnded(3, 1, new Verdict.InfrastructureError(saying(""), "")),
                new Report.TestEnded(3),
                new Report.Explained(3, 1, "a\n"),
                new Report.PicturePiece(3, 1, "AAAA"),
                new Report.PictureTooLarge(3, 1),
                new Report.Done(),
                new Report.KitFailed(new Verdict.InfrastructureError(saying("broken"), "trace")));
    }

    @ParameterizedTest
    @MethodSource("reports")
    void everyReportSurvivesTheJourneyOnOneLine(Report report) {
        String line = protocol.writeReport(NONCE, report);
        assertFalse(line.contains("\n"), line);
        assertEquals(Optional.of(report), protocol.readReport(NONCE, line, Report.class));
    }

    @Test
    void aJobSurvivesTheJourney() {
        byte[] bytes = {(byte) 0xCA, (byte) 0xFE, 0, '\n'};
        Child.Job job = new Child.Job(
                NONCE,
                Map.of("lab.KvServer", bytes),
                LabSuite.of("core", List.of(1)),
                new Seeds(5, 4, StopRule.afterFailures(3)),
                2,
                true,
                Optional.of(new Child.FailedSchedule(1, 6, true)));
        Child.Job read = protocol.readJob(protocol.writeJob(job), Child.Job.class);
        assertArrayEquals(bytes, read.classes().get("lab.KvServer"));
        assertEquals(
                job,
                new Child.Job(
                        read.nonce(), job.classes(), read.suite(), read.seeds(), 2, read.explains(), read.failed()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "TEST 1 Passed",
                "{\"nonce\":\"guess\",\"report\":{\"report\":\"Done\"}}",
                "{\"nonce\":\"5ec4e7",
                "{\"nonce\":\"5ec4e7\"}",
                "{\"nonce\":\"5ec4e7\",\"report\":{\"report\":\"AllPassed\"}}",
                "{\"nonce\":\"5ec4e7\",\"report\":{\"report\":\"PicturePiece\",\"test\":1,\"seed\":1}}",
                "{\"nonce\":\"no\",\"report\":{\"report\":\"KitFailed\",\"error\":{\"diagnostic\":null,\"detail\":\"5ec4e7\"}}}"
            })
    void whatASubmissionPrintsIsNotTakenForAReport(String line) {
        assertEquals(Optional.empty(), protocol.readReport(NONCE, line, Report.class));
    }
}
