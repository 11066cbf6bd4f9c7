package kvlab.record;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The kind of an event, as filters and formats name it.
 *
 * @param word such as {@code held-back}: the type's name
 * @param group such as {@code network}: the name of the sealed interface that the type is in
 * @param type the record that holds its fields
 */
public record Kind(String word, String group, Class<? extends Happening> type) {
    private static final ClassValue<Kind> BY_TYPE = new ClassValue<>() {
        @Override
        protected Kind computeValue(Class<?> type) {
            Class<?> family = type.getInterfaces()[0];
            return new Kind(
                    words(type.getSimpleName()),
                    words(family.getSimpleName().replace("Event", "")),
                    type.asSubclass(Happening.class));
        }
    };

    /** A name of a type in words, such as {@code held-back}. */
    public static String words(String name) {
        return name.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    public static Kind of(Happening what) {
        return BY_TYPE.get(what.getClass());
    }

    /** All kinds, in the order of their declaration. */
    public static List<Kind> all() {
        return Stream.of(Happening.class.getPermittedSubclasses())
                .flatMap(family -> Stream.of(family.getPermittedSubclasses()))
                .map(BY_TYPE::get)
                .toList();
    }

    /** All kinds by their word. */
    public static Map<String, Kind> byWord() {
        Map<String, Kind> kinds = new TreeMap<>();
        all().forEach(kind -> kinds.put(kind.word, kind));
        return Collections.unmodifiableMap(kinds);
    }
}
