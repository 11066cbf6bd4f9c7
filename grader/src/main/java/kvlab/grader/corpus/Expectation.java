package kvlab.grader.corpus;

/** What must come of a wrong submission. Each of them gives a part of the words in which that must be said. */
public sealed interface Expectation {

    String part();

    /** The rules refuse it, or the compiler does, before the first test. */
    record Refused(String part) implements Expectation {}

    /** It takes a test to see it. */
    sealed interface ByTest extends Expectation {

        String suite();

        int test();
    }

    /** The first schedule of this test that does not pass, says so. */
    record CaughtBy(String suite, int test, String part) implements ByTest {}

    /** No schedule of this test fails, but one of them is passed with a remark that says so. */
    record ReportedBy(String suite, int test, String part) implements ByTest {}
}
