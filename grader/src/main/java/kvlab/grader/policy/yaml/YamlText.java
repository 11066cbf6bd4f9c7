package kvlab.grader.policy.yaml;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
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

/**
 * Parses a file into YAML nodes with line numbers.
 *
 * @param file its name in messages
 */
record YamlText(String file, byte[] bytes) {

    /** A policy has some two hundred lines. */
    private static final int MAX_BYTES = 1 << 18;

    /** A policy has four levels; many thousands would exhaust the parser's stack. */
    private static final int MAX_DEPTH = 20;

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /** A key that is not a scalar is reported later, with its line. */
    private static final LoadSettings SETTINGS =
            LoadSettings.builder().setAllowNonScalarKeys(true).build();

    /** The file's one document. */
    Node root() throws UnusablePolicyException {
        String text = decoded();
        try {
            refuseTooDeep(text);
            Optional<Node> root = new Compose(SETTINGS).composeString(text);
            return root.orElseThrow(
                    () -> problem(0, "is empty: copy one of the policies that come with the kit, and change it"));
        } catch (MarkedYamlEngineException e) {
            int line =
                    e.getProblemMark().or(e::getContextMark).map(YamlText::line).orElse(0);
            throw problem(line, "is not YAML here: " + e.getProblem());
        } catch (ReaderException e) {
            long before = text.codePoints()
                    .limit(e.getPosition())
                    .filter(character -> character == '\n')
                    .count();
            throw problem(1 + (int) before, "has a character that YAML does not allow: take it out");
        } catch (YamlEngineException e) {
            throw problem(0, "is not YAML: " + e.getMessage());
        }
    }

    private String decoded() throws UnusablePolicyException {
        if (bytes.length > MAX_BYTES) {
            throw problem(0, "is larger than " + MAX_BYTES + " bytes: this is no policy file");
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        } catch (CharacterCodingException notUtf8) {
            throw problem(0, "is not text in UTF-8: save it in that encoding");
        }
    }

    private void refuseTooDeep(String text) throws UnusablePolicyException {
        int depth = 0;
        for (Event event : new Parse(SETTINGS).parseString(text)) {
            if (event instanceof CollectionStartEvent && ++depth > MAX_DEPTH) {
                throw problem(event.getStartMark().map(YamlText::line).orElse(0), "is nested too deep");
            } else if (event instanceof CollectionEndEvent) {
                depth--;
            }
        }
    }

    private UnusablePolicyException problem(int line, String message) {
        return new UnusablePolicyException(List.of(new UnusablePolicyException.Problem(file, line, "", message)));
    }

    static int line(Mark mark) {
        return mark.getLine() + 1;
    }

    static int line(Node node) {
        return node.getStartMark().map(YamlText::line).orElse(0);
    }
}
