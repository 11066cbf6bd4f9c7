package kvlab.grader.policy.score;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kvlab.grader.execute.inspect.Coverage;
import kvlab.grader.execute.inspect.Information;
import kvlab.grader.execute.inspect.Style;
import kvlab.grader.policy.InformationRules;

/** What coverage and style are worth by a policy: extra credit, all or nothing. */
final class InformationPoints {

    private final InformationRules rules;
    private final Optional<Information> information;

    /** @param information empty if the submission did not run, or nothing was asked */
    InformationPoints(InformationRules rules, Optional<Information> information) {
        this.rules = rules;
        this.information = information;
    }

    /** What is earned: with its reason, also if it is nothing. */
    List<Adjustment> earned() {
        return adjustments(false);
    }

    /** The same if all that the kit failed to find out were as the policy wants it. */
    List<Adjustment> possible() {
        return adjustments(true);
    }

    private List<Adjustment> adjustments(boolean hopeful) {
        List<Adjustment> adjustments = new ArrayList<>();
        if (information.isEmpty()) {
            return adjustments;
        }
        Information found = information.get();
        boolean open = hopeful && !found.complete();
        if (rules.coveragePoints().signum() > 0) {
            boolean earns = found.coverage().map(this::isEnough).orElse(open);
            String what = found.coverage()
                    .map(coverage -> "the tests run " + coverage.lines().inWords() + " lines")
                    .orElse("no coverage");
            adjustments.add(new Adjustment(
                    what + "; at least " + rules.coverageAtLeast() + " earn extra credit",
                    earns ? rules.coveragePoints() : BigDecimal.ZERO));
        }
        if (rules.stylePoints().signum() > 0) {
            boolean earns = found.style().map(this::areFew).orElse(open);
            String what = found.style()
                    .map(style -> style.count() + (style.count() == 1 ? " finding" : " findings") + " on style")
                    .orElse("style not read");
            adjustments.add(new Adjustment(
                    what + "; at most " + rules.styleAtMost() + " earn extra credit",
                    earns ? rules.stylePoints() : BigDecimal.ZERO));
        }
        return adjustments;
    }

    /** Compared as products, since the quotient may be no exact decimal. */
    private boolean isEnough(Coverage coverage) {
        BigDecimal covered = BigDecimal.valueOf(coverage.lines().covered()).movePointRight(2);
        BigDecimal wanted = rules.coverageAtLeast()
                .value()
                .multiply(BigDecimal.valueOf(coverage.lines().total()));
        return covered.compareTo(wanted) >= 0;
    }

    private boolean areFew(Style style) {
        return style.count() <= rules.styleAtMost();
    }
}
