package kvlab.schedule;

import java.util.List;
import kvlab.diagnostic.Diagnostic;

/**
 * The figures of a schedule, up to the end of its scenario.
 *
 * @param virtualMillis how long it took, in milliseconds of virtual time
 * @param servers how many servers there were
 * @param rpcs how many requests were sent, between peers and by clients
 * @param operations how many calls clients made; where there were no clients, how many commands were agreed on
 * @param remarks remarks on the submission, which do not decide the test
 */
public record Statistics(long virtualMillis, int servers, long rpcs, long operations, List<Diagnostic> remarks) {
    /** Of what has not been counted. */
    public static final Statistics NONE = new Statistics(0, 0, 0, 0, List.of());

    public Statistics {
        remarks = List.copyOf(remarks);
    }
}
