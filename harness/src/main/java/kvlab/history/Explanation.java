package kvlab.history;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import kvlab.diagnostic.Diagnostic;
import kvlab.diagnostic.Quote;
import kvlab.history.Linearizability.NotLinearizable;

/** Explains why a history is not linearizable. */
final class Explanation {
    private static final int VALUES_SHOWN = 4;
    private static final int CALLS_SHOWN = 6;

    private final NotLinearizable failure;
    private final Call get;
    private final Outcome.Returned end;
    private final List<String> values;
    private final Excerpt excerpt;

    Explanation(NotLinearizable failure) {
        this.failure = failure;
        get = failure.unplaceable();
        end = (Outcome.Returned) get.outcome();
        values = valuesDuring(get, failure.prefix());
        List<String> texts = new ArrayList<>(values);
        texts.add(end.value());
        excerpt = Excerpt.of(texts);
    }

    /** The get that has no place in any order. */
    Diagnostic diagnostic() {
        return Diagnostic.of("history.not-linearizable")
                .with("key", Quote.of(failure.key()))
                .with("client", get.client())
                .with("begin", seconds(get.invoked().at()))
                .with("end", seconds(end.at().at()))
                .with("value", excerpt.quote(end.value()));
    }

    /** What it could have read instead, and an order of the calls before it. */
    String detail() {
        StringBuilder lines = new StringBuilder();
        lines.append("In an order that fits every answer before, the value was ")
                .append(excerpt.quote(values.get(0)))
                .append(" when it began");
        if (values.size() > 1) {
            int shown = Math.min(values.size(), VALUES_SHOWN + 1);
            List<String> later =
                    values.subList(1, shown).stream().map(excerpt::quote).toList();
            lines.append(" and then ").append(String.join(", ", later));
            if (shown < values.size()) {
                lines.append(" and ").append(values.size() - shown).append(" more");
            }
        }
        lines.append('.');
        if (!failure.longest()) {
            lines.append("\nThe search for the first call without a place ended with its budget: ")
                    .append("an earlier get may be the one at fault.");
        }
        describeEnd(failure.prefix(), lines);
        return lines.toString();
    }

    private static void describeEnd(List<Call> order, StringBuilder lines) {
        int from = Math.max(0, order.size() - CALLS_SHOWN);
        if (!order.isEmpty()) {
            lines.append(from == 0 ? "\nThat order:" : "\nThat order ends:");
        }
        for (Call call : order.subList(from, order.size())) {
            lines.append("\n  ").append(describe(call));
            if (call.operation() instanceof Get && call.outcome() instanceof Outcome.Returned end) {
                lines.append(", returned ").append(Quote.of(end.value()));
            }
        }
    }

    /** The values that a get could have read in this order: from the one at its invocation to the one at its return. */
    private static List<String> valuesDuring(Call get, List<Call> order) {
        int before = 0;
        for (int i = 0; i < order.size(); i++) {
            if (order.get(i).outcome() instanceof Outcome.Returned end
                    && end.at().position() < get.invoked().position()) {
                before = i + 1;
            }
        }
        List<String> values = new ArrayList<>();
        String value = "";
        for (int i = 0; i <= order.size(); i++) {
            if (i == before || i > before && !value.equals(values.get(values.size() - 1))) {
                values.add(value);
            }
            if (i < order.size()) {
                value = after(value, order.get(i).operation());
            }
        }
        return values;
    }

    private static String after(String value, Operation operation) {
        if (operation instanceof Put put) {
            return put.value();
        }
        return operation instanceof Append append ? value + append.value() : value;
    }

    private static String describe(Call call) {
        String begin = seconds(call.invoked().at());
        return call.operation() + " by client " + call.client()
                + (call.outcome() instanceof Outcome.Returned end
                        ? ", from " + begin + " to " + seconds(end.at().at())
                        : ", begun at " + begin + " and never answered");
    }

    static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.3f s", duration.toNanos() / 1e9);
    }
}
