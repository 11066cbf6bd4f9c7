package kvlab.grader.grade;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kvlab.diagnostic.Diagnostic;
import kvlab.grader.policy.Policy;
import kvlab.grader.policy.PolicyFixture;
import org.junit.jupiter.api.Test;

class ConcessionTest {

    private static final Policy POLICY = PolicyFixture.policy(PolicyFixture.MINIMUM
            + "due: { at: 2026-12-04 18:00, zone: America/New_York }\n"
            + "late: { percent-per-day: 10, most-days: 3 }\n");

    private static final Instant DUE = Instant.parse("2026-12-04T23:00:00Z");
    private static final Instant DAY_AND_A_HALF_LATE = Instant.parse("2026-12-06T11:00:00Z");

    @Test
    void anExtensionMovesTheDueTime() {
        assertEquals(2, POLICY.lateDays(DAY_AND_A_HALF_LATE));
        Concession oneDay = new Concession(Optional.empty(), 1, 0);
        assertEquals(1, oneDay.applyTo(POLICY).lateDays(DAY_AND_A_HALF_LATE));
        assertEquals(
                List.of("has an extension: due 5 December 2026, 18:00:00 America/New_York"),
                sentences(oneDay, Optional.of(DAY_AND_A_HALF_LATE)));
        Concession ownTime = new Concession(Optional.of(DAY_AND_A_HALF_LATE), 0, 0);
        assertEquals(0, ownTime.applyTo(POLICY).lateDays(DAY_AND_A_HALF_LATE));
        assertEquals(1, ownTime.applyTo(POLICY).lateDays(DAY_AND_A_HALF_LATE.plusSeconds(1)));
    }

    @Test
    void lateDaysOfABudgetCostNothingAndAreCounted() {
        Concession three = new Concession(Optional.empty(), 0, 3);
        assertEquals(0, three.applyTo(POLICY).lateDays(DAY_AND_A_HALF_LATE));
        assertEquals(
                List.of("uses 2 of the 3 late days that are left"), sentences(three, Optional.of(DAY_AND_A_HALF_LATE)));
        Concession one = new Concession(Optional.empty(), 0, 1);
        assertEquals(1, one.applyTo(POLICY).lateDays(DAY_AND_A_HALF_LATE));
        assertEquals(
                List.of("uses 1 of the 1 late days that are left"), sentences(one, Optional.of(DAY_AND_A_HALF_LATE)));
        assertEquals(List.of("uses 0 of the 1 late days that are left"), sentences(one, Optional.of(DUE)));
    }

    @Test
    void withoutADueTimeNothingIsExtended() {
        Policy policy = PolicyFixture.policy(PolicyFixture.MINIMUM);
        assertEquals(policy, new Concession(Optional.empty(), 2, 2).applyTo(policy));
    }

    private static List<String> sentences(Concession concession, Optional<Instant> handedIn) {
        return concession.notes(POLICY, handedIn).stream()
                .map(Diagnostic::message)
                .toList();
    }
}
