package kvlab.grader.policy.score;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kvlab.grader.policy.LateRule;
import kvlab.grader.policy.Percent;

/**
 * Being late by a rule, in words that hold what is needed to work out again what it costs.
 *
 * @param days how many, each day begun counted whole; at least one
 */
public record Lateness(LateRule rule, int days) {

    private static final Pattern WORDS = Pattern.compile(
            "(\\d+) days? late: (?:nothing counts after .+|([\\d.]+) % off for each day begun, of (the score|full marks))");

    /** What these words say; empty if they are not about being late. The rule is right for these days and no others. */
    public static Optional<Lateness> saidBy(String words) {
        Matcher said = WORDS.matcher(words);
        if (!said.matches()) {
            return Optional.empty();
        }
        try {
            int days = Integer.parseInt(said.group(1));
            if (said.group(2) == null) {
                return Optional.of(new Lateness(LateRule.NOTHING_LATE, days));
            }
            Percent perDay = new Percent(new BigDecimal(said.group(2)));
            LateRule.Base of = said.group(3).equals("the score") ? LateRule.Base.SCORE : LateRule.Base.FULL_MARKS;
            return Optional.of(new Lateness(new LateRule(perDay, of, days), days));
        } catch (IllegalArgumentException noSuchNumber) {
            return Optional.empty();
        }
    }

    /** What is taken off a score, which is what was earned and given beside. */
    public Adjustment adjustment(BigDecimal score, BigDecimal fullMarks) {
        return new Adjustment(inWords(), rule.deduction(score, fullMarks, days).negate());
    }

    private String inWords() {
        String begun = days + (days == 1 ? " day late" : " days late");
        if (days > rule.mostDays()) {
            return begun + ": nothing counts after "
                    + (rule.mostDays() == 0 ? "the due time" : rule.mostDays() + " days");
        }
        return begun + ": " + rule.perDay() + " off for each day begun, of "
                + (rule.of() == LateRule.Base.SCORE ? "the score" : "full marks");
    }
}
