package kvlab.grader.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kvlab.grader.grade.result.StudentView;
import kvlab.grader.grade.result.SubmissionResult;
import kvlab.grader.grade.result.Terms;
import kvlab.grader.policy.LateRule;
import kvlab.grader.policy.Points;
import kvlab.grader.policy.score.Adjustment;
import kvlab.grader.policy.score.TestResult;
import kvlab.grader.policy.score.VerdictName;

/**
 * The sentences about points, in plain text. Methods with "line" in their documentation escape quoted text for a
 * terminal.
 */
public final class ResultWords {

    /** For a student whose score may still rise. */
    private static final String NOT_FINAL =
            "NOT FINAL. The grader itself could not decide something, which is not your fault: the course staff must run it"
                    + " again.";

    private ResultWords() {}

    /** {@code 80 / 90}, or {@code at least 80 / 90}. */
    public static String score(SubmissionResult result) {
        return (result.decided() ? "" : "at least ") + Points.text(result.score()) + " / "
                + Points.text(result.terms().maxScore());
    }

    /** The form of the upload; empty if it could not be read. */
    public static String origin(SubmissionResult result) {
        return result.origin().map(origin -> origin.diagnostic().message()).orElse("");
    }

    /** What was graded, and by which rule it counts, in a sentence. */
    public static String counted(SubmissionResult result) {
        String graded =
                "Graded: " + (result.origin().isPresent() ? origin(result) : "nothing, since it could not be read");
        return graded
                + result.deadline()
                        .map(deadline -> "; " + deadline.counts().inWords())
                        .orElse("") + ".";
    }

    /** When it was handed in and due, by the course's clock; empty if nothing is ever late. */
    public static Optional<String> due(SubmissionResult result) {
        return result.deadline()
                .map(deadline -> "Handed in "
                        + result.handedIn().map(deadline::text).orElse("at a time that is not known") + ", due "
                        + deadline.inWords() + ".");
    }

    /** The test's suite, number and title. */
    public static String name(TestResult test) {
        return test.suite() + " " + test.number() + " (" + test.title() + ")";
    }

    /** The calculation of a test's points, in one line. */
    public static String points(Terms terms, TestResult test) {
        if (test.verdict() == VerdictName.REFUSED) {
            return "refused, so 0 of " + Points.text(test.worth());
        }
        BigDecimal possible = test.possible(terms.repeatedRuns());
        boolean open = test.earned().compareTo(possible) < 0;
        return schedules(test)
                + (test.openSchedules() == 0 ? "" : ", " + test.openSchedules() + " could not be decided") + ": "
                + (open ? "at least " : "") + Points.text(test.earned()) + " of " + Points.text(test.worth())
                + (open ? ", at most " + Points.text(possible) : "");
    }

    /** Where failures have decided a test, the schedules that were not run have neither passed nor failed. */
    private static String schedules(TestResult test) {
        boolean isSettled = test.failedSchedules() > 0 && test.earned().signum() == 0;
        return isSettled && test.schedulesRun() < test.schedules()
                ? "failed in " + test.failedSchedules() + " of the " + test.schedulesRun() + " schedules run"
                : test.passedSchedules() + " of " + test.schedules() + " schedules passed";
    }

    /** How schedules turn into points, as a sentence. */
    public static String rule(Terms terms) {
        String rule = terms.repeatedRuns().inWords();
        return Character.toUpperCase(rule.charAt(0)) + rule.substring(1) + ".";
    }

    /** A test that did not pass, in one line: name, verdict, points and message. */
    public static String lostPoints(TestResult test) {
        String message = test.firstFailure()
                .map(failure -> ": " + PlainText.line(failure.message()))
                .orElse("");
        return name(test) + " " + test.verdict().inFiles() + ", " + Points.text(test.earned()) + " of "
                + Points.text(test.worth()) + " points" + message;
    }

    /** Why a score is not full marks, as far as the policy lets a student know: a line for each reason. */
    public static List<String> lostPoints(SubmissionResult result) {
        List<String> lines = new ArrayList<>();
        refusal(result)
                .ifPresentOrElse(
                        lines::add,
                        () -> StudentView.of(result).tests().stream()
                                .filter(test -> test.verdict() != VerdictName.PASSED)
                                .forEach(test -> lines.add(lostPoints(test))));
        result.adjustments().forEach(adjustment -> lines.add(line(adjustment)));
        return lines;
    }

    /**
     * The score and the reasons why it is not full marks, as far as the policy shows them to students, and the
     * compiler's errors.
     *
     * @param heading the text before the score
     */
    public static List<String> explanation(String heading, SubmissionResult result) {
        List<String> lines = new ArrayList<>();
        lines.add(heading + score(result));
        if (!result.decided()) {
            lines.add(NOT_FINAL);
        }
        lines.add(rule(result.terms()));
        lines.addAll(lostPoints(result));
        result.compileErrors()
                .forEach(error -> PlainText.lines(error.rendered()).lines().forEach(lines::add));
        return lines;
    }

    /** The reason for refusing the whole submission. It reveals nothing about a hidden test. */
    private static Optional<String> refusal(SubmissionResult result) {
        return result.tests().stream()
                .filter(test -> test.verdict() == VerdictName.REFUSED)
                .flatMap(test -> test.firstFailure().stream())
                .map(failure -> "refused: "
                        + PlainText.line(failure.diagnostic().forOwner().message()))
                .findFirst();
    }

    /** What a student may see of a test's failure: message, detail and replay command. */
    public static Stream<String> failure(TestResult test) {
        return test.firstFailure().stream()
                .flatMap(failure -> Stream.of(failure.message(), failure.detail(), replay(failure.replay())))
                .filter(text -> !text.isEmpty());
    }

    /** The line with the replay command; empty if the command is. */
    public static String replay(String command) {
        return command.isEmpty() ? "" : "replay: " + command;
    }

    /** An adjustment with its points. */
    public static String line(Adjustment adjustment) {
        String sign = adjustment.points().signum() > 0 ? "+" : "";
        return PlainText.line(reason(adjustment)) + ": " + sign + Points.text(adjustment.points());
    }

    /** The reason for an adjustment. */
    public static String reason(Adjustment adjustment) {
        if (adjustment instanceof Adjustment.Late late) {
            return late.days() + (late.days() == 1 ? " day late: " : " days late: ") + cost(late.rule(), late.days());
        } else if (adjustment instanceof Adjustment.NotBuilding notBuilding) {
            return "does not build: " + notBuilding.gets() + " of full marks";
        } else if (adjustment instanceof Adjustment.CoveragePoints coverage) {
            return coverage.lines()
                            .map(lines -> "the tests run " + lines.covered() + " of " + lines.total() + " lines")
                            .orElse("no coverage")
                    + "; at least " + coverage.atLeast() + " earn extra credit";
        } else if (adjustment instanceof Adjustment.ByHand byHand) {
            return byHand.to()
                            .map(points -> byHand.of() + " set to " + Points.text(points) + " by ")
                            .orElse("comment by ")
                    + byHand.who() + (byHand.when().isEmpty() ? "" : ", " + byHand.when()) + ": " + byHand.why();
        }
        Adjustment.StylePoints style = (Adjustment.StylePoints) adjustment;
        return style.findings()
                        .map(count -> count + (count == 1 ? " finding" : " findings") + " on style")
                        .orElse("style not read")
                + "; at most " + style.atMost() + " earn extra credit";
    }

    private static String cost(LateRule rule, int days) {
        if (days > rule.mostDays()) {
            return "nothing counts after " + (rule.mostDays() == 0 ? "the due time" : rule.mostDays() + " days");
        }
        return rule.perDay() + " off for each day begun, of "
                + (rule.of() == LateRule.Base.SCORE ? "the score" : "full marks");
    }
}
