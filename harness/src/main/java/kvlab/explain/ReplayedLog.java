package kvlab.explain;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import kvlab.history.Append;
import kvlab.history.Operation;
import kvlab.history.Put;

/**
 * What a key holds after the entries of a log, if each request takes effect once, at its first entry; and what it would hold
 * if one of these rules were broken.
 */
final class ReplayedLog {
    private final NavigableMap<Long, LogEntry> log;

    ReplayedLog(NavigableMap<Long, LogEntry> log) {
        this.log = log;
    }

    /** The entries that write a key, in order, with their operations. */
    List<Write> writes(String key) {
        List<Write> writes = new ArrayList<>();
        for (Map.Entry<Long, LogEntry> each : log.entrySet()) {
            Optional<Request> request = each.getValue().request();
            if (request.isPresent()) {
                Operation operation = request.get().call().call().operation();
                if (operation.key().equals(key) && (operation instanceof Put || operation instanceof Append)) {
                    writes.add(new Write(each.getValue(), request.get(), operation));
                }
            }
        }
        return writes;
    }

    record Write(LogEntry entry, Request request, Operation operation) {}

    /** The value up to an index. */
    static String value(List<Write> writes, long upTo) {
        return value(writes, upTo, write -> false, write -> false);
    }

    /**
     * The value up to an index.
     *
     * @param again writes that take effect although their request has taken effect
     * @param skipped writes that do not take effect
     */
    static String value(List<Write> writes, long upTo, Predicate<Write> again, Predicate<Write> skipped) {
        StringBuilder value = new StringBuilder();
        Set<Request> done = new HashSet<>();
        for (Write write : writes) {
            if (write.entry.index() > upTo) {
                break;
            }
            boolean first = done.add(write.request);
            if (skipped.test(write) || !first && !again.test(write)) {
                continue;
            }
            if (write.operation instanceof Put put) {
                value.setLength(0);
                value.append(put.value());
            } else {
                value.append(((Append) write.operation).value());
            }
        }
        return value.toString();
    }
}
