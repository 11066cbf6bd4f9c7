package kvlab.grader.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import kvlab.grader.execute.LabSuite;
import kvlab.grader.intake.SourceFile;
import kvlab.schedule.Seeds;
import kvlab.schedule.StopRule;
import kvlab.schedule.Verdict;
import kvlab.sim.World;
import org.junit.jupiter.api.Test;

class LoadedEntryTest {
    private static final LabSuite CORE = LabSuite.named("core").orElseThrow();
    private static final Seeds SEEDS = new Seeds(5, 20);

    private final World world = new World(World.CoroutineKind.best(), Duration.ofMillis(500));

    @Test
    void schedulesAreCountedToTheEndOrToTheFirstCatch() {
        LoadedEntry readsEarly = load("reads-before-the-log");
        TestSummary all = readsEarly.run(CORE.test(5), SEEDS);
        TestSummary some = readsEarly.run(CORE.test(5), SEEDS.until(StopRule.FIRST_CATCH));
        assertEquals(20, all.schedules());
        assertTrue(all.notPassed() > 1, all.toString());
        assertEquals(1, some.notPassed());
        assertEquals(all.first(), some.first());
        assertEquals(
                SEEDS.first() + some.schedules() - 1, some.first().orElseThrow().seed());
    }

    @Test
    void afterAScheduleThatHadToBeStoppedNoMoreAreRun() {
        TestSummary summary = load("blocks-the-thread-unseen").run(CORE.test(1), SEEDS);
        assertEquals(1, summary.schedules());
        assertInstanceOf(Verdict.TimedOut.class, summary.first().orElseThrow().verdict());
    }

    @Test
    void whatDoesNotCompileIsRefused() {
        List<SourceFile> files = List.of(new SourceFile("KvServer.java", "package lab; class"));
        RefusedException refused =
                assertThrows(RefusedException.class, () -> LoadedEntry.load(files, List.of("core"), world));
        assertTrue(refused.getMessage().startsWith("does not compile: KvServer.java:1"), refused.getMessage());
    }

    @Test
    void aStaticInitialiserThatThrowsIsRefusedWithItsLineAlsoIfNothingUsesItsClass() {
        String message = refusal("private static class Unused {\n static final int N = Integer.parseInt(\"x\"); }");
        assertTrue(
                message.matches("KvServer.Unused cannot be initialised: NumberFormatException: For input string: \"x\""
                        + " \\(KvServer.Unused's static initialiser, KvServer.java:\\d+\\)\\. .*"),
                message);
    }

    @Test
    void aStaticInitialiserThatDoesNotEndIsRefused() {
        String message = refusal("static final int N = never(); static int never() { while (true) { } }");
        assertTrue(message.contains("KvServer.never"), message);
        assertTrue(message.endsWith("a loop there does not end, or takes too long"), message);
    }

    @Test
    void whatServersWouldShareIsRefusedBeforeTheFirstSchedule() {
        String message = refusal("static final Iterable<String> SHARED = new java.util.ArrayDeque<>();");
        assertTrue(message.contains("KvServer.SHARED (KvServer.java) is static, and the ArrayDeque in it"), message);
    }

    /** Of a correct server with these members in addition. */
    private String refusal(String members) {
        List<SourceFile> files = TestKit.CORPUS.entry("base", "minimal").files().stream()
                .map(file -> file.name().equals("KvServer.java")
                        ? new SourceFile(file.name(), file.text().replaceFirst("\\}\\s*$", members + "}"))
                        : file)
                .toList();
        return assertThrows(RefusedException.class, () -> LoadedEntry.load(files, List.of("core"), world))
                .getMessage();
    }

    private LoadedEntry load(String name) {
        return LoadedEntry.load(TestKit.CORPUS.entry("wrong", name).files(), List.of("core"), world);
    }
}
