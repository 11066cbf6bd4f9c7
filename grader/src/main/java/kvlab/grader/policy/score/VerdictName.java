package kvlab.grader.policy.score;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.stream.Stream;
import kvlab.schedule.Verdict;

/** The name of a verdict in files, and its abbreviation in tables. */
public enum VerdictName {
    PASSED(Verdict.Passed.class, "passed", "ok"),
    FAILED(Verdict.Failed.class, "failed", "FAIL"),
    TIMED_OUT(Verdict.TimedOut.class, "timed out", "HANG"),
    CRASHED(Verdict.Crashed.class, "crashed", "CRASH"),
    REFUSED(Verdict.Refused.class, "refused", "-"),
    UNDECIDED(Verdict.Undecided.class, "undecided", "?"),
    INFRASTRUCTURE_ERROR(Verdict.InfrastructureError.class, "infrastructure error", "!");

    private final Class<? extends Verdict> kind;
    private final String inFiles;
    private final String inTable;

    VerdictName(Class<? extends Verdict> kind, String inFiles, String inTable) {
        this.kind = kind;
        this.inFiles = inFiles;
        this.inTable = inTable;
    }

    static VerdictName of(Verdict verdict) {
        return Stream.of(values())
                .filter(name -> name.kind.isInstance(verdict))
                .findFirst()
                .orElseThrow();
    }

    @JsonValue
    public String inFiles() {
        return inFiles;
    }

    public String inTable() {
        return inTable;
    }
}
