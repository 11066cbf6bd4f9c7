package kvlab.grader.execute;

import static kvlab.grader.TestDiagnostics.saying;
import static kvlab.grader.execute.TestOutcomeTest.from;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import kvlab.diagnostic.Diagnostic;
import kvlab.diagnostic.SourcePlace;
import kvlab.grader.check.Checked;
import kvlab.grader.check.CompileError;
import kvlab.grader.picture.Picture;
import kvlab.schedule.Seeds;
import kvlab.schedule.StopRule;
import kvlab.schedule.Verdict;
import org.junit.jupiter.api.Test;

/** Child processes are played by a script: what each of them shows, in the order in which they are started. */
class SubmissionRunnerTest {

    private static final Verdict PASSED = new Verdict.Passed();
    private static final Verdict FAILED = new Verdict.Failed(saying("wrong value"), "");
    private static final Verdict CRASH = new Verdict.Crashed(saying("exit code 0"), "");
    private static final Verdict HANG = new Verdict.TimedOut(saying("in KvServer.put"), "");

    private static final Checked.Accepted ACCEPTED = new Checked.Accepted(Map.of("lab.KvServer", new byte[] {1}));

    private static final Picture PICTURE = new Picture.Missing(Diagnostic.of("picture.too-large"));

    private LabSuite suite = tests(2);
    private Checked checked = ACCEPTED;
    private final Deque<Session> script = new ArrayDeque<>();
    private final List<Child.Job> jobs = new ArrayList<>();
    private final List<Child.Job> explanations = new ArrayList<>();
    private Session explained = completed();
    private long nanos;

    @Test
    void oneProcessDoesForASubmissionThatBehaves() {
        script.add(completed(1, 2));
        assertEquals(List.of(PASSED, PASSED), verdicts(run()));
        assertEquals(2, jobs.get(0).parallel());
    }

    @Test
    void afterACrashTheTestIsBegunAgainOneScheduleAtATimeToFindTheSeed() {
        script.add(stopped(1, from(1, PASSED), CRASH));
        script.add(stopped(1, from(1, PASSED, PASSED), CRASH));
        script.add(completed(2));
        List<TestOutcome> outcome = run();
        assertEquals(List.of(CRASH, PASSED), verdicts(outcome));
        assertEquals(3, outcome.get(0).firstFailure().orElseThrow().seed());
        assertEquals(3, outcome.get(0).schedulesRun());
        assertEquals(List.of(2, 1, 1), jobs.stream().map(Child.Job::parallel).toList());
        assertEquals(List.of(2), jobs.get(2).suite().numbers());
    }

    @Test
    void aRefusalInOneTestConcernsAll() {
        Verdict refused = new Verdict.Refused(saying("they share memory"), "");
        SortedMap<Integer, SortedMap<Long, Verdict>> finished = new TreeMap<>();
        finished.put(1, from(1, PASSED, PASSED, PASSED));
        finished.put(2, from(1, PASSED, refused));
        script.add(new Session(finished, new Session.Completed()));
        List<TestOutcome> outcome = run();
        assertEquals(List.of(refused, refused), verdicts(outcome));
        outcome.forEach(each -> assertEquals(0, each.passedSchedules()));
    }

    @Test
    void oneFailedScheduleIsToldOfEvenIfALaterTestEndsTheProcess() {
        Verdict failed = new Verdict.Failed(saying("wrong value"), "detail");
        SortedMap<Integer, SortedMap<Long, Verdict>> first = new TreeMap<>();
        first.put(1, from(1, PASSED, failed, PASSED));
        script.add(new Session(first, new Session.Stopped(2, from(1, HANG), HANG)));
        SortedMap<Integer, SortedMap<Long, Verdict>> third = new TreeMap<>();
        third.put(3, from(1, failed, PASSED, PASSED));
        script.add(new Session(
                third,
                new Session.Completed(),
                Optional.of(new Report.Explained(1, 2, "it forgets\n")),
                Optional.empty()));
        suite = tests(3);
        List<TestOutcome> outcome = run();
        assertEquals(
                Optional.of(new Child.FailedSchedule(1, 2, false)), jobs.get(1).failed());
        assertEquals("it forgets\ndetail", outcome.get(0).verdict().detail());
        assertEquals("detail", outcome.get(2).verdict().detail());
    }

    @Test
    void aFailureBeforeTheLastTestHangsIsToldByAProcessOfItsOwn() {
        SortedMap<Integer, SortedMap<Long, Verdict>> first = new TreeMap<>();
        first.put(1, from(1, FAILED, PASSED, PASSED));
        script.add(new Session(first, new Session.Stopped(2, from(1, HANG), HANG)));
        explained = explaining(1, 1, Optional.of("it forgets\n"));
        List<TestOutcome> outcome = run();
        assertEquals(
                Optional.of(new Child.FailedSchedule(1, 1, false)),
                explanations.get(0).failed());
        assertEquals("it forgets\n", outcome.get(0).verdict().detail());
        assertEquals(Optional.of(PICTURE), outcome.get(0).picture());
        assertEquals(Optional.empty(), outcome.get(1).picture());
    }

    @Test
    void aHangIsDrawnByAProcessOfItsOwnIfNothingFailed() {
        script.add(stopped(1, from(1, PASSED, HANG), HANG));
        script.add(completed(2));
        explained = explaining(1, 2, Optional.empty());
        assertEquals(Optional.of(PICTURE), run().get(0).picture());
        Child.FailedSchedule stopped = new Child.FailedSchedule(1, 2, true);
        assertEquals(Optional.of(stopped), explanations.get(0).failed());
    }

    @Test
    void aProcessThatEndedWithoutAWordIsNotAskedForAPicture() {
        script.add(stopped(1, from(1, PASSED), CRASH));
        script.add(stopped(1, from(1, PASSED, PASSED), CRASH));
        script.add(completed(2));
        assertEquals(Optional.empty(), run().get(0).picture());
        assertEquals(List.of(), explanations);
    }

    @Test
    void whatWasNotDrawnIsNotTriedAgainAndSaysSo() {
        Session failed = completed(1, 2);
        failed.finished().put(2, from(1, FAILED, PASSED, PASSED));
        script.add(failed);
        assertEquals(
                Optional.of(new Picture.Missing(Diagnostic.of("picture.not-made"))),
                run().get(1).picture());
        assertEquals(List.of(), explanations);
    }

    private static Session explaining(int test, long seed, Optional<String> story) {
        return new Session(
                new TreeMap<>(),
                new Session.Completed(),
                story.map(text -> new Report.Explained(test, seed, text)),
                Optional.of(new Session.Drawn(test, seed, PICTURE)));
    }

    @Test
    void aCrashThatDoesNotComeAgainIsNotHeldAgainstTheSubmission() {
        script.add(stopped(1, from(1), CRASH));
        script.add(completed(1, 2));
        assertEquals(List.of(PASSED, PASSED), verdicts(run()));
    }

    /** Schedules that ran at the same time may have taken the threads that it lacked. */
    @Test
    void aScheduleThatCrashedBesideOthersIsRunAlone() {
        script.add(stopped(1, from(1, PASSED, CRASH), CRASH));
        script.add(completed(1, 2));
        assertEquals(List.of(PASSED, PASSED), verdicts(run()));
        assertEquals(List.of(2, 1), jobs.stream().map(Child.Job::parallel).toList());
    }

    @Test
    void aScheduleThatCrashesAloneHasCrashed() {
        script.add(stopped(1, from(1, PASSED, CRASH), CRASH));
        script.add(stopped(1, from(1, PASSED, CRASH), CRASH));
        script.add(completed(2));
        assertEquals(List.of(CRASH, PASSED), verdicts(run()));
    }

    @Test
    void afterThreeTestsWithoutASignOfLifeNoOtherIsRun() {
        suite = tests(5);
        script.add(silent(1));
        for (int test = 1; test <= SubmissionRunner.MAX_SILENT_TESTS; test++) {
            script.add(silent(test));
        }
        List<Verdict> verdicts = verdicts(run());
        String said = "not run, since 3 tests before this one showed no sign of life for 1 s: see there";
        assertEquals(
                List.of(said, said),
                verdicts.subList(3, 5).stream().map(Verdict::message).toList());
        verdicts.forEach(verdict -> assertInstanceOf(Verdict.TimedOut.class, verdict));
    }

    @Test
    void twoTestsWithoutASignOfLifeStopNoOther() {
        suite = tests(4);
        script.add(silent(1));
        script.add(silent(1));
        script.add(completed(2));
        script.add(silent(3));
        script.add(completed(4));
        assertEquals(PASSED, verdicts(run()).get(3));
    }

    @Test
    void aHangIsTakenAsItIsWhenAllLowerSeedsHaveEnded() {
        script.add(stopped(1, from(1, PASSED, HANG), HANG));
        script.add(completed(2));
        List<TestOutcome> outcome = run();
        assertEquals(List.of(HANG, PASSED), verdicts(outcome));
        assertEquals(2, outcome.get(0).firstFailure().orElseThrow().seed());
        assertEquals(2, jobs.size());
    }

    @Test
    void aHangWithLowerSeedsInFlightIsLookedForAgain() {
        script.add(stopped(1, from(2, HANG), HANG));
        script.add(stopped(1, from(1, HANG), HANG));
        script.add(completed(2));
        assertEquals(1, run().get(0).firstFailure().orElseThrow().seed());
    }

    @Test
    void aCrashAfterEnoughFailuresIsNotLookedFor() {
        script.add(stopped(1, from(1, FAILED, FAILED), CRASH));
        script.add(completed(2));
        List<TestOutcome> outcome = run(new Seeds(1, 3, StopRule.afterFailures(2)));
        assertEquals(List.of(FAILED, PASSED), verdicts(outcome));
        assertEquals(2, outcome.get(0).schedulesRun());
        assertEquals(2, jobs.size());
    }

    @Test
    void aSubmissionThatDoesNotCompileIsRefusedInEveryTest() {
        CompileError error = new CompileError("compiler.err.expected", "KvServer.java", 1, 1, "';' expected", "x");
        checked = new Checked.DoesNotCompile(saying("does not compile"), List.of(error));
        Verdict refused = new Verdict.Refused(saying("does not compile"), error.rendered());
        assertEquals(List.of(refused, refused), verdicts(run()));
    }

    @Test
    void aSubmissionThatBreaksTheRulesIsRefusedInEveryTest() {
        Diagnostic first =
                Diagnostic.of("rules.native-method").at(new SourcePlace("KvServer.java", "KvServer", "put", 5));
        checked = new Checked.BreaksRules(List.of(first, Diagnostic.of("calls-for-name")));
        Verdict refused = new Verdict.Refused(first.with("more", 1), first.message() + "\ncalls-for-name");
        assertTrue(refused.message().endsWith(". (And 1 more, all in the details.)"), refused.message());
        assertEquals(List.of(refused, refused), verdicts(run()));
    }

    @Test
    void theDetailOfARefusalNeverTellsWhereTheGraderHadTheSubmission() {
        Diagnostic first =
                Diagnostic.of("test.file-type").with("path", "/tmp/x").with("type", "PDF");
        checked = new Checked.BreaksRules(List.of(first, first.with("path", "/tmp/x/y")));
        String told = "your hand-in is a PDF, whatever its name says";
        verdicts(run()).forEach(verdict -> assertEquals(told + "\n" + told, verdict.detail()));
    }

    @Test
    void aSubmissionThatCouldNotBeCheckedIsNotDecided() {
        checked = new Checked.Broken(saying("no more processes"), "");
        verdicts(run()).forEach(verdict -> assertInstanceOf(Verdict.InfrastructureError.class, verdict));
    }

    @Test
    void everyProcessHasTheSameClasses() {
        script.add(stopped(1, from(1, HANG), HANG));
        script.add(completed(2));
        run();
        jobs.forEach(job -> assertEquals(ACCEPTED.classes(), job.classes()));
    }

    @Test
    void aFailureOfTheKitIsTriedAgainBeforeItIsReported() {
        script.add(broken(true));
        script.add(completed(1, 2));
        assertEquals(List.of(PASSED, PASSED), verdicts(run()));
    }

    @Test
    void aTestInWhichTheKitFailedIsRunAgain() {
        Verdict error = new Verdict.InfrastructureError(saying("no more threads"), "");
        Session first = completed(1, 2);
        first.finished().put(1, from(1, PASSED, error, PASSED));
        script.add(first);
        script.add(completed(1));
        assertEquals(List.of(PASSED, PASSED), verdicts(run()));
        assertEquals(List.of(1), jobs.get(1).suite().numbers());
    }

    @Test
    void aProcessThatTheSubmissionBreaksTwiceIsItsCrash() {
        script.add(broken(true));
        script.add(broken(true));
        script.add(completed(2));
        List<TestOutcome> outcome = run();
        assertInstanceOf(Verdict.Crashed.class, verdicts(outcome).get(0));
        assertEquals(1, outcome.get(0).failedSchedules());
        assertEquals(PASSED, verdicts(outcome).get(1));
    }

    @Test
    void aScheduleThatTheKitCannotRunTwiceIsTheSubmissionsCrash() {
        Verdict error = new Verdict.InfrastructureError(saying("its event queue is broken"), "");
        for (int time = 1; time <= 2; time++) {
            Session session = completed(1, 2);
            session.finished().put(1, from(1, PASSED, error, PASSED));
            script.add(session);
        }
        List<TestOutcome> outcome = run();
        assertInstanceOf(Verdict.Crashed.class, verdicts(outcome).get(0));
        assertEquals(2, outcome.get(0).firstFailure().orElseThrow().seed());
        assertEquals(PASSED, verdicts(outcome).get(1));
    }

    @Test
    void aProcessThatCannotBeStartedIsNotTriedForEveryTest() {
        script.add(broken(false));
        script.add(broken(false));
        verdicts(run()).forEach(verdict -> assertInstanceOf(Verdict.InfrastructureError.class, verdict));
    }

    @Test
    void aSubmissionThatUsesUpItsTimeIsStopped() {
        script.add(new Session(new TreeMap<>(), new Session.Stopped(1, from(1), HANG)));
        SubmissionRunner runner = runner(new Seeds(1, 3), (job, limit) -> {
            nanos += limit.toNanos();
            return script.remove();
        });
        verdicts(runner.run(checked, Duration.ZERO))
                .forEach(verdict -> assertInstanceOf(Verdict.TimedOut.class, verdict));
    }

    @Test
    void theTimeThatItsCheckTookIsTakenOffItsTime() {
        script.add(completed(1, 2));
        runner(new Seeds(1, 3), (job, limit) -> {
                    assertEquals(Duration.ofSeconds(50), limit);
                    return script.remove();
                })
                .run(checked, Duration.ofSeconds(10));
        assertTrue(script.isEmpty());
    }

    private List<TestOutcome> run() {
        return run(new Seeds(1, 3));
    }

    private List<TestOutcome> run(Seeds seeds) {
        List<TestOutcome> outcome = runner(seeds, (job, limit) -> {
                    if (job.suite().tests().isEmpty()) {
                        explanations.add(job);
                        return explained;
                    }
                    jobs.add(job);
                    return script.remove();
                })
                .run(checked, Duration.ZERO);
        assertTrue(script.isEmpty(), "every process of the script is started");
        return outcome;
    }

    private SubmissionRunner runner(Seeds seeds, SubmissionRunner.Sessions sessions) {
        ExecutionLimits limits = new ExecutionLimits(Duration.ofMinutes(1), Duration.ofSeconds(1), 64);
        return new SubmissionRunner(suite, seeds, 2, limits, sessions, () -> nanos);
    }

    private static List<Verdict> verdicts(List<TestOutcome> outcome) {
        return outcome.stream().map(TestOutcome::verdict).toList();
    }

    private static Session completed(int... tests) {
        SortedMap<Integer, SortedMap<Long, Verdict>> finished = new TreeMap<>();
        for (int test : tests) {
            finished.put(test, from(1, PASSED, PASSED, PASSED));
        }
        return new Session(finished, new Session.Completed());
    }

    private static Session stopped(int test, SortedMap<Long, Verdict> verdicts, Verdict cause) {
        return new Session(new TreeMap<>(), new Session.Stopped(test, verdicts, cause));
    }

    private static Session silent(int test) {
        return stopped(
                test, from(1), new Verdict.TimedOut(Diagnostic.of("run.stopped").with("silent", 1), ""));
    }

    private static Session broken(boolean started) {
        return new Session(
                new TreeMap<>(),
                new Session.Broken(started, new Verdict.InfrastructureError(saying("out of turn"), "")));
    }

    private static LabSuite tests(int count) {
        LabSuite core = LabSuite.named("core").orElseThrow();
        return new LabSuite(core.name(), core.tests().subList(0, count));
    }
}
