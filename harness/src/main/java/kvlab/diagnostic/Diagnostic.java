package kvlab.diagnostic;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * A finding as data. Findings of the same kind have the same code, independent of their sentences. Immutable.
 *
 * @param code the kind of finding, a key of a {@link Messages} catalogue: words in lower case with hyphens, such as
 *     {@code stale-read}, after a prefix with a dot for those of one subject
 * @param arguments the sentence's arguments, sorted by name. Their texts may come from a submission: a report escapes
 *     them
 * @param place in the submission's source, if it is about one
 */
public record Diagnostic(String code, Map<String, String> arguments, Optional<SourcePlace> place) {

    public Diagnostic {
        arguments = Collections.unmodifiableMap(new TreeMap<>(arguments));
    }

    public static Diagnostic of(String code) {
        return new Diagnostic(code, Map.of(), Optional.empty());
    }

    /** Adds an argument. */
    public Diagnostic with(String name, Object value) {
        Map<String, String> more = new TreeMap<>(arguments);
        more.put(name, String.valueOf(value));
        return new Diagnostic(code, more, place);
    }

    /** Adds an argument if it is present; otherwise the sentence omits the part that needs it. */
    public Diagnostic with(String name, Optional<?> value) {
        return value.isEmpty() ? this : with(name, value.get());
    }

    /** Maps each argument, such as to shorten it. */
    public Diagnostic withEach(UnaryOperator<String> change) {
        Map<String, String> changed = new TreeMap<>(arguments);
        changed.replaceAll((name, value) -> change.apply(value));
        return new Diagnostic(code, changed, place);
    }

    public Diagnostic at(SourcePlace where) {
        return at(Optional.of(where));
    }

    public Diagnostic at(Optional<SourcePlace> where) {
        return new Diagnostic(code, arguments, where);
    }

    /** The argument of this name, or empty text. */
    public String argument(String name) {
        return arguments.getOrDefault(name, "");
    }

    /** The sentence for {@link Audience#STAFF}. */
    public String message() {
        return Messages.standard().text(this, Audience.STAFF);
    }

    public String message(Audience audience) {
        return Messages.standard().text(this, audience);
    }

    /** Removes the grader's paths, so that no sentence contains them. */
    public Diagnostic forOwner() {
        return Messages.standard().forOwner(this);
    }

    /** As {@link #message()}, for debuggers and failed assertions. */
    @Override
    public String toString() {
        return message();
    }
}
