package kvlab.junit;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import kvlab.diagnostic.Diagnostic;
import kvlab.schedule.Statistics;
import kvlab.schedule.Verdict;

/** The statistics of a test's passed schedules, for the listeners of the test. */
final class Tally {
    /** A report entry's key: a line in the original suite's form, with seconds, servers, RPCs and operations. */
    static final String FIGURES = "figures";

    /** A report entry's key: the remarks on the submission, in lines. */
    static final String REMARKS = "remarks";

    private final Set<Diagnostic> remarks = new LinkedHashSet<>();
    private long schedules;
    private long virtualMillis;
    private int servers;
    private long rpcs;
    private long operations;

    void add(Verdict verdict) {
        if (verdict instanceof Verdict.Passed passed) {
            Statistics statistics = passed.statistics();
            schedules++;
            virtualMillis += statistics.virtualMillis();
            servers = statistics.servers();
            rpcs += statistics.rpcs();
            operations += statistics.operations();
            remarks.addAll(statistics.remarks());
        }
    }

    /** Means over all schedules, and the remarks of any. */
    Map<String, String> entry() {
        long count = Math.max(1, schedules);
        Map<String, String> entry = new LinkedHashMap<>();
        entry.put(
                FIGURES,
                String.format(
                        Locale.ROOT,
                        "%5.1f %2d %5d %4d",
                        virtualMillis / 1e3 / count,
                        servers,
                        Math.round((double) rpcs / count),
                        Math.round((double) operations / count)));
        if (!remarks.isEmpty()) {
            entry.put(REMARKS, remarks.stream().map(Diagnostic::message).collect(Collectors.joining("\n")));
        }
        return entry;
    }
}
