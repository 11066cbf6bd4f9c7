package kvlab.grader.cli;

/** The exit codes. */
final class ExitCode {

    static final int OK = 0;
    static final int TEST_FAILED = 1;
    static final int WRONG_USE = 2;
    static final int KIT_FAILED = 3;

    /** It is not known whether some submissions were late, though that decides their points. */
    static final int TIMES_UNKNOWN = 4;

    private ExitCode() {}
}
