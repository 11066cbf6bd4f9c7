package kvlab.grader.trace;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import kvlab.history.Append;
import kvlab.history.Call;
import kvlab.history.Get;
import kvlab.history.History;
import kvlab.history.Operation;
import kvlab.history.Outcome;
import kvlab.history.Put;

/**
 * A history of calls, one EDN map a line: {@code {:process 0, :type :invoke, :f :append, :key "x", :value "1"}}. Processes are
 * numbered, since a client may make several calls at once; a call without a reply ends as {@code :info}, after all others.
 */
final class JepsenHistory {
    private final History history;

    JepsenHistory(History history) {
        this.history = history;
    }

    String text() {
        Map<Integer, String> lines = new TreeMap<>();
        StringBuilder open = new StringBuilder();
        for (Call call : history.calls()) {
            String value = written(call.operation());
            lines.put(call.invoked().position(), line(call, ":invoke", value));
            if (call.outcome() instanceof Outcome.Returned returned) {
                boolean get = call.operation() instanceof Get;
                lines.put(returned.at().position(), line(call, ":ok", get ? quoted(returned.value()) : value));
            } else {
                open.append(line(call, ":info", value));
            }
        }
        return String.join("", lines.values()) + open;
    }

    private static String line(Call call, String type, String value) {
        return "{:process " + call.number() + ", :type " + type + ", :f :" + name(call.operation()) + ", :key "
                + quoted(call.operation().key()) + ", :value " + value + "}\n";
    }

    private static String name(Operation operation) {
        return operation instanceof Put ? "put" : operation instanceof Append ? "append" : "get";
    }

    private static String written(Operation operation) {
        if (operation instanceof Put put) {
            return quoted(put.value());
        }
        return operation instanceof Append append ? quoted(append.value()) : "nil";
    }

    /** A string of EDN. */
    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (char character : text.toCharArray()) {
            if (character == '"' || character == '\\') {
                quoted.append('\\').append(character);
            } else if (character < ' ' || character > '~') {
                quoted.append(String.format(Locale.ROOT, "\\u%04x", (int) character));
            } else {
                quoted.append(character);
            }
        }
        return quoted.append('"').toString();
    }
}
