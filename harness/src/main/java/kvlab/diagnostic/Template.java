package kvlab.diagnostic;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A sentence with gaps.
 *
 * <ul>
 *   <li><code>{name}</code>: an argument that is part of the kind of finding, such as the class that may not be used
 *   <li><code>{name~}</code>: an argument that depends on the seed or the submission; a gap for everyone
 *   <li><code>{name~|day|days}</code>: a number, then the word that goes with it
 *   <li><code>{name@}</code>: a path of the grader: for the staff only
 *   <li><code>{name!}</code>: the argument, in an optional part for everyone alone: what takes the place of words that they
 *       may not see
 *   <li><code>{place}</code>: the place in the source, or <code>{subject}</code> where a sentence begins with it; a gap for
 *       everyone
 *   <li><code>{more}</code>: how many others there are, in an optional part that everyone does without: it does not make this
 *       finding another
 *   <li><code>[...]</code>: left out if an argument in it is not there. A backslash before a bracket or brace makes it text
 * </ul>
 */
final class Template {

    private static final String GAP = "…";
    private static final String HAND_IN = "your hand-in";
    private static final String PLACE = "place";
    private static final String SUBJECT = "subject";
    private static final String MORE = "more";

    private static final Pattern TOKEN = Pattern.compile(
            "\\\\([\\[\\]{}\\\\])" // an escaped character
                    + "|\\{([a-zA-Z]+)([~@!]?)(?:\\|([^|{}]*)\\|([^|{}]*))?}"
                    + "|([\\[\\]{}])"
                    + "|([^\\[\\]{}\\\\]+|\\\\)");

    private sealed interface Part {}

    private record Text(String text) implements Part {}

    /** @param kind empty, {@code ~}, {@code @} or {@code !} */
    private record Gap(String name, String kind, String one, String many) implements Part {

        boolean tellsWhere() {
            return kind.equals("@");
        }

        boolean isFor(Audience audience) {
            return audience == Audience.EVERYONE ? !name.equals(MORE) : !kind.equals("!");
        }
    }

    private record Optionally(List<Part> parts) implements Part {}

    private final List<Part> parts;

    private Template(List<Part> parts) {
        this.parts = parts;
    }

    /** @throws IllegalArgumentException if brackets or braces do not match */
    static Template parse(String template) {
        Matcher token = TOKEN.matcher(template);
        List<Part> outer = new ArrayList<>();
        Optional<List<Part>> inner = Optional.empty();
        while (token.find()) {
            List<Part> current = inner.orElse(outer);
            if (token.group(2) != null) {
                current.add(new Gap(token.group(2), token.group(3), token.group(4), token.group(5)));
            } else if (token.group(6) == null) {
                current.add(new Text(token.group(1) != null ? token.group(1) : token.group(7)));
            } else if (token.group(6).equals("[") && inner.isEmpty()) {
                inner = Optional.of(new ArrayList<>());
            } else if (token.group(6).equals("]") && inner.isPresent()) {
                outer.add(new Optionally(List.copyOf(inner.get())));
                inner = Optional.empty();
            } else {
                throw new IllegalArgumentException("unexpected " + token.group(6) + " in: " + template);
            }
        }
        if (inner.isPresent()) {
            throw new IllegalArgumentException("a bracket is not closed in: " + template);
        }
        return new Template(List.copyOf(outer));
    }

    /** The arguments that the sentence needs and the diagnostic lacks. */
    SortedSet<String> lacking(Diagnostic diagnostic) {
        SortedSet<String> lacking = new TreeSet<>();
        for (Part part : parts) {
            if (part instanceof Gap gap && value(gap, diagnostic).isEmpty()) {
                lacking.add(gap.name());
            }
        }
        return lacking;
    }

    String text(Diagnostic diagnostic, Audience audience) {
        StringBuilder text = new StringBuilder();
        append(text, parts, diagnostic, audience);
        return text.toString();
    }

    /** Replaces the grader's paths in a diagnostic. */
    Diagnostic forOwner(Diagnostic diagnostic) {
        return parts.stream()
                .flatMap(part -> part instanceof Optionally optionally ? optionally.parts().stream() : Stream.of(part))
                .filter(part -> part instanceof Gap gap && gap.tellsWhere())
                .map(part -> ((Gap) part).name())
                .filter(diagnostic.arguments()::containsKey)
                .reduce(diagnostic, (hidden, name) -> hidden.with(name, HAND_IN), (first, second) -> second);
    }

    private static void append(StringBuilder text, List<Part> parts, Diagnostic diagnostic, Audience audience) {
        for (Part part : parts) {
            if (part instanceof Text constant) {
                text.append(constant.text());
            } else if (part instanceof Gap gap) {
                text.append(filled(gap, diagnostic, audience));
            } else if (part instanceof Optionally optionally && isShown(optionally, diagnostic, audience)) {
                append(text, optionally.parts(), diagnostic, audience);
            }
        }
    }

    private static boolean isShown(Optionally optionally, Diagnostic diagnostic, Audience audience) {
        return optionally.parts().stream()
                .allMatch(part ->
                        !(part instanceof Gap gap) || value(gap, diagnostic).isPresent() && gap.isFor(audience));
    }

    private static String filled(Gap gap, Diagnostic diagnostic, Audience audience) {
        boolean tellsWhere = gap.tellsWhere();
        boolean differs =
                gap.kind().equals("~") || gap.name().equals(PLACE) || gap.name().equals(SUBJECT);
        String value = value(gap, diagnostic).orElse(GAP);
        String shown = audience == Audience.EVERYONE && (differs || tellsWhere)
                ? GAP
                : audience == Audience.OWNER && tellsWhere ? HAND_IN : value;
        return gap.one() == null ? shown : shown + " " + (shown.equals("1") ? gap.one() : gap.many());
    }

    private static Optional<String> value(Gap gap, Diagnostic diagnostic) {
        return switch (gap.name()) {
            case PLACE -> diagnostic.place().map(SourcePlace::toString);
            case SUBJECT -> diagnostic.place().map(SourcePlace::asSubject);
            default -> Optional.ofNullable(diagnostic.arguments().get(gap.name()));
        };
    }
}
