package kvlab.grader.trace;

import java.util.function.BiFunction;
import kvlab.history.History;
import kvlab.record.Recording;

/** What other tools read. */
public enum Format {
    /** Chrome's trace event format, for ui.perfetto.dev: calls and handlers as slices, messages as arrows. */
    PERFETTO("{\"displayTimeUnit\"", (recording, history) -> new PerfettoTrace(recording).json()),

    /** Events with vector clocks, for ShiViz: happens-before as a graph. The log's first line is the expression that parses it. */
    SHIVIZ("(?<host>", (recording, history) -> new ShiVizLog(recording).text()),

    /** The clients' calls as Jepsen writes histories, a map a line, which Porcupine's and Knossos's tools read. */
    JEPSEN("{:process ", (recording, history) -> new JepsenHistory(history).text());

    private final String beginning;
    private final BiFunction<Recording, History, String> writer;

    Format(String beginning, BiFunction<Recording, History, String> writer) {
        this.beginning = beginning;
        this.writer = writer;
    }

    /** What each file with an event begins with. */
    public String beginning() {
        return beginning;
    }

    /** The whole file. */
    public String of(Recording recording, History history) {
        return writer.apply(recording, history);
    }
}
