package kvlab.grader.grade.result;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import kvlab.grader.policy.Points;
import kvlab.grader.policy.score.Adjustment;
import kvlab.grader.policy.score.Lateness;
import kvlab.grader.policy.score.TestScore;

/**
 * What a result says that cannot all be true, as far as its own numbers tell; neither the submission nor the policy is asked.
 * So a number that was changed by hand is found out, and a result that was made up with care is not.
 */
final class Contradictions {

    private final SubmissionResult result;
    private final List<String> found = new ArrayList<>();

    private Contradictions(SubmissionResult result) {
        this.result = result;
    }

    /** A line each, for people; none if everything agrees. */
    static List<String> in(SubmissionResult result) {
        Contradictions contradictions = new Contradictions(result);
        Set<String> names = new HashSet<>();
        for (TestResult test : result.tests()) {
            String name = test.suite() + " " + test.number();
            contradictions.require(names.add(name), name + " is there twice");
            contradictions.look(test, name + ": ");
        }
        contradictions.lookAtAdjustments();
        contradictions.lookAtScore();
        return contradictions.found;
    }

    private void look(TestResult test, String name) {
        int failed = test.failedSchedules();
        int run = test.schedulesRun();
        require(
                0 <= failed && failed <= run && run <= test.schedules(),
                name + failed + " schedules failed, of " + run + " that ran, of " + test.schedules());
        require(isPart(test.points(), test.maxPoints()), name + parts("points", test.points(), test.maxPoints()));
        require(
                isPart(test.extraCredit(), test.maxExtraCredit()),
                name + parts("extra credit", test.extraCredit(), test.maxExtraCredit()));
        require(
                TestScore.isReasonFor(test.reason(), test.earned(), test.worth()),
                name + "it has " + parts("points", test.earned(), test.worth()) + ", but for this reason: "
                        + test.reason());
        require(
                test.earned().signum() == 0 || failed < run,
                name + "it has " + Points.text(test.earned()) + " points, but no schedule passed");
        lookAtVerdict(
                test,
                name + "it " + (test.isDecided() ? "has the verdict " : "is ")
                        + test.verdict().inFiles());
    }

    private void lookAtVerdict(TestResult test, String verdict) {
        int failed = test.failedSchedules();
        switch (test.verdict()) {
            case PASSED -> {
                require(
                        failed == 0 && test.schedulesRun() == test.schedules(),
                        verdict + ", but only " + (test.schedulesRun() - failed) + " of " + test.schedules()
                                + " schedules did not fail");
                require(
                        test.earned().compareTo(test.worth()) == 0,
                        verdict + ", but " + parts("points", test.earned(), test.worth()));
            }
            case FAILED, CRASHED -> require(failed > 0, verdict + ", but no schedule failed");
            case UNDECIDED, INFRASTRUCTURE_ERROR ->
                require(failed == 0, verdict + ", but " + failed + " schedules failed");
            case TIMED_OUT, REFUSED -> {
                // Either may have come before the first schedule.
            }
        }
        boolean passed = test.verdict() == VerdictName.PASSED;
        require(passed == test.firstFailure().isEmpty(), verdict + ", but names " + (passed ? "a" : "no") + " failure");
    }

    /** Being late comes last, and is all that takes points off. */
    private void lookAtAdjustments() {
        BigDecimal score = sum(TestResult::earned);
        Optional<Lateness> late = Optional.empty();
        for (Adjustment adjustment : result.adjustments()) {
            require(late.isEmpty(), "there is an adjustment after the one for being late: " + adjustment.reason());
            late = Lateness.saidBy(adjustment.reason());
            BigDecimal before = score;
            late.ifPresentOrElse(
                    lateness -> lookAtLateness(lateness, adjustment, before),
                    () -> require(
                            adjustment.points().signum() >= 0,
                            "points are taken off, but not for being late: " + adjustment.reason()));
            score = score.add(adjustment.points());
        }
        int days = result.lateDays();
        require(
                days == late.map(Lateness::days).orElse(0),
                "days late: " + days + ", but " + late.map(Lateness::days).orElse(0) + " by the adjustments");
        require(days == 0 || result.handedIn().isPresent(), "days late: " + days + ", but no time of the hand-in");
    }

    private void lookAtLateness(Lateness lateness, Adjustment stated, BigDecimal before) {
        Adjustment right = lateness.adjustment(before, result.terms().maxScore());
        require(
                right.points().compareTo(stated.points()) == 0,
                "for being late its adjustment is " + Points.text(stated.points()) + ", but by its own rule "
                        + Points.text(right.points()));
    }

    private void lookAtScore() {
        Terms terms = result.terms();
        BigDecimal sum =
                result.adjustments().stream().map(Adjustment::points).reduce(sum(TestResult::earned), BigDecimal::add);
        require(
                sum.compareTo(result.score()) == 0,
                "its score is " + Points.text(result.score()) + ", but tests and adjustments add up to "
                        + Points.text(sum));
        require(
                result.score().compareTo(result.possibleScore()) <= 0,
                "its score is " + Points.text(result.score()) + ", but at most " + Points.text(result.possibleScore())
                        + " is possible");
        BigDecimal most = terms.maxScore().add(terms.maxExtraCredit());
        require(
                result.possibleScore().compareTo(most) <= 0,
                "its score may be up to " + Points.text(result.possibleScore()) + ", but nobody can have more than "
                        + Points.text(most));
        BigDecimal full = sum(TestResult::maxPoints);
        require(
                full.compareTo(terms.maxScore()) == 0,
                "full marks are " + Points.text(terms.maxScore()) + ", but its tests are worth " + Points.text(full));
        BigDecimal extra = sum(TestResult::maxExtraCredit);
        require(
                extra.compareTo(terms.maxExtraCredit()) <= 0,
                "extra credit is " + Points.text(terms.maxExtraCredit()) + ", but its tests give "
                        + Points.text(extra));
        boolean settled = result.score().compareTo(result.possibleScore()) == 0
                && result.tests().stream().allMatch(TestResult::isDecided);
        require(
                result.decided() == settled,
                settled ? "it is not called decided, but it is" : "it is called decided, but it is not");
    }

    private BigDecimal sum(Function<TestResult, BigDecimal> part) {
        return result.tests().stream().map(part).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static boolean isPart(BigDecimal points, BigDecimal most) {
        return points.signum() >= 0 && points.compareTo(most) <= 0;
    }

    private static String parts(String what, BigDecimal points, BigDecimal most) {
        return Points.text(points) + " of " + Points.text(most) + " " + what;
    }

    private void require(boolean holds, String otherwise) {
        if (!holds) {
            found.add(otherwise);
        }
    }
}
