package kvlab.grader.report.html;

import kvlab.grader.grade.result.VerdictName;

/** What verdicts look like and mean. */
public final class Mark {

    private Mark() {}

    /** The class that the style sheet colours it by. */
    public static String style(VerdictName verdict) {
        return switch (verdict) {
            case PASSED -> "passed";
            case FAILED -> "failed";
            case TIMED_OUT -> "timed-out";
            case CRASHED -> "crashed";
            case REFUSED -> "refused";
            case UNDECIDED, INFRASTRUCTURE_ERROR -> "open";
        };
    }

    /** For whoever meets the word for the first time. */
    public static String meaning(VerdictName verdict) {
        return switch (verdict) {
            case PASSED -> "passed";
            case FAILED -> "failed: an answer or a state was wrong";
            case TIMED_OUT -> "timed out: it went on for ever, or too long";
            case CRASHED -> "crashed: it threw something, or its process ended";
            case REFUSED -> "refused: it was turned away before the test";
            case UNDECIDED -> "undecided: the grader could not tell, and the points stay open";
            case INFRASTRUCTURE_ERROR -> "the grader itself failed, and the points stay open";
        };
    }
}
