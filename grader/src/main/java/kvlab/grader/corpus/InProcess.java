package kvlab.grader.corpus;

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
import kvlab.grader.execute.LabSuite;
import kvlab.grader.execute.TestOutcome;
import kvlab.grader.intake.SourceFile;
import kvlab.schedule.LoadedSubmission;
import kvlab.schedule.Seeds;
import kvlab.schedule.TestCase;
import kvlab.schedule.Verdict;
import kvlab.sim.Trace;
import kvlab.sim.World;
import kvlab.submission.SubmissionRefused;

/** A submission that is loaded in this process, for schedules one at a time. Several threads may run some. */
public final class InProcess implements Trial {

    /** By the names of suites: each needs other parts of the submission. */
    private final Map<String, LoadedSubmission> loaded;

    private InProcess(Map<String, LoadedSubmission> loaded) {
        this.loaded = loaded;
    }

    /**
     * Compiles and loads a submission. None of its code runs yet.
     *
     * @param suites names of the suites that will try it
     * @throws RefusedException if it does not compile, or breaks a rule that is checked before the first test
     */
    public static InProcess load(List<SourceFile> files, List<String> suites, World world) {
        Compilation compilation = new SubmissionCompiler().compile(files);
        if (compilation instanceof Checked.DoesNotCompile failed) {
            throw new RefusedException(failed.reason().message());
        }
        ClassLoader classes = new SubmissionClassLoader(((Compilation.Compiled) compilation).classes());
        Map<String, LoadedSubmission> loaded = new TreeMap<>();
        try {
            for (String name : suites) {
                LabSuite suite = LabSuite.named(name).orElseThrow();
                loaded.put(name, new LoadedSubmission(classes, suite.needs(), world));
            }
        } catch (SubmissionRefused e) {
            throw new RefusedException(e.getMessage());
        }
        return new InProcess(loaded);
    }

    /** Runs one schedule. */
    public Verdict run(TestCase test, long seed) {
        return run(test, seed, Trace.OFF);
    }

    /** Runs one schedule, and notes down what happens. */
    public Verdict run(TestCase test, long seed, Trace trace) {
        return loaded.get(test.suite().name()).run(test, seed, trace);
    }

    @Override
    public Finding run(LabSuite suite, TestCase test, Seeds seeds) {
        SortedMap<Long, Verdict> verdicts = loaded.get(test.suite().name()).run(test, seeds, 1, ended -> {});
        List<TestOutcome.Failure> notPassed = new ArrayList<>();
        List<Diagnostic> remarks = new ArrayList<>();
        verdicts.forEach((seed, verdict) -> {
            if (verdict instanceof Verdict.Passed passed) {
                remarks.addAll(passed.statistics().remarks());
            } else {
                notPassed.add(new TestOutcome.Failure(seed, verdict));
            }
        });
        return new Finding(
                suite.name(),
                test.number(),
                verdicts.size(),
                notPassed.size(),
                notPassed.stream().findFirst(),
                remarks);
    }
}
