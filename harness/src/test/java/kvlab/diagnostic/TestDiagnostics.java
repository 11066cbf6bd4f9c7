package kvlab.diagnostic;

/** Diagnostics for tests that are about something else. */
public final class TestDiagnostics {

    private TestDiagnostics() {}

    /** A diagnostic with this sentence, which is a gap for everyone. */
    public static Diagnostic saying(String sentence) {
        return Diagnostic.of("test.saying").with("sentence", sentence);
    }
}
