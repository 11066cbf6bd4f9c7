package kvlab.history;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads histories in the format of Porcupine's and Jepsen's test data: one event a line, in
 * real-time order, such as {@code {:process 3, :type :invoke, :f :put, :key "k", :value "v"}}.
 */
public final class EventLog {
    private static final Pattern LINE = Pattern.compile(
            "\\{:process (\\d+), :type :(invoke|ok), :f :(get|put|append), :key \"(.*?)\", :value (?:nil|\"(.*)\")}");

    private EventLog() {}

    /**
     * Parses a history.
     *
     * @throws IllegalArgumentException if a line is no event, or ends a call that is not open
     */
    public static History parse(List<String> lines) {
        HistoryRecorder recorder = new HistoryRecorder();
        Map<Long, Call> open = new HashMap<>();
        for (String line : lines) {
            Matcher event = LINE.matcher(line);
            if (!event.matches()) {
                throw new IllegalArgumentException("not an event of a history: " + line);
            }
            long client = Long.parseLong(event.group(1));
            if (event.group(2).equals("invoke")) {
                Operation operation = switch (event.group(3)) {
                    case "get" -> new Get(event.group(4));
                    case "put" -> new Put(event.group(4), event.group(5));
                    default -> new Append(event.group(4), event.group(5));
                };
                open.put(client, recorder.invoked(client, operation, Duration.ZERO));
            } else if (!open.containsKey(client)) {
                throw new IllegalArgumentException("ends a call that was not begun: " + line);
            } else if (event.group(3).equals("get")) {
                recorder.returned(open.remove(client), event.group(5), Duration.ZERO);
            } else {
                recorder.returned(open.remove(client), Duration.ZERO);
            }
        }
        return recorder.history();
    }
}
