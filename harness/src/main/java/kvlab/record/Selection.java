package kvlab.record;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Which events of a recording are shown, as a reader says it: {@code server=2,kind=role,from=3.1,to=3.4}. Places are
 * alternatives, and so are kinds and texts; an event must have one of each that is named. What is left out without a
 * word of it are heartbeats and details, so that they do not hide the rest.
 */
public final class Selection {
    private static final String ALL = "all";
    private static final BigDecimal MOST_SECONDS = BigDecimal.valueOf(1_000_000_000);

    private final Set<Place> places = new HashSet<>();
    private final Set<String> kinds = new HashSet<>();
    private final List<String> texts = new ArrayList<>();
    private Optional<Duration> from = Optional.empty();
    private Optional<Duration> to = Optional.empty();

    private Selection() {}

    /** Everything, except for heartbeats and details. */
    public static Selection byDefault() {
        return new Selection();
    }

    /** Everything. */
    public static Selection all() {
        Selection all = new Selection();
        all.kinds.add(ALL);
        return all;
    }

    /**
     * Reads selections, which hold together.
     *
     * @param selections each {@code KEY=VALUE,KEY=VALUE,...}; the keys are {@code server} and {@code client} with a number,
     *     {@code kind} with a word or group of {@link Kind} or {@code all}, {@code from} and {@code to} with seconds, both
     *     inclusive, and {@code text}, which an event's text contains and which goes to the end, commas included
     * @throws IllegalArgumentException with what is wrong, for the one who wrote it
     */
    public static Selection of(List<String> selections) {
        Selection read = new Selection();
        selections.forEach(read::read);
        if (read.from.isPresent() && read.to.isPresent() && read.from.get().compareTo(read.to.get()) > 0) {
            throw new IllegalArgumentException("from is after to: no event is between them");
        }
        return read;
    }

    private void read(String selection) {
        String rest = selection;
        while (!rest.isEmpty()) {
            boolean toTheEnd = rest.startsWith("text=");
            int comma = toTheEnd ? -1 : rest.indexOf(',');
            String part = comma < 0 ? rest : rest.substring(0, comma);
            int equals = part.indexOf('=');
            if (equals < 0) {
                throw new IllegalArgumentException(
                        "\"" + part + "\" is no KEY=VALUE such as server=2, kind=role, from=3.1 or text=put");
            }
            add(part.substring(0, equals), part.substring(equals + 1));
            rest = comma < 0 ? "" : rest.substring(comma + 1);
        }
    }

    private void add(String key, String value) {
        switch (key) {
            case "server" -> places.add(Place.server(number(key, value), 0));
            case "client" -> places.add(Place.client(number(key, value)));
            case "kind" -> kinds.add(kind(value));
            case "from" -> from = Optional.of(seconds(key, value));
            case "to" -> to = Optional.of(seconds(key, value));
            case "text" -> texts.add(value);
            default ->
                throw new IllegalArgumentException(
                        "there is no key \"" + key + "\": the keys are server, client, kind, from, to and text");
        }
    }

    private static int number(String key, String value) {
        try {
            return Integer.parseUnsignedInt(value);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    key + "=" + value + ": write the " + key + "'s number, such as " + key + "=2");
        }
    }

    private static Duration seconds(String key, String value) {
        try {
            BigDecimal seconds = new BigDecimal(value);
            if (seconds.signum() >= 0 && seconds.compareTo(MOST_SECONDS) <= 0) {
                return Duration.ofNanos(seconds.movePointRight(9).longValue());
            }
        } catch (NumberFormatException e) {
            // reported below
        }
        throw new IllegalArgumentException(key + "=" + value + ": write seconds, such as " + key + "=3.204");
    }

    private static String kind(String word) {
        Set<String> groups = Kind.all().stream().map(Kind::group).collect(Collectors.toCollection(TreeSet::new));
        if (!word.equals(ALL) && !groups.contains(word) && !Kind.byWord().containsKey(word)) {
            throw new IllegalArgumentException("there is no kind \"" + word + "\": the kinds are "
                    + String.join(", ", Kind.byWord().keySet()) + "; groups of them are " + String.join(", ", groups)
                    + "; and all");
        }
        return word;
    }

    /** Which of a recording's events are shown. */
    public Predicate<Event> in(Recording recording) {
        Predicate<Event> usual = kinds.contains(ALL) ? event -> true : new Heartbeats(recording.events()).negate();
        return usual.and(event -> isOfKind(Kind.of(event.what()), event.what().isDetail())
                && isInTime(event.at())
                && isAtPlace(event)
                && (texts.isEmpty() || texts.stream().anyMatch(event.what().toString()::contains)));
    }

    /** Details are shown to those who name their kind. */
    private boolean isOfKind(Kind kind, boolean isDetail) {
        return kinds.contains(ALL)
                || kinds.contains(kind.word())
                || !isDetail && (kinds.isEmpty() || kinds.contains(kind.group()));
    }

    private boolean isInTime(Duration at) {
        return from.map(first -> at.compareTo(first) >= 0).orElse(true)
                && to.map(last -> at.compareTo(last) <= 0).orElse(true);
    }

    /** What the network does with a message concerns both of its ends. */
    private boolean isAtPlace(Event event) {
        return places.isEmpty()
                || isNamed(event.place())
                || event.what() instanceof NetworkEvent network
                        && network.ends().stream().anyMatch(this::isNamed);
    }

    private boolean isNamed(Place place) {
        return places.contains(place.withoutLife());
    }
}
