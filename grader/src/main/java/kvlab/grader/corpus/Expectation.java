package kvlab.grader.corpus;

/** An outcome required of a wrong submission. Each has a part of the message that must report it. */
public sealed interface Expectation {

    String part();

    /** The rules refuse it, or the compiler does, before the first test. */
    record Refused(String part) implements Expectation {}

    /** A test reports it. */
    sealed interface ByTest extends Expectation {

        String suite();

        int test();
    }

    /** The first schedule of this test that does not pass has this message. */
    record CaughtBy(String suite, int test, String part) implements ByTest {}

    /** All schedules of this test pass, and one of them has this remark. */
    record ReportedBy(String suite, int test, String part) implements ByTest {}
}
