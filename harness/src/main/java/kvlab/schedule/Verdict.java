package kvlab.schedule;

import kvlab.diagnostic.Diagnostic;

/**
 * The verdict on one schedule of one lab test. Each kind carries what its reader needs: a diagnostic that says what was
 * expected and what was seen, and details of many lines (a stack trace, a history), possibly empty.
 */
public sealed interface Verdict {

    /** What was found out. */
    Diagnostic diagnostic();

    /** One line for people. */
    default String message() {
        return diagnostic().message();
    }

    /** More that helps to understand it, in lines; empty if there is nothing more. */
    String detail();

    /** A verdict of the same kind, with another diagnostic and detail. */
    Verdict with(Diagnostic newDiagnostic, String newDetail);

    /** Whether it went wrong, through the submission's fault. */
    default boolean isFailure() {
        return this instanceof Failed || this instanceof TimedOut || this instanceof Crashed || this instanceof Refused;
    }

    /** All that the test expects has been seen. */
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

    /** The submission did what the test forbids, or did not do what it asks for. */
    record Failed(Diagnostic diagnostic, String detail) implements Verdict {

        @Override
        public Verdict with(Diagnostic newDiagnostic, String newDetail) {
            return new Failed(newDiagnostic, newDetail);
        }
    }

    /** The submission's code stopped the simulation: a call that really blocks, or never ends. */
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

        @Override
        public Verdict with(Diagnostic newDiagnostic, String newDetail) {
            return new Refused(newDiagnostic, newDetail);
        }
    }

    /** The history was too large for the checker's budget. Never a fail, never a pass. */
    record Undecided(Diagnostic diagnostic, String detail) implements Verdict {

        @Override
        public Verdict with(Diagnostic newDiagnostic, String newDetail) {
            return new Undecided(newDiagnostic, newDetail);
        }
    }

    /** The kit itself went wrong, through no fault of the submission. */
    record InfrastructureError(Diagnostic diagnostic, String detail) implements Verdict {

        @Override
        public Verdict with(Diagnostic newDiagnostic, String newDetail) {
            return new InfrastructureError(newDiagnostic, newDetail);
        }
    }
}
