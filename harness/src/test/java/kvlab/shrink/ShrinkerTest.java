package kvlab.shrink;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import kvlab.diagnostic.Diagnostic;
import kvlab.reduction.Element;
import kvlab.reduction.Kind;
import kvlab.reduction.Reduction;
import kvlab.schedule.ScheduleRun;
import kvlab.schedule.Verdict;
import org.junit.jupiter.api.Test;

/** On schedules of a few lines, which fail if certain elements are there. */
class ShrinkerTest {
    private static final Budget ENOUGH = new Budget(1_000, 1_000_000);
    private static final Verdict FAILED = new Verdict.Failed(Diagnostic.of("core.wrong-value"), "");

    private int runs;

    /** Has a hundred losses and calls each, and fails in a way that depends on which of them are left. */
    private Shrinker shrinker(Budget budget, Function<Set<Element>, Verdict> verdict) {
        return new Shrinker(
                elements -> {
                    runs++;
                    for (int n = 0; n < 100; n++) {
                        elements.include(Element.of(Kind.CALL, 1, n));
                        elements.include(Element.ofMessage(Kind.LOST, "client 1", "server 0", n));
                    }
                    return new ScheduleRun(
                            verdict.apply(elements.occurred()),
                            elements.occurred().size(),
                            0,
                            0);
                },
                EnumSet.allOf(Kind.class),
                budget);
    }

    private static Verdict failsWith(Set<Element> occurred, Element... needed) {
        return occurred.containsAll(List.of(needed)) ? FAILED : new Verdict.Passed();
    }

    @Test
    void leavesExactlyWhatTheFailureNeeds() {
        Element[] needed = {
            Element.of(Kind.CALL, 1, 3),
            Element.of(Kind.CALL, 1, 77),
            Element.ofMessage(Kind.LOST, "client 1", "server 0", 50)
        };
        Shrunk shrunk = shrinker(ENOUGH, occurred -> failsWith(occurred, needed))
                .shrink(Reduction.NONE)
                .orElseThrow();
        assertEquals(Set.of(needed[0], needed[1]), shrunk.reduction().left(Kind.CALL));
        assertEquals(Set.of(needed[2]), shrunk.reduction().left(Kind.LOST));
        assertEquals(3, shrunk.after().events());
        assertEquals(List.of(needed[2]), shrunk.decisive());
        assertTrue(runs < 100, () -> runs + " runs");
        assertEquals(runs, shrunk.schedules());
    }

    @Test
    void anotherFindingIsNotTheSameFailure() {
        Element call = Element.of(Kind.CALL, 1, 3);
        Shrunk shrunk = shrinker(
                        ENOUGH,
                        occurred -> occurred.contains(call)
                                ? FAILED
                                : new Verdict.Failed(Diagnostic.of("core.call-timed-out"), ""))
                .shrink(Reduction.NONE)
                .orElseThrow();
        assertEquals(Set.of(call), shrunk.reduction().left(Kind.CALL));
        assertEquals(FAILED, shrunk.after().verdict());
    }

    @Test
    void otherWordsAreTheSameFailure() {
        Shrunk shrunk = shrinker(
                        ENOUGH,
                        occurred -> new Verdict.Failed(
                                Diagnostic.of("core.wrong-value").with("value", occurred.size()), ""))
                .shrink(Reduction.NONE)
                .orElseThrow();
        assertEquals(0, shrunk.after().events());
    }

    @Test
    void aBudgetIsKept() {
        Shrunk shrunk = shrinker(
                        new Budget(10, 1_000_000), occurred -> failsWith(occurred, Element.of(Kind.CALL, 1, 3)))
                .shrink(Reduction.NONE)
                .orElseThrow();
        assertEquals(10, runs);
        assertEquals(FAILED, shrunk.after().verdict());
    }

    @Test
    void whatPassesOrHangsIsLeftAlone() {
        for (Verdict verdict : List.of(
                new Verdict.Passed(),
                new Verdict.TimedOut(Diagnostic.of("schedule.blocked"), ""),
                new Verdict.Crashed(Diagnostic.of("schedule.out-of-memory"), ""),
                new Verdict.InfrastructureError(Diagnostic.of("schedule.kit-failed"), ""))) {
            runs = 0;
            assertEquals(Optional.empty(), shrinker(ENOUGH, occurred -> verdict).shrink(Reduction.NONE));
            assertEquals(1, runs);
        }
    }

    @Test
    void neverReportsARunThatDoesNotFail() {
        assertEquals(
                Optional.empty(),
                shrinker(ENOUGH, occurred -> runs < 3 ? FAILED : new Verdict.Passed())
                        .shrink(Reduction.NONE));
    }

    @Test
    void whatIsSmallStaysAsItIs() {
        Shrinker shrinker = shrinker(ENOUGH, occurred -> failsWith(occurred, Element.of(Kind.CALL, 1, 3)));
        Reduction once = shrinker.shrink(Reduction.NONE).orElseThrow().reduction();
        assertEquals(once, shrinker.shrink(once).orElseThrow().reduction());
    }
}
