package kvlab.grader.policy.score;

import com.fasterxml.jackson.annotation.JsonValue;
import kvlab.schedule.Verdict;

/** What a verdict is called in files, and in the table's narrower columns. */
public enum VerdictName {
    PASSED("passed", "ok"),
    FAILED("failed", "FAIL"),
    TIMED_OUT("timed out", "HANG"),
    CRASHED("crashed", "CRASH"),
    REFUSED("refused", "-"),
    UNDECIDED("undecided", "?"),
    INFRASTRUCTURE_ERROR("infrastructure error", "!");

    private final String inFiles;
    private final String inTable;

    VerdictName(String inFiles, String inTable) {
        this.inFiles = inFiles;
        this.inTable = inTable;
    }

    static VerdictName of(Verdict verdict) {
        if (verdict instanceof Verdict.Passed) {
            return PASSED;
        } else if (verdict instanceof Verdict.Failed) {
            return FAILED;
        } else if (verdict instanceof Verdict.TimedOut) {
            return TIMED_OUT;
        } else if (verdict instanceof Verdict.Crashed) {
            return CRASHED;
        } else if (verdict instanceof Verdict.Refused) {
            return REFUSED;
        } else if (verdict instanceof Verdict.Undecided) {
            return UNDECIDED;
        }
        return INFRASTRUCTURE_ERROR;
    }

    @JsonValue
    public String inFiles() {
        return inFiles;
    }

    public String inTable() {
        return inTable;
    }
}
