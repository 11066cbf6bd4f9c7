package kvlab.schedule;

import java.util.List;
import java.util.stream.Collectors;
import kvlab.diagnostic.Diagnostic;

/**
 * The verdict on one schedule of one lab test. Each kind carries what its reader needs: a diagnostic that says what was
 * expected and what was seen, and details of many lines (a stack trace, a history), possibly empty.
 */
public sealed interface Verdict {

    /** The finding. */
    Diagnostic diagnostic();

    /** The message, in one line. */
    default String message() {
        return diagnostic().message();
    }

    /** Further details, in lines; may be empty. */
    String detail();

    /** A verdict of the same kind, with another diagnostic and detail. */
    Verdict with(Diagnostic newDiagnostic, String newDetail);

    /** Whether the submission is at fault. */
    default boolean isFailure() {
        return this instanceof Failed || this instanceof Refused || isStop();
    }

    /** Whether the submission's code stopped the schedule: it blocked, did not end, or ended or exhausted the process. */
    default boolean isStop() {
        return this instanceof TimedOut || this instanceof Crashed;
    }

    /** The submission met all expectations of the test. */
    record Passed(Statistics statistics) implements Verdict {
        /** Nothing was counted. */
        public Passed() {
            this(Statistics.NONE);
        }

        @Override
        public Diagnostic diagnostic() {
            return Diagnostic.of("passed");
        }

        @Override
        public String detail() {
            return "";
        }

        @Override
        public Verdict with(Diagnostic newDiagnostic, String newDetail) {
            return this;
        }
    }

    /** The submission did not meet an expectation of the test. */
    record Failed(Diagnostic diagnostic, String detail) implements Verdict {

        @Override
        public Verdict with(Diagnostic newDiagnostic, String newDetail) {
            return new Failed(newDiagnostic, newDetail);
        }
    }

    /** The submission's code stopped the simulation: a call blocked, or did not end. */
    record TimedOut(Diagnostic diagnostic, String detail) implements Verdict {

        @Override
        public Verdict with(Diagnostic newDiagnostic, String newDetail) {
            return new TimedOut(newDiagnostic, newDetail);
        }
    }

    /** The submission ended the process that ran it, or exhausted its memory. */
    record Crashed(Diagnostic diagnostic, String detail) implements Verdict {

        @Override
        public Verdict with(Diagnostic newDiagnostic, String newDetail) {
            return new Crashed(newDiagnostic, newDetail);
        }
    }

    /** The submission was not run: it does not compile, lacks a class, or breaks a rule that is checked before. */
    record Refused(Diagnostic diagnostic, String detail) implements Verdict {

        /** The first finding, which tells of how many there are more, with all of them in the details. */
        public static Refused because(List<Diagnostic> findings) {
            Diagnostic first = findings.get(0);
            return new Refused(
                    findings.size() == 1 ? first : first.with("more", findings.size() - 1),
                    findings.stream()
                            .map(finding -> finding.forOwner().message())
                            .collect(Collectors.joining("\n")));
        }

        @Override
        public Verdict with(Diagnostic newDiagnostic, String newDetail) {
            return new Refused(newDiagnostic, newDetail);
        }
    }

    /** The history exceeded the checker's budget. Neither a fail nor a pass. */
    record Undecided(Diagnostic diagnostic, String detail) implements Verdict {

        @Override
        public Verdict with(Diagnostic newDiagnostic, String newDetail) {
            return new Undecided(newDiagnostic, newDetail);
        }
    }

    /** The kit itself failed, through no fault of the submission. */
    record InfrastructureError(Diagnostic diagnostic, String detail) implements Verdict {

        @Override
        public Verdict with(Diagnostic newDiagnostic, String newDetail) {
            return new InfrastructureError(newDiagnostic, newDetail);
        }
    }
}
