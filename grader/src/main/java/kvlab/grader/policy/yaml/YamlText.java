package kvlab.grader.policy.yaml;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/** From a file's bytes to YAML nodes, which know their lines. What is not YAML becomes a problem. */
final class YamlText {

    /** A policy takes some two hundred lines. */
    private static final int MAX_BYTES = 1 << 18;

    /** A policy has four levels; many thousands would exhaust the parser's stack. */
    private static final int MAX_DEPTH = 20;

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /** A key that is no word is refused later, with its line. */
    private final LoadSettings settings =
            LoadSettings.builder().setAllowNonScalarKeys(true).build();

    private final Problems problems;

    YamlText(Problems problems) {
        this.problems = problems;
    }

    /** The file's one document; empty if there is none, with the problem noted. */
    Optional<Node> read(byte[] bytes) {
        if (bytes.length > MAX_BYTES) {
            problems.add(0, "", "is larger than " + MAX_BYTES + " bytes: this is no policy file");
            return Optional.empty();
        }
        Optional<String> text = decoded(bytes);
        if (text.isEmpty()) {
            problems.add(0, "", "is not text in UTF-8: save it in that encoding");
            return Optional.empty();
        }
        return text.flatMap(this::composed);
    }

    private Optional<Node> composed(String text) {
        try {
            if (isTooDeep(text)) {
                return Optional.empty();
            }
            Optional<Node> root = new Compose(settings).composeString(text);
            if (root.isEmpty()) {
                problems.add(0, "", "is empty: copy one of the policies that come with the kit, and change it");
            }
            return root;
        } catch (MarkedYamlEngineException e) {
            int line =
                    e.getProblemMark().or(e::getContextMark).map(YamlText::line).orElse(0);
            problems.add(line, "", "is not YAML here: " + e.getProblem());
        } catch (ReaderException e) {
            int line = 1
                    + (int) text.codePoints()
                            .limit(e.getPosition())
                            .filter(character -> character == '\n')
                            .count();
            problems.add(line, "", "has a character that YAML does not allow: take it out");
        } catch (YamlEngineException e) {
            problems.add(0, "", "is not YAML: " + e.getMessage());
        }
        return Optional.empty();
    }

    private boolean isTooDeep(String text) {
        int depth = 0;
        for (Event event : new Parse(settings).parseString(text)) {
            if (event instanceof CollectionStartEvent && ++depth > MAX_DEPTH) {
                problems.add(event.getStartMark().map(YamlText::line).orElse(0), "", "is nested too deep");
                return true;
            } else if (event instanceof CollectionEndEvent) {
                depth--;
            }
        }
        return false;
    }

    static int line(Mark mark) {
        return mark.getLine() + 1;
    }

    static int line(Node node) {
        return node.getStartMark().map(YamlText::line).orElse(0);
    }

    private static Optional<String> decoded(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return Optional.of(text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text);
        } catch (CharacterCodingException notUtf8) {
            return Optional.empty();
        }
    }
}
