package kvlab.grader.grade.result;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import kvlab.grader.policy.Points;
import kvlab.grader.policy.RepeatedRuns;
import kvlab.grader.policy.score.Adjustment;
import kvlab.grader.policy.score.Score;
import kvlab.grader.policy.score.TestResult;
import kvlab.grader.policy.score.VerdictName;

/**
 * Finds statements of a result that contradict each other. Only the result itself is read, neither the submission nor
 * the policy: this detects a number edited by hand, but not a consistent forgery.
 */
final class Contradictions {

    private final SubmissionResult result;
    private final List<String> found = new ArrayList<>();

    private Contradictions(SubmissionResult result) {
        this.result = result;
    }

    /** One line per contradiction; empty if the result is consistent. */
    static List<String> in(SubmissionResult result) {
        Contradictions contradictions = new Contradictions(result);
        Set<String> names = new HashSet<>();
        for (TestResult test : result.tests()) {
            String name = test.suite() + " " + test.number();
            contradictions.require(names.add(name), name + " is there twice");
            contradictions.look(test, name + ": ");
        }
        contradictions.checkAdjustments();
        contradictions.checkScore();
        return contradictions.found;
    }

    private void look(TestResult test, String name) {
        int failed = test.failedSchedules();
        int run = test.schedulesRun();
        require(
                0 <= failed && failed <= run && run <= test.schedules(),
                name + failed + " schedules failed, of " + run + " that ran, of " + test.schedules());
        require(
                0 <= test.undecidedSchedules() && test.undecidedSchedules() <= run - failed,
                name + test.undecidedSchedules() + " schedules are undecided, and " + failed + " failed, of " + run
                        + " that ran");
        require(isPart(test.points(), test.maxPoints()), name + parts("points", test.points(), test.maxPoints()));
        require(
                isPart(test.extraCredit(), test.maxExtraCredit()),
                name + parts("extra credit", test.extraCredit(), test.maxExtraCredit()));
        require(
                test.earned().signum() == 0 || failed < run,
                name + "it has " + Points.text(test.earned()) + " points, but no schedule passed");
        checkVerdict(
                test,
                name + "it " + (test.isDecided() ? "has the verdict " : "is ")
                        + test.verdict().inFiles());
        if (isExact(test)) {
            BigDecimal right = test.earned(result.terms().repeatedRuns(), test.passedSchedules());
            require(
                    right.compareTo(test.earned()) == 0,
                    name + "it has " + parts("points", test.earned(), test.worth())
                            + ", but by the rule for repeated runs " + Points.text(right));
        } else {
            found.add(name + "its points cannot be shared among " + test.schedules() + " schedules");
        }
    }

    /** Whether the points can be computed exactly for this number of schedules. */
    private boolean isExact(TestResult test) {
        RepeatedRuns runs = result.terms().repeatedRuns();
        return Stream.of(test.maxPoints(), test.maxExtraCredit())
                .allMatch(worth -> runs.unit(worth, test.schedules()).isPresent());
    }

    private void checkVerdict(TestResult test, String verdict) {
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

    /** Each adjustment has the points that its rule gives, and the late penalty comes last. */
    private void checkAdjustments() {
        List<Adjustment> stated = result.adjustments();
        List<Adjustment> right = Score.computed(
                stated, result.sum(TestResult::earned), result.terms().maxScore(), false);
        int days = 0;
        for (int i = 0; i < stated.size(); i++) {
            BigDecimal points = stated.get(i).points();
            BigDecimal computed = right.get(i).points();
            require(
                    points.compareTo(computed) == 0,
                    "adjustment " + (i + 1) + " is " + Points.text(points) + ", but by its own rule "
                            + Points.text(computed));
            if (stated.get(i) instanceof Adjustment.Late late) {
                require(i == stated.size() - 1, "there is an adjustment after the one for being late");
                days = late.days();
            }
        }
        require(days == result.lateDays(), "days late: " + result.lateDays() + ", but " + days + " by the adjustments");
        require(
                result.lateDays() == 0 || result.handedIn().isPresent() || result.isMarkedLate(),
                "days late: " + result.lateDays() + ", but no time of the hand-in");
    }

    private void checkScore() {
        Terms terms = result.terms();
        BigDecimal sum = Score.sum(result.adjustments(), result.sum(TestResult::earned));
        require(
                sum.compareTo(result.score()) == 0,
                "its score is " + Points.text(result.score()) + ", but tests and adjustments add up to "
                        + Points.text(sum));
        if (result.tests().stream().allMatch(this::isExact)) {
            checkPossibleScore();
        }
        BigDecimal most = terms.maxWithExtraCredit();
        require(
                result.possibleScore().compareTo(most) <= 0,
                "its score may be up to " + Points.text(result.possibleScore())
                        + ", but full marks and extra credit are " + Points.text(most));
        BigDecimal full = result.sum(TestResult::maxPoints);
        require(
                full.compareTo(terms.maxScore()) == 0,
                "full marks are " + Points.text(terms.maxScore()) + ", but its tests are worth " + Points.text(full));
        BigDecimal extra = result.sum(TestResult::maxExtraCredit);
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

    private void checkPossibleScore() {
        Terms terms = result.terms();
        boolean hopeful = result.information().map(told -> !told.complete()).orElse(false);
        BigDecimal tests = result.sum(test -> test.possible(terms.repeatedRuns()));
        BigDecimal possible = Score.sum(Score.computed(result.adjustments(), tests, terms.maxScore(), hopeful), tests);
        require(
                possible.compareTo(result.possibleScore()) == 0,
                "its score may be up to " + Points.text(result.possibleScore())
                        + ", but tests and adjustments add up to at most " + Points.text(possible));
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
