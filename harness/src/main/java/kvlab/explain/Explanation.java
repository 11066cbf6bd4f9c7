package kvlab.explain;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import kvlab.diagnostic.Diagnostic;
import kvlab.record.Event;
import kvlab.record.Timeline;

/**
 * Why a schedule failed, for its reader.
 *
 * @param cause what the submission did, if the record shows it
 * @param rule the rule that it broke, if the cause is known
 * @param story the events that the failure depends on, in order
 */
public record Explanation(Optional<Diagnostic> cause, Optional<Rule> rule, List<Line> story) {
    /** Nothing is told. */
    public static final Explanation NONE = new Explanation(Optional.empty(), Optional.empty(), List.of());

    private static final int WIDTH = 160;

    public Explanation {
        story = List.copyOf(story);
    }

    /**
     * A line of the story.
     *
     * @param wrong whether it went wrong here
     */
    public record Line(Event event, boolean wrong) {
        @Override
        public String toString() {
            String text = event.what().toString();
            return String.format(
                    Locale.ROOT,
                    "%s %12s  %-9s %s",
                    wrong ? ">" : " ",
                    Timeline.seconds(event.at()),
                    event.place(),
                    text.length() <= WIDTH ? text : text.substring(0, WIDTH - 3) + "...");
        }
    }

    /** The story with numbered lines, then the cause and the rule; empty if there is nothing to tell. */
    public String text() {
        StringBuilder text = new StringBuilder();
        if (!story.isEmpty()) {
            text.append("What happened:\n");
            for (int i = 0; i < story.size(); i++) {
                text.append(String.format(Locale.ROOT, "%4d %s%n", i + 1, story.get(i)));
            }
        }
        cause.filter(found -> found.code().startsWith("cause."))
                .ifPresent(found ->
                        text.append("What went wrong: ").append(found.message()).append('\n'));
        rule.ifPresent(broken ->
                text.append("What should have happened: ").append(broken).append('\n'));
        return text.toString().replace("\r\n", "\n");
    }
}
