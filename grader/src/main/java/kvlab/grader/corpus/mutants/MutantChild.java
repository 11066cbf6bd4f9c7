package kvlab.grader.corpus.mutants;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import kvlab.diagnostic.Diagnostic;
import kvlab.grader.check.SubmissionClassLoader;
import kvlab.grader.execute.LabSuite;
import kvlab.grader.execute.sandbox.ParentLines;
import kvlab.record.Recording;
import kvlab.schedule.LoadedSubmission;
import kvlab.schedule.TestCase;
import kvlab.schedule.Verdict;
import kvlab.sim.World;
import kvlab.submission.SubmissionRefused;
import tools.jackson.databind.json.JsonMapper;

/**
 * The main class of a process that runs mutants, one after the other: a {@link Job} on each line of standard input, an
 * {@link Outcome} on each of standard output. A mutant that hangs keeps its thread, so that the process must be replaced.
 */
public final class MutantChild {

    /**
     * A mutant to run.
     *
     * @param schedules the number of schedules of each test
     * @param usual remarks that the unchanged design gets as well
     */
    record Job(Map<String, byte[]> classes, List<String> suites, int schedules, Set<String> usual) {}

    /** How a mutant fared. */
    enum Kind {
        /** By a failed test. */
        CAUGHT,
        /** By a test that passes with a remark. */
        REMARKED,
        SURVIVED,
        /** Before the first test. */
        REFUSED,
        /** The kit itself failed. */
        BROKEN
    }

    /**
     * The outcome of a job.
     *
     * @param by the test that caught it and its schedule, such as {@code core 4, seed 3}; may be empty
     * @param message the test's message; may be empty
     * @param remarks the codes of all remarks
     * @param hung whether this process is of no further use
     */
    record Outcome(Kind kind, String by, String message, Set<String> remarks, boolean hung) {}

    private final JsonMapper json = JsonMapper.shared();
    private final World world = new World();

    private MutantChild() {}

    public static void main(String[] args) throws InterruptedException {
        PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        ParentLines parent = ParentLines.open();
        System.setIn(InputStream.nullInputStream());
        System.setOut(new PrintStream(OutputStream.nullOutputStream()));
        System.setErr(new PrintStream(OutputStream.nullOutputStream()));
        MutantChild child = new MutantChild();
        while (true) {
            out.print(child.answer(parent.next()) + "\n");
            out.flush();
        }
    }

    private String answer(String line) {
        return json.writeValueAsString(run(json.readValue(line, Job.class)));
    }

    /** Runs every test with the first seed, then with the next: most mutants are caught by some test's first schedules. */
    private Outcome run(Job job) {
        Set<String> remarks = new TreeSet<>();
        String first = "";
        String remarked = "";
        try {
            ClassLoader loader = new SubmissionClassLoader(job.classes());
            Map<LabSuite, LoadedSubmission> loaded = new LinkedHashMap<>();
            for (String name : job.suites()) {
                LabSuite suite = LabSuite.named(name).orElseThrow();
                loaded.put(suite, new LoadedSubmission(loader, suite.needs(), world));
            }
            for (int seed = 1; seed <= job.schedules(); seed++) {
                for (LabSuite suite : loaded.keySet()) {
                    for (TestCase test : suite.tests()) {
                        Verdict verdict = loaded.get(suite).run(test, seed, Recording.OFF);
                        String by = suite.name() + " " + test.number() + ", seed " + seed;
                        if (verdict instanceof Verdict.InfrastructureError) {
                            return new Outcome(Kind.BROKEN, by, verdict.message(), remarks, true);
                        } else if (verdict.isFailure()) {
                            return new Outcome(Kind.CAUGHT, by, verdict.message(), remarks, verdict.isStop());
                        }
                        Optional<Diagnostic> remark = unusual(verdict, job.usual(), remarks);
                        if (remark.isPresent() && first.isEmpty()) {
                            first = by;
                            remarked = remark.get().message();
                        }
                    }
                }
            }
        } catch (SubmissionRefused e) {
            return new Outcome(Kind.REFUSED, "", e.getMessage(), remarks, false);
        }
        return new Outcome(first.isEmpty() ? Kind.SURVIVED : Kind.REMARKED, first, remarked, remarks, false);
    }

    private static Optional<Diagnostic> unusual(Verdict verdict, Set<String> usual, Set<String> remarks) {
        if (!(verdict instanceof Verdict.Passed passed)) {
            return Optional.empty();
        }
        passed.statistics().remarks().forEach(remark -> remarks.add(remark.code()));
        return passed.statistics().remarks().stream()
                .filter(remark -> !usual.contains(remark.code()))
                .findFirst();
    }
}
