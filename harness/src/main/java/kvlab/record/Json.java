package kvlab.record;

import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Plain values as JSON: records by the names of their components, durations as nanoseconds, places by their displayed
 * names, enums in words, what is empty as null. Messages and faults, of which there are several types, have their {@code
 * type} as well. Only ASCII, so that no reader sees the end of a line within a line.
 */
public final class Json {
    private Json() {}

    /** @throws IllegalArgumentException if it is no plain value */
    public static String of(Object value) {
        if (value instanceof Optional<?> optional) {
            return optional.map(Json::of).orElse("null");
        } else if (value == null || value instanceof Boolean || value instanceof Long || value instanceof Integer) {
            return String.valueOf(value);
        } else if (value instanceof String text) {
            return string(text);
        } else if (value instanceof Enum<?> constant) {
            return string(constant.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        } else if (value instanceof Duration time) {
            return String.valueOf(time.toNanos());
        } else if (value instanceof Place place) {
            return string(place.name());
        } else if (value instanceof Collection<?> list) {
            return list.stream().map(Json::of).collect(Collectors.joining(",", "[", "]"));
        } else if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(member -> string((String) member.getKey()) + ":" + of(member.getValue()))
                    .collect(Collectors.joining(",", "{", "}"));
        } else if (value instanceof Record components) {
            return of(members(components));
        }
        throw new IllegalArgumentException(value.getClass() + " has no JSON form");
    }

    private static Map<String, Object> members(Record of) {
        Map<String, Object> members = new LinkedHashMap<>();
        if (of instanceof Content || of instanceof InjectedFault) {
            members.put("type", Kind.words(of.getClass().getSimpleName()));
        }
        for (RecordComponent component : of.getClass().getRecordComponents()) {
            try {
                members.put(component.getName(), component.getAccessor().invoke(of));
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(component + " cannot be read", e);
            }
        }
        return members;
    }

    private static String string(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c < ' ' || c > '~') {
                quoted.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }
}
