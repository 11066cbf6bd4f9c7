package kvlab.explain;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import kvlab.record.CodeEvent;
import kvlab.record.Event;
import kvlab.record.FaultEvent;
import kvlab.record.FieldChange;
import kvlab.record.Place;
import kvlab.record.RaftEvent;

/**
 * Which commands students' Rafts had in their logs. The log is the field in which commands appear most often, on all servers.
 * What was not read of it, or only in part, or stands in another field, is not known.
 */
final class Held {
    private static final String CUT = "...";

    /** The length of the text of an empty collection. */
    private static final int EMPTY = 2;

    private final List<Event> events;
    private final Set<String> commands = new HashSet<>();
    private final Optional<String> log;
    private final Map<Question, NavigableMap<Duration, Answer>> answers = new HashMap<>();

    private record Question(int server, String command) {}

    /** Whether a command is in a log. */
    enum Answer {
        YES,
        NO,
        UNKNOWN
    }

    Held(List<Event> events) {
        this.events = events;
        log = field();
    }

    private Optional<String> field() {
        events.forEach(event -> {
            if (event.what() instanceof RaftEvent.Started started && started.leader()) {
                commands.add(started.command());
            } else if (event.what() instanceof RaftEvent.Committed committed) {
                commands.add(committed.command());
            }
        });
        Map<String, Integer> found = new TreeMap<>();
        for (Event event : events) {
            if (event.what() instanceof CodeEvent.Fields fields) {
                fields.changes().stream()
                        .filter(change -> commands.stream().anyMatch(change.after()::contains))
                        .forEach(change -> found.merge(change.field(), 1, Integer::sum));
            }
        }
        return found.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey);
    }

    /** The servers that certainly had a command in their logs when an event had happened. */
    TreeSet<Integer> holders(String command, List<Integer> servers, Event until) {
        TreeSet<Integer> holders = new TreeSet<>();
        servers.stream()
                .filter(server -> holds(server, command, until) == Answer.YES)
                .forEach(holders::add);
        return holders;
    }

    /** Whether it is known of each server whether it had a command. */
    boolean isKnown(String command, List<Integer> servers, Event until) {
        return servers.stream().noneMatch(server -> holds(server, command, until) == Answer.UNKNOWN);
    }

    /** Whether a server had a command in its log when an event had happened, and what followed from it at once. */
    Answer holds(int server, String command, Event until) {
        Map.Entry<Duration, Answer> latest = answers.computeIfAbsent(new Question(server, command), this::answers)
                .floorEntry(until.at());
        return latest == null ? Answer.UNKNOWN : latest.getValue();
    }

    /** From each moment on at which the server's log may have changed. */
    private NavigableMap<Duration, Answer> answers(Question question) {
        NavigableMap<Duration, Answer> from = new TreeMap<>();
        Log content = new Log();
        for (Event event : log.isEmpty() ? List.<Event>of() : events) {
            if (isOf(question.server, event)) {
                content.read(event);
                if (mayChangeLog(event)) {
                    from.put(event.at(), content.has(question.command));
                }
            }
        }
        return from;
    }

    private static boolean isOf(int server, Event event) {
        return event.place().kind() == Place.Kind.SERVER && event.place().number() == server;
    }

    private static boolean mayChangeLog(Event event) {
        return event.what() instanceof CodeEvent.Fields || event.what() instanceof FaultEvent.Restarted;
    }

    /** The log of a server as far as it was read. A new life's is what it had saved, unless its field shows otherwise. */
    private final class Log {
        private final Map<String, String> elements = new HashMap<>();
        private final Map<String, String> elsewhere = new HashMap<>();
        private String saved = "";
        private boolean complete = true;
        private boolean begins;

        void read(Event event) {
            if (event.what() instanceof RaftEvent.Saved save) {
                saved = save.state();
            } else if (event.what() instanceof FaultEvent.Restarted) {
                elsewhere.clear();
                set(saved);
                begins = true;
            } else if (event.what() instanceof CodeEvent.Fields fields) {
                for (FieldChange change : fields.changes()) {
                    if (change.field().equals(log.orElseThrow())) {
                        change(change);
                    } else {
                        elsewhere.put(change.field() + " " + change.at(), change.after());
                    }
                }
                complete &= !fields.text().endsWith(" more");
            }
        }

        private void change(FieldChange change) {
            String at = change.at();
            if (at.isEmpty()) {
                boolean whole = change.after().length() <= EMPTY
                        || !change.after().endsWith(CUT) && commands.stream().anyMatch(change.after()::contains);
                if (whole) {
                    set(change.after());
                } else {
                    complete &= begins; // what it had saved is known better than this part
                }
                begins = false;
                return;
            }
            String element = at;
            while (!elements.containsKey(element) && element.contains(".")) {
                element = element.substring(0, element.lastIndexOf('.'));
            }
            if (element.equals(at) || !elements.containsKey(element)) {
                elements.put(at, change.after());
            } else {
                inElement(element, List.of(at.substring(element.length() + 1).split("\\.")), change);
            }
        }

        /** A component of an element has changed, such as {@code command.number}. */
        private void inElement(String element, List<String> path, FieldChange change) {
            String text = elements.get(element);
            int from = 0;
            for (String name : path) {
                from = text.indexOf(name + "=", Math.max(0, from));
                from = from < 0 ? text.length() : from + name.length() + 1;
            }
            if (text.startsWith(change.before(), from)) {
                elements.put(
                        element,
                        text.substring(0, from)
                                + change.after()
                                + text.substring(from + change.before().length()));
            } else {
                complete = false;
            }
        }

        private void set(String whole) {
            elements.clear();
            elements.put("", "");
            List<String> list = elementsOf(whole);
            for (int i = 0; i < list.size(); i++) {
                elements.put(String.valueOf(i), list.get(i));
            }
            if (list.isEmpty()) {
                elements.put("", whole);
            }
            complete = !whole.endsWith(CUT);
        }

        /** The elements of the first list in a text that has commands. */
        private List<String> elementsOf(String text) {
            for (int begin = text.indexOf('['); begin >= 0; begin = text.indexOf('[', begin + 1)) {
                if (begin == 0 || text.charAt(begin - 1) == '=') {
                    List<String> list = split(text, begin + 1);
                    if (list.stream().anyMatch(element -> commands.stream().anyMatch(element::contains))) {
                        return list;
                    }
                }
            }
            return List.of();
        }

        private static List<String> split(String text, int begin) {
            List<String> parts = new ArrayList<>();
            int depth = 0;
            int start = begin;
            for (int i = begin; i < text.length(); i++) {
                char character = text.charAt(i);
                if (depth == 0 && (character == ']' || text.startsWith(", ", i))) {
                    parts.add(text.substring(start, i));
                    if (character == ']') {
                        return parts;
                    }
                    start = i + 2;
                }
                depth += character == '[' ? 1 : character == ']' ? -1 : 0;
            }
            return parts;
        }

        Answer has(String command) {
            if (elements.values().stream().anyMatch(text -> text.contains(command))) {
                return Answer.YES;
            }
            boolean known = complete
                    && !elements.isEmpty()
                    && elsewhere.values().stream().noneMatch(text -> text.contains(command));
            return known ? Answer.NO : Answer.UNKNOWN;
        }
    }

    /** When a server lost a command from its log, for the last time before an event. */
    Optional<Event> lost(int server, String command, Event until) {
        Event lost = null;
        boolean there = false;
        for (Event event : events) {
            if (event.id() > until.id()) {
                break;
            }
            if (isOf(server, event) && mayChangeLog(event)) {
                Answer now = holds(server, command, event);
                if (there && now == Answer.NO) {
                    lost = event;
                }
                there = now == Answer.YES;
            }
        }
        return Optional.ofNullable(lost);
    }
}
