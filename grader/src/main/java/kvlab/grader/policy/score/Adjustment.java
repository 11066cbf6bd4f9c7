package kvlab.grader.policy.score;

import java.math.BigDecimal;
import kvlab.grader.policy.Points;

/**
 * What is given or taken beside the tests.
 *
 * @param reason in one line
 * @param points negative if they are taken
 */
public record Adjustment(String reason, BigDecimal points) {

    public Adjustment {
        points = Points.normal(points);
    }
}
