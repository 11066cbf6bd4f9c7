package kvlab.grader.execute;

import static kvlab.grader.TestDiagnostics.saying;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kvlab.diagnostic.Diagnostic;
import kvlab.grader.picture.Picture;
import kvlab.schedule.Seeds;
import kvlab.schedule.Verdict;
import org.junit.jupiter.api.Test;

class SessionLogTest {

    private static final Verdict PASSED = new Verdict.Passed();
    private static final Verdict FAILED = new Verdict.Failed(saying("wrong value"), "");
    private static final Child.Job JOB = new Child.Job(
            "nonce", Map.of(), LabSuite.of("core", List.of(1, 2)), new Seeds(1, 2), 2, true, Optional.empty());

    private final SessionLog log = new SessionLog(JOB, ExecutionLimits.DEFAULT);

    @Test
    void aJobDoneInOrderIsCompleted() {
        running();
        test(1);
        test(2);
        tell(new Report.Done());
        assertTrue(log.isOver());
        Session session = exited(0);
        assertInstanceOf(Session.Completed.class, session.ending());
        assertEquals(Set.of(1, 2), session.finished().keySet());
    }

    @Test
    void aFailedScheduleIsExplainedAfterAllTests() {
        running();
        tell(
                new Report.TestStarted(1),
                new Report.ScheduleEnded(1, 1, PASSED),
                new Report.ScheduleEnded(1, 2, FAILED),
                new Report.TestEnded(1));
        test(2);
        Report.Explained told = new Report.Explained(1, 2, "it forgets\n");
        tell(told, new Report.Done());
        Session session = exited(0);
        assertInstanceOf(Session.Completed.class, session.ending());
        assertEquals(Optional.of(told), session.explained());
    }

    @Test
    void aScheduleThatPassedCannotBeExplained() {
        running();
        test(1);
        test(2);
        tell(new Report.Explained(1, 2, "it forgets\n"));
        assertInstanceOf(Session.Broken.class, exited(0).ending());
    }

    @Test
    void aPictureThatMakesNoSenseCostsOnlyThePicture() {
        failing();
        tell(new Report.PicturePiece(1, 2, "AA"), new Report.PicturePiece(1, 2, "</script>"), new Report.Done());
        Session session = exited(0);
        assertInstanceOf(Session.Completed.class, session.ending());
        assertEquals(missing("picture.damaged"), session.drawn());
        assertEquals(Set.of(1, 2), session.finished().keySet());
    }

    @Test
    void ofAnEndlessPictureLittleIsKept() {
        failing();
        Report piece = new Report.PicturePiece(1, 2, "A".repeat(100_000));
        for (int length = 0; length <= ReceivedPicture.MAX_LENGTH; length += 100_000) {
            tell(piece);
        }
        assertEquals(missing("picture.too-large"), exited(0).drawn());
    }

    @Test
    void aPictureIsTakenOfAFailedScheduleOnlyAndAfterAllTests() {
        failing();
        tell(new Report.PicturePiece(1, 1, "AAAA"));
        Session session = exited(0);
        assertInstanceOf(Session.Broken.class, session.ending());
        assertEquals(Optional.empty(), session.drawn());

        SessionLog early = new SessionLog(JOB, ExecutionLimits.DEFAULT);
        early.accept(new Report.Running());
        early.accept(new Report.TestStarted(1));
        early.accept(new Report.PictureTooLarge(1, 2));
        assertEquals(Optional.empty(), early.close(new SessionLog.Exited(0)).drawn());
    }

    @Test
    void whoFloodsTheOutputWhileItIsExplainedHasDoneItsTests() {
        failing();
        log.unreported("x".repeat((int) ExecutionLimits.DEFAULT.outputBytes() + 1));
        assertTrue(log.isOver());
        assertInstanceOf(Session.Completed.class, exited(0).ending());
    }

    private void failing() {
        running();
        tell(
                new Report.TestStarted(1),
                new Report.ScheduleEnded(1, 1, PASSED),
                new Report.ScheduleEnded(1, 2, FAILED),
                new Report.TestEnded(1));
        test(2);
    }

    private static Optional<Session.Drawn> missing(String why) {
        return Optional.of(new Session.Drawn(1, 2, new Picture.Missing(Diagnostic.of(why))));
    }

    @Test
    void aProcessThatDiesExplainingHasDoneItsTests() {
        running();
        test(1);
        test(2);
        assertInstanceOf(Session.Completed.class, exited(1).ending());
    }

    @Test
    void aVerdictNobodyAskedForMakesTheReportWorthless() {
        running();
        tell(new Report.TestStarted(1), new Report.ScheduleEnded(1, 3, PASSED));
        assertInstanceOf(Session.Broken.class, exited(0).ending());
    }

    @Test
    void aSecondVerdictOfTheSameScheduleMakesTheReportWorthless() {
        running();
        Report once = new Report.ScheduleEnded(1, 1, PASSED);
        tell(new Report.TestStarted(1), once, once);
        assertInstanceOf(Session.Broken.class, exited(0).ending());
    }

    @Test
    void aTestThatEndsWithSchedulesMissingIsTheKitsFault() {
        running();
        tell(new Report.TestStarted(1), new Report.ScheduleEnded(1, 1, PASSED), new Report.TestEnded(1));
        Session session = exited(0);
        assertInstanceOf(Session.Broken.class, session.ending());
        assertTrue(session.finished().isEmpty());
    }

    @Test
    void aClaimToBeDoneBeforeAllTestsWereRunIsNotBelieved() {
        running();
        test(1);
        tell(new Report.Done());
        assertInstanceOf(Session.Broken.class, exited(0).ending());
    }

    @Test
    void anExitDuringATestIsTheSubmissionsCrash() {
        running();
        test(1);
        tell(new Report.TestStarted(2), new Report.ScheduleEnded(2, 2, PASSED));
        Session.Stopped stopped =
                assertInstanceOf(Session.Stopped.class, exited(0).ending());
        assertEquals(2, stopped.test());
        assertEquals(Set.of(2L), stopped.verdicts().keySet());
        assertInstanceOf(Verdict.Crashed.class, stopped.cause());
    }

    @Test
    void silenceDuringATestIsTheSubmissionsHang() {
        running();
        tell(new Report.TestStarted(1));
        Session.Stopped stopped = assertInstanceOf(
                Session.Stopped.class, log.close(new SessionLog.FellSilent()).ending());
        assertInstanceOf(Verdict.TimedOut.class, stopped.cause());
    }

    @Test
    void aHangThatTheHarnessNamesEndsTheSession() {
        running();
        Verdict hang = new Verdict.TimedOut(saying("in KvServer.put"), "");
        tell(new Report.TestStarted(1), new Report.ScheduleEnded(1, 1, hang));
        assertFalse(log.isOver(), "schedules in flight may still report");
        tell(new Report.TestEnded(1));
        assertTrue(log.isOver());
        assertEquals(
                hang,
                assertInstanceOf(Session.Stopped.class, exited(0).ending()).cause());
    }

    @Test
    void aCrashThatTheHarnessNamesEndsTheSession() {
        running();
        Verdict crash = new Verdict.Crashed(saying("no longer works"), "");
        tell(
                new Report.TestStarted(1),
                new Report.ScheduleEnded(1, 1, crash),
                new Report.ScheduleEnded(1, 2, PASSED),
                new Report.TestEnded(1));
        assertTrue(log.isOver());
        assertEquals(
                crash,
                assertInstanceOf(Session.Stopped.class, exited(0).ending()).cause());
    }

    @Test
    void moreOutputThanTheLimitIsTheSubmissionsCrash() {
        ExecutionLimits little =
                new ExecutionLimits(ExecutionLimits.DEFAULT.submission(), ExecutionLimits.DEFAULT.silence(), 64, 1024);
        SessionLog strict = new SessionLog(JOB, little);
        String line = "x".repeat(1000);
        strict.unreported(line);
        strict.unreported(line);
        strict.accept(new Report.Running());
        strict.accept(new Report.TestStarted(1));
        strict.unreported(line);
        assertFalse(strict.isOver(), "what a JVM says before the submission runs is not the submission's");
        strict.unreported(line);
        assertTrue(strict.isOver());
        Session.Stopped stopped = assertInstanceOf(
                Session.Stopped.class, strict.close(new SessionLog.Exited(0)).ending());
        assertEquals(1, stopped.test());
        assertTrue(stopped.cause().message().contains("1 KiB"), stopped.cause().message());
    }

    @Test
    void reportsThatWereLostAmongWhatTheSubmissionWroteAreItsCrash() {
        running();
        tell(new Report.TestStarted(1), new Report.ScheduleEnded(1, 1, PASSED));
        log.unreported("garbage");
        tell(new Report.TestEnded(1));
        Session.Stopped stopped =
                assertInstanceOf(Session.Stopped.class, exited(0).ending());
        assertEquals(1, stopped.test());
        assertEquals(Set.of(1L), stopped.verdicts().keySet());
        assertInstanceOf(Verdict.Crashed.class, stopped.cause());
    }

    @Test
    void aProcessThatNeverStartedIsTheKitsFault() {
        log.unreported("no such class");
        Session.Broken broken = assertInstanceOf(
                Session.Broken.class, log.close(new SessionLog.Exited(1)).ending());
        assertEquals("no such class\n", broken.error().detail());
        assertFalse(broken.started());
    }

    private void running() {
        tell(new Report.Running());
    }

    private void test(int number) {
        tell(
                new Report.TestStarted(number),
                new Report.ScheduleEnded(number, 2, PASSED),
                new Report.ScheduleEnded(number, 1, PASSED),
                new Report.TestEnded(number));
    }

    private void tell(Report... reports) {
        List.of(reports).forEach(log::accept);
    }

    private Session exited(int code) {
        return log.close(new SessionLog.Exited(code));
    }
}
