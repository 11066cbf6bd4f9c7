package kvlab.grader.policy.score;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.Random;
import kvlab.grader.policy.LateRule;
import kvlab.grader.policy.Percent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LatenessTest {

    private static final BigDecimal SCORE = new BigDecimal("37.5");
    private static final BigDecimal FULL_MARKS = new BigDecimal("90");

    @Test
    void itsWordsHoldAllThatItsPointsDependOn() {
        Random random = new Random(1);
        for (int attempt = 0; attempt < 500; attempt++) {
            Percent perDay = new Percent(BigDecimal.valueOf(random.nextInt(1001), 1));
            LateRule.Base of = LateRule.Base.values()[random.nextInt(2)];
            Lateness lateness = new Lateness(new LateRule(perDay, of, random.nextInt(4)), 1 + random.nextInt(5));
            Adjustment adjustment = lateness.adjustment(SCORE, FULL_MARKS);
            Lateness said = Lateness.saidBy(adjustment.reason()).orElseThrow();
            assertEquals(lateness.days(), said.days());
            assertEquals(adjustment.points(), said.adjustment(SCORE, FULL_MARKS).points(), adjustment.reason());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "does not build: 10 % of full marks",
                "2 days late",
                "2 days late: 101 % off for each day begun, of the score",
                "2 days late: 1.0.0 % off for each day begun, of the score",
                "99999999999 days late: nothing counts after 3 days"
            })
    void otherWordsAreNotAboutIt(String words) {
        assertEquals(Optional.empty(), Lateness.saidBy(words));
    }
}
