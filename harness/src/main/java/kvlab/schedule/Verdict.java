package kvlab.schedule;

import kvlab.diagnostic.Diagnostic;

/**
 * What one schedule of one lab test came to. Each kind carries what its reader needs: a diagnostic that says what was
 * expected and what was seen, and details of many lines (a stack trace, a history), possibly empty.
 */
public sealed interface Verdict {

    /** What was found out. */
    Diagnostic diagnostic();

    /** One line for people. */
    default String message() {
        return diagnostic().message();
    }

    /** Whatever else helps to understand it, in lines; empty if there is nothing more. */
    String detail();

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
    }

    /** The submission did what the test forbids, or did not do what it asks for. */
    record Failed(Diagnostic diagnostic, String detail) implements Verdict {
        public Failed(String message, String detail) {
            this(Diagnostic.told(message), detail);
        }
    }

    /** The submission's code stopped the simulation: a call that really blocks, or never ends. */
    record TimedOut(Diagnostic diagnostic, String detail) implements Verdict {
        public TimedOut(String message, String detail) {
            this(Diagnostic.told(message), detail);
        }
    }

    /** The submission ended the process that ran it, or exhausted its memory. */
    record Crashed(Diagnostic diagnostic, String detail) implements Verdict {
        public Crashed(String message, String detail) {
            this(Diagnostic.told(message), detail);
        }
    }

    /** The submission was not run: it does not compile, lacks a class, or breaks a rule that is checked before. */
    record Refused(Diagnostic diagnostic, String detail) implements Verdict {
        public Refused(String message, String detail) {
            this(Diagnostic.told(message), detail);
        }
    }

    /** The history was too large for the checker's budget. Never a fail, never a pass. */
    record Undecided(Diagnostic diagnostic, String detail) implements Verdict {
        public Undecided(String message, String detail) {
            this(Diagnostic.told(message), detail);
        }
    }

    /** The kit itself went wrong, through no fault of the submission. */
    record InfrastructureError(Diagnostic diagnostic, String detail) implements Verdict {
        public InfrastructureError(String message, String detail) {
            this(Diagnostic.told(message), detail);
        }
    }
}
