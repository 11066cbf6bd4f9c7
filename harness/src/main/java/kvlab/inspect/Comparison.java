package kvlab.inspect;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kvlab.inspect.Value.Kind;
import kvlab.inspect.Value.Part;
import kvlab.inspect.Value.Parts;
import kvlab.inspect.Value.Text;

/** Finds the differences between two values, in the order of the parts. */
final class Comparison {
    private static final Text ABSENT = new Text("");

    /** Where in the object; the fields, and from the first collection on what is in it. */
    private record Path(String field, String at, boolean inCollection) {

        Path to(Kind of, String name) {
            if (of == Kind.OBJECT && !inCollection) {
                return new Path(field.isEmpty() ? name : field + "." + name, "", false);
            }
            return new Path(field, at.isEmpty() ? name : at + "." + name, true);
        }
    }

    private final List<Change> changes = new ArrayList<>();
    private long more;

    private Comparison() {}

    static Difference of(Value before, Value after) {
        Comparison comparison = new Comparison();
        comparison.compare(before, after, new Path("", "", false));
        return comparison.changes.isEmpty()
                ? Difference.NONE
                : new Difference(List.copyOf(comparison.changes), comparison.more);
    }

    private void compare(Value before, Value after, Path path) {
        if (before == after) {
            return;
        }
        if (before instanceof Parts old
                && after instanceof Parts now
                && old.kind() == now.kind()
                && old.type().equals(now.type())) {
            if (now.kind() == Kind.LIST && !old.isCut() && !now.isCut()) {
                compareLists(old.parts(), now.parts(), path);
            } else {
                compareParts(old, now, path);
            }
        } else if (!before.equals(after)) {
            add(path, before, after);
        }
    }

    private void add(Path path, Value before, Value after) {
        if (changes.size() == Difference.MAX_CHANGES) {
            more++;
        } else {
            changes.add(new Change(path.field(), path.at(), before.text(), after.text()));
        }
    }

    // -------------------------------------------------------------------------------------------------------- by name

    private void compareParts(Parts before, Parts after, Path path) {
        if (haveSameNames(before, after)) {
            for (int i = 0; i < after.parts().size(); i++) {
                Part part = after.parts().get(i);
                compare(before.parts().get(i).value(), part.value(), path.to(after.kind(), part.name()));
            }
        } else {
            compareByName(before, after, path);
        }
        if (before.size() != after.size() && (before.isCut() || after.isCut())) {
            add(path.to(Kind.MAP, "(size)"), size(before), size(after));
        }
    }

    private static boolean haveSameNames(Parts before, Parts after) {
        if (before.parts().size() != after.parts().size()) {
            return false;
        }
        for (int i = 0; i < after.parts().size(); i++) {
            if (!before.parts().get(i).name().equals(after.parts().get(i).name())) {
                return false;
            }
        }
        return true;
    }

    private void compareByName(Parts before, Parts after, Path path) {
        Map<String, Value> old = new LinkedHashMap<>();
        before.parts().forEach(part -> old.put(part.name(), part.value()));
        Map<String, Value> now = new HashMap<>();
        after.parts().forEach(part -> now.put(part.name(), part.value()));
        for (Part part : before.parts()) {
            if (!now.containsKey(part.name()) && isKnownAbsent(part.name(), after)) {
                add(path.to(after.kind(), part.name()), present(part), ABSENT);
            }
        }
        for (Part part : after.parts()) {
            Value earlier = old.get(part.name());
            if (earlier != null) {
                compare(earlier, part.value(), path.to(after.kind(), part.name()));
            } else if (isKnownAbsent(part.name(), before)) {
                add(path.to(after.kind(), part.name()), ABSENT, present(part));
            }
        }
    }

    /** What was not read of a cut collection may be there, unless it is a list and not that long. */
    private static boolean isKnownAbsent(String name, Parts in) {
        return !in.isCut() || in.kind() == Kind.LIST && Long.parseLong(name) >= in.size();
    }

    /** An element of a bag has no value besides its name. */
    private static Value present(Part part) {
        return part.value().equals(ABSENT) ? new Text("present") : part.value();
    }

    private static Text size(Parts parts) {
        return new Text(parts.size() == Parts.UNKNOWN ? "more" : Count.of(parts.size()));
    }

    // ---------------------------------------------------------------------------------------------------- by position

    /** Without what is the same at the beginning and at the end: what remains was inserted, removed or replaced. */
    private void compareLists(List<Part> before, List<Part> after, Path path) {
        int shorter = Math.min(before.size(), after.size());
        int start = 0;
        while (start < shorter && isSame(before.get(start), after.get(start))) {
            start++;
        }
        int end = 0;
        while (end < shorter - start
                && isSame(before.get(before.size() - 1 - end), after.get(after.size() - 1 - end))) {
            end++;
        }
        List<Part> old = before.subList(start, before.size() - end);
        List<Part> now = after.subList(start, after.size() - end);
        for (int i = 0; i < Math.max(old.size(), now.size()); i++) {
            Path position = path.to(Kind.LIST, String.valueOf(start + i));
            if (i < old.size() && i < now.size()) {
                compare(old.get(i).value(), now.get(i).value(), position);
            } else {
                add(
                        position,
                        i < old.size() ? old.get(i).value() : ABSENT,
                        i < now.size() ? now.get(i).value() : ABSENT);
            }
        }
    }

    private static boolean isSame(Part one, Part other) {
        return one.value() == other.value() || one.value().equals(other.value());
    }
}
