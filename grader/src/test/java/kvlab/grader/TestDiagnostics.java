package kvlab.grader;

import kvlab.diagnostic.Diagnostic;

/** Diagnostics for tests that are about something else. */
public final class TestDiagnostics {

    private TestDiagnostics() {}

    /** One with this sentence, which everyone is shown as a gap. */
    public static Diagnostic saying(String sentence) {
        return Diagnostic.of("test.saying").with("sentence", sentence);
    }
}
