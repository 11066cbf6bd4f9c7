package kvlab.grader.corpus;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import kvlab.diagnostic.Diagnostic;
import kvlab.grader.check.Checked;
import kvlab.grader.check.Compilation;
import kvlab.grader.check.SubmissionClassLoader;
import kvlab.grader.check.SubmissionCompiler;
import kvlab.grader.execute.ExecutionLimits;
import kvlab.grader.execute.LabSuite;
import kvlab.grader.execute.SubmissionRunner;
import kvlab.grader.execute.TestOutcome;
import kvlab.grader.execute.sandbox.Sandbox;
import kvlab.grader.intake.SourceFile;
import kvlab.record.Recording;
import kvlab.schedule.LoadedSubmission;
import kvlab.schedule.Seeds;
import kvlab.schedule.StopRule;
import kvlab.schedule.Suite;
import kvlab.schedule.TestCase;
import kvlab.schedule.Verdict;
import kvlab.sim.World;
import kvlab.submission.SubmissionRefused;

/** A compiled and loaded submission that can run single schedules. Thread-safe. */
public final class LoadedEntry {

    private final Map<String, byte[]> classes;

    /** By suite name: each suite needs different parts of the submission. */
    private final Map<String, LoadedSubmission> loaded;

    private LoadedEntry(Map<String, byte[]> classes, Map<String, LoadedSubmission> loaded) {
        this.classes = classes;
        this.loaded = loaded;
    }

    /**
     * Compiles and loads a submission, which runs its static initialisers.
     *
     * @param suites names of the suites to run
     * @throws RefusedException if it does not compile, or breaks a rule that is checked before the first test
     */
    public static LoadedEntry load(List<SourceFile> files, List<String> suites, World world) {
        Compilation compilation = new SubmissionCompiler().compile(files);
        if (compilation instanceof Checked.DoesNotCompile failed) {
            throw new RefusedException(failed.reason().message());
        }
        Map<String, byte[]> classes = ((Compilation.Compiled) compilation).classes();
        ClassLoader loader = new SubmissionClassLoader(classes);
        Map<String, LoadedSubmission> loaded = new TreeMap<>();
        try {
            for (String name : suites) {
                LabSuite suite = LabSuite.named(name).orElseThrow();
                loaded.put(name, new LoadedSubmission(loader, suite.needs(), world));
            }
        } catch (SubmissionRefused e) {
            throw new RefusedException(e.getMessage());
        }
        return new LoadedEntry(classes, loaded);
    }

    /** Runs one schedule. */
    public Verdict run(TestCase test, long seed) {
        return run(test, seed, Recording.OFF);
    }

    /** Runs one schedule and records it. */
    public Verdict run(TestCase test, long seed, Recording recording) {
        return loaded.get(test.suite().name()).run(test, seed, recording);
    }

    /** What its schedules of a suite are run with. */
    public LoadedSubmission submission(Suite suite) {
        return loaded.get(suite.name());
    }

    /** Runs one schedule with classes of its own for each life of a server and for each Clerk. */
    public Verdict runSeparated(TestCase test, long seed, Recording recording) {
        return loaded.get(test.suite().name()).runSeparated(test, seed, recording);
    }

    /** Runs schedules of one test in this process, in the order of seeds, until enough have failed. */
    public TestSummary run(TestCase test, Seeds seeds) {
        String suite = test.suite().name();
        SortedMap<Long, Verdict> verdicts = loaded.get(suite).run(test, seeds, 1, ended -> {});
        List<TestOutcome.Failure> notPassed = new ArrayList<>();
        List<Diagnostic> remarks = new ArrayList<>();
        verdicts.forEach((seed, verdict) -> {
            if (verdict instanceof Verdict.Passed passed) {
                remarks.addAll(passed.statistics().remarks());
            } else {
                notPassed.add(new TestOutcome.Failure(seed, verdict));
            }
        });
        return new TestSummary(
                test, verdicts.size(), notPassed.size(), notPassed.stream().findFirst(), remarks);
    }

    /**
     * Runs all schedules of one test in child processes that can be killed, as in grading. It does not stop at
     * failures.
     */
    TestSummary runApart(TestCase test, Seeds seeds) {
        String suite = test.suite().name();
        TestOutcome outcome = new SubmissionRunner(
                        new LabSuite(suite, List.of(test)),
                        seeds.until(StopRule.RUN_ALL),
                        1,
                        ExecutionLimits.DEFAULT,
                        Sandbox.none("the corpus is the kit's own"))
                .run(new Checked.Accepted(classes), Duration.ZERO)
                .get(0);
        return new TestSummary(
                test, outcome.schedulesRun(), outcome.failedSchedules(), outcome.firstFailure(), List.of());
    }
}
