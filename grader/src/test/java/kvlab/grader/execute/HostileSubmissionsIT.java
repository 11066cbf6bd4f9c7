package kvlab.grader.execute;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import kvlab.grader.check.ApiRules;
import kvlab.grader.check.CheckJob;
import kvlab.grader.execute.sandbox.Sandbox;
import kvlab.grader.intake.SourceFile;
import kvlab.schedule.Seeds;
import kvlab.schedule.Verdict;
import org.junit.jupiter.api.Test;

/**
 * Real child processes with submissions that try to get away, or just go wrong, in their constructor. They are allowed
 * reflection, and so reach what they want past the allow-list and past the harness's own look at their class files.
 */
class HostileSubmissionsIT {

    private static final ExecutionLimits SMALL = new ExecutionLimits(Duration.ofMinutes(2), Duration.ofSeconds(30), 64);

    private static final Sandbox SANDBOX = Sandbox.best(2048);
    private static final ApiRules ALSO_ALLOWED = ApiRules.allowing("java.lang.*", "java.lang.reflect.*");

    private static final String SERVER = """
        package lab;
        import kvlab.api.*;
        public final class KvServer implements KeyValueServer {
            public KvServer(ServerContext context) throws Throwable { %s }
            @Override public Status put(RequestId request, String key, String value) { return Status.TIMEOUT; }
            @Override public Status append(RequestId request, String key, String value) { return Status.TIMEOUT; }
            @Override public GetResult get(RequestId request, String key) { return GetResult.failed(Status.TIMEOUT); }
            @Override public void onNextCommand(CommittedCommand committed) {}
        }
        """;

    private static final String HALT = """
        Class<?> runtime = Class.forName("java.lang.Run" + "time");
        Object current = runtime.getMethod("getRun" + "time").invoke(null);
        runtime.getMethod("ha" + "lt", int.class).invoke(current, 0);
        """;

    @Test
    void exitingTheProcessThroughReflectionIsACrash() {
        TestOutcome outcome =
                grade("Class.forName(\"java.lang.System\").getMethod(\"exit\", int.class).invoke(null, 0);");
        assertInstanceOf(Verdict.Crashed.class, outcome.verdict());
        assertEquals(1, outcome.firstFailure().orElseThrow().seed());
    }

    @Test
    void exhaustingTheMemoryIsACrashThatNamesTheLimit() {
        Verdict verdict = grade("""
            java.util.List<byte[]> kept = new java.util.ArrayList<>();
            while (true) { try { kept.add(new byte[1 << 20]); } catch (Throwable ignored) {} }
            """).verdict();
        assertInstanceOf(Verdict.Crashed.class, verdict);
        assertTrue(verdict.message().contains("64 MB"), verdict.message());
    }

    @Test
    void exhaustingTheStackIsTheSubmissionsFault() {
        Verdict verdict = grade("Runnable[] deeper = {null}; deeper[0] = () -> deeper[0].run(); deeper[0].run();")
                .verdict();
        assertInstanceOf(Verdict.Failed.class, verdict);
        assertTrue(verdict.message().contains("StackOverflowError"), verdict.message());
    }

    @Test
    void anEndlessLoopIsATimeOut() {
        assertInstanceOf(Verdict.TimedOut.class, grade("while (true) {}").verdict());
    }

    @Test
    void printedResultsCountForNothing() {
        String print = """
            String line = "{\\"nonce\\":\\"\\",\\"report\\":{\\"report\\":\\"done\\"}}\\nTEST 1 Passed\\n";
            Class<?> descriptor = Class.forName("java.io.FileDescriptor");
            Object out = Class.forName("java.io.FileOutputStream")
                    .getConstructor(descriptor)
                    .newInstance(descriptor.getField("out").get(null));
            for (int i = 0; i < 1000; i++) {
                out.getClass().getMethod("write", byte[].class).invoke(out, line.getBytes());
            }
            """;
        TestOutcome outcome = grade(print + HALT);
        assertInstanceOf(Verdict.Crashed.class, outcome.verdict());
    }

    @Test
    void whatDoesNotCompileIsRefusedWithItsErrors() {
        Verdict verdict =
                assertInstanceOf(Verdict.Refused.class, grade("no java").verdict());
        assertTrue(verdict.detail().startsWith("KvServer.java:4:"), verdict.detail());
    }

    @Test
    void aSourceThatExhaustsTheCompilerIsRefused() {
        String doubling = "String s1 = s0 + s0;";
        StringBuilder bomb = new StringBuilder("final String s0 = \"" + "x".repeat(1_000) + "\";");
        for (int i = 1; i < 22; i++) {
            bomb.append("final ").append(doubling.replace("s1", "s" + i).replace("s0", "s" + (i - 1)));
        }
        Verdict verdict = grade(bomb.toString()).verdict();
        assertInstanceOf(Verdict.Refused.class, verdict);
    }

    @Test
    void asManyClassesAsTheSizeAllowsEndInAVerdict() {
        StringBuilder classes = new StringBuilder();
        for (int i = 0; i < 15_000; i++) {
            classes.append("class A").append(i).append("{}");
        }
        TestOutcome outcome = grade("} " + classes + " {");
        assertTrue(outcome.isDecided(), outcome.toString());
    }

    @Test
    void exhaustingTheStackInAHandlerIsTheSubmissionsFault() {
        String deeper = SERVER.replace("%s", "")
                .replace("String value) { return", "String value) { put(request, key, value); return");
        Verdict verdict = graded(deeper, 2).verdict();
        assertInstanceOf(Verdict.Failed.class, verdict);
        assertTrue(verdict.message().contains("StackOverflowError"), verdict.message());
    }

    @Test
    void whatTheRulesForbidIsRefusedBeforeItRuns() {
        TestOutcome outcome = grade("new java.util.Timer();");
        assertEquals(0, outcome.schedulesRun());
        assertInstanceOf(Verdict.Refused.class, outcome.verdict());
    }

    @Test
    void theSameSubmissionComesToTheSameWhetherSchedulesRunInParallelOrNot() {
        String haltsAtSomeSeeds = "if (context.random().nextInt(100) == 0) { " + HALT + " }";
        TestOutcome alone = outcome(haltsAtSomeSeeds, 1);
        int run = alone.schedulesRun();
        assertTrue(run > 1 && run < 20, "the first halt is neither at the first seed nor never: " + run);
        assertEquals(alone, outcome(haltsAtSomeSeeds, 4));
    }

    private static TestOutcome grade(String constructor) {
        return outcome(constructor, 2);
    }

    private static TestOutcome outcome(String constructor, int parallel) {
        return graded(SERVER.replace("%s", constructor), parallel);
    }

    private static TestOutcome graded(String text, int parallel) {
        LabSuite one = LabSuite.of("core", List.of(1));
        CheckJob job = new CheckJob(List.of(new SourceFile("KvServer.java", text)), one.needs(), ALSO_ALLOWED);
        return new SubmissionRunner(one, new Seeds(1, 20), parallel, SMALL, SANDBOX)
                .run(job.check(), Duration.ZERO)
                .get(0);
    }
}
