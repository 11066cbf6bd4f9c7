package kvlab.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import kvlab.sim.World.CoroutineKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Real time passes here, since that is what the watchdog watches; nothing is asserted about how much. */
@ParameterizedClass
@EnumSource(CoroutineKind.class)
class WatchdogTest {
    private static final Duration LIMIT = Duration.ofMillis(300);

    private final World world;
    private final Stage stage;
    private volatile boolean enough;
    private volatile byte[] garbage;

    WatchdogTest(CoroutineKind kind) {
        Stage.world(kind);
        world = new World(kind, LIMIT);
        stage = new Stage(world);
    }

    private void spinLikeAStudent() {
        while (!enough) {
            Thread.onSpinWait();
        }
    }

    private void blockLikeAStudent() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            stage.note("interrupted");
        }
    }

    private static void assertInStack(HangDetected stuck, String method) {
        assertTrue(
                Arrays.stream(stuck.getStackTrace())
                        .anyMatch(frame -> frame.getMethodName().equals(method)),
                () -> "no " + method + " in " + Arrays.toString(stuck.getStackTrace()));
    }

    @Test
    void whoSpinsIsReportedWithItsStack() {
        stage.spawn("put", () -> {
            stage.sleep(5);
            spinLikeAStudent();
        });
        HangDetected stuck = assertThrows(HangDetected.class, stage::play);
        enough = true;
        assertEquals("server 0", stuck.scope());
        assertEquals("put", stuck.coroutine());
        assertEquals(HangDetected.Kind.BUSY, stuck.kind());
        assertTrue(stuck.getMessage().startsWith("server 0 has been in put for "), stuck.getMessage());
        assertInStack(stuck, "spinLikeAStudent");
    }

    @Test
    void whoReallyBlocksIsReportedWithItsStack() {
        stage.spawn("get", this::blockLikeAStudent);
        HangDetected stuck = assertThrows(HangDetected.class, stage::play);
        assertEquals("server 0", stuck.scope());
        assertEquals("get", stuck.coroutine());
        assertEquals(HangDetected.Kind.BLOCKED, stuck.kind());
        assertInStack(stuck, "blockLikeAStudent");
    }

    @Test
    void whoAllocatesAllTheTimeIsReportedAsSuch() {
        stage.spawn("put", () -> {
            while (!enough) {
                garbage = new byte[1 << 16];
            }
        });
        HangDetected stuck = assertThrows(HangDetected.class, stage::play);
        enough = true;
        assertEquals(HangDetected.Kind.ALLOCATING, stuck.kind());
    }

    @Test
    void anEventThatHangsIsReportedAsTheSimulations() {
        stage.simulation().after(1, this::spinLikeAStudent);
        HangDetected stuck = assertThrows(HangDetected.class, stage::play);
        enough = true;
        assertEquals("the simulation", stuck.scope());
        assertInStack(stuck, "spinLikeAStudent");
    }

    @Test
    void theProcessGoesOnAndOtherSimulationsOfTheWorldAreUnharmed() {
        CountDownLatch reported = new CountDownLatch(1);
        CompletableFuture<List<String>> neighbour = CompletableFuture.supplyAsync(() -> {
            Stage another = new Stage(world);
            return another.play(() -> {
                while (reported.getCount() > 0) {
                    another.scenarioSleeps(1000);
                }
                another.note("done");
            });
        });
        stage.spawn("put", this::spinLikeAStudent);
        stage.spawn("patient", () -> stage.promise().await());
        assertThrows(HangDetected.class, stage::play);
        reported.countDown();
        assertTrue(neighbour.join().get(0).endsWith("ms: done"));
        enough = true;
        Stage next = new Stage(world);
        next.spawn("put", () -> next.note("fine"));
        assertEquals(List.of("0 ms: fine"), next.play());
    }

    @Test
    void aLongSimulationThatMakesProgressIsLeftAlone() {
        long threeLimitsOn = System.nanoTime() + 3 * LIMIT.toNanos();
        List<String> diary = stage.play(() -> {
            while (System.nanoTime() < threeLimitsOn) {
                stage.scenarioSleeps(1);
            }
            stage.note("ended");
        });
        assertTrue(diary.get(0).endsWith("ended"));
    }
}
