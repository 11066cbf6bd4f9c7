package kvlab.grader.policy.yaml;

import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeType;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/**
 * A kind of value: what messages call it, and how it is read from its text.
 *
 * @param expected completes "expected ..."
 * @param reading from the text, and whether it is plain, that is, not in quotes; empty if it is no such value
 */
record Kind<T>(String expected, BiFunction<String, Boolean, Optional<T>> reading) {

    private static final int MAX_SHOWN_LENGTH = 40;

    /** A kind of which all texts count the same, in quotes or not. */
    static <T> Kind<T> ofText(String expected, Function<String, Optional<T>> reading) {
        return new Kind<>(expected, (text, plain) -> reading.apply(text));
    }

    /** A kind that is written without quotes. */
    static <T> Kind<T> ofPlain(String expected, Function<String, Optional<T>> reading) {
        return new Kind<>(expected, (text, plain) -> plain ? reading.apply(text) : Optional.empty());
    }

    Optional<T> read(Node node) {
        return node instanceof ScalarNode scalar && !isNothing(scalar)
                ? reading.apply(scalar.getValue(), scalar.isPlain())
                : Optional.empty();
    }

    /** What a node holds, to show to people. */
    static String shown(Node node) {
        if (node.getNodeType() == NodeType.MAPPING) {
            return "keys and values";
        } else if (node instanceof ScalarNode scalar) {
            if (isNothing(scalar)) {
                return "nothing";
            }
            String text = scalar.getValue();
            String start = text.codePointCount(0, text.length()) <= MAX_SHOWN_LENGTH
                    ? text
                    : text.substring(0, text.offsetByCodePoints(0, MAX_SHOWN_LENGTH)) + " ...";
            String safe = start.replaceAll("\\p{Cntrl}|\\p{Cf}", "?");
            return scalar.isPlain() ? safe : "the text \"" + safe + "\" in quotes";
        }
        return "a list";
    }

    private static boolean isNothing(ScalarNode scalar) {
        return scalar.isPlain()
                && (scalar.getValue().isEmpty() || scalar.getValue().equals("null"));
    }
}
