package kvlab.grader.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import kvlab.diagnostic.Diagnostic;
import kvlab.grader.intake.files.DisplayText;
import kvlab.grader.intake.files.UnusableException;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * The students and times of Gradescope's {@code submission_<number>} directories, from {@code submission_metadata.yml}.
 * Ruby writes it with a colon before each key and with custom tags, so it is parsed into YAML nodes, not objects.
 */
final class GradescopeRoster {

    static final String FILE = "submission_metadata.yml";

    private static final int MAX_CHARACTERS = 128 << 20;
    private static final Pattern TIME =
            Pattern.compile("(\\d{4}-\\d\\d-\\d\\d)[ T](\\d\\d:\\d\\d:\\d\\d(?:\\.\\d{1,9})?) ?(Z|[+-]\\d\\d:\\d\\d)");

    private GradescopeRoster() {}

    /** @param time empty if missing or malformed */
    record Entry(Student student, Optional<Instant> time) {}

    /**
     * @throws UnusableException if the file has another format
     * @throws IOException if it cannot be read
     */
    static Map<String, Entry> read(Path file) throws IOException {
        LoadSettings settings = LoadSettings.builder()
                .setAllowDuplicateKeys(true)
                .setCodePointLimit(MAX_CHARACTERS)
                .setLabel(FILE)
                .build();
        Map<String, Entry> byName = new HashMap<>();
        try (InputStream in = Files.newInputStream(file)) {
            Node root = new Compose(settings).composeInputStream(in).orElse(null);
            for (NodeTuple entry : entries(root)) {
                String name = text(entry.getKeyNode());
                byName.put(name, upload(name, entry.getValueNode()));
            }
        } catch (YamlEngineException e) {
            throw new UnusableException(Diagnostic.of("note.roster-unusable")
                    .with("file", FILE)
                    .with("reason", e.getMessage().lines().findFirst().orElse("")));
        }
        return byName;
    }

    /** A group has one submission for all its members. */
    private static Entry upload(String name, Node node) {
        List<Node> submitters = value(node, "submitters")
                .filter(SequenceNode.class::isInstance)
                .map(people -> List.copyOf(((SequenceNode) people).getValue()))
                .orElse(List.of());
        Student student = new Student(
                name,
                submitters.isEmpty() ? name : joined(submitters, "name"),
                joined(submitters, "sid"),
                joined(submitters, "email"));
        return new Entry(
                student, value(node, "created_at").map(GradescopeRoster::text).flatMap(GradescopeRoster::time));
    }

    /** The members' values, in one order for all keys; empty if no member has one. */
    private static String joined(List<Node> submitters, String key) {
        List<String> values = submitters.stream()
                .map(one -> DisplayText.plain(
                        value(one, key).map(GradescopeRoster::text).orElse("")))
                .toList();
        return values.stream().allMatch(String::isEmpty)
                ? ""
                : values.stream()
                        .map(value -> value.isEmpty() ? Student.UNKNOWN : value)
                        .collect(Collectors.joining(", "));
    }

    private static Optional<Instant> time(String text) {
        Matcher parts = TIME.matcher(text);
        try {
            return parts.matches()
                    ? Optional.of(OffsetDateTime.parse(parts.group(1) + "T" + parts.group(2) + parts.group(3))
                            .toInstant())
                    : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<Node> value(Node node, String key) {
        return entries(node).stream()
                .filter(entry -> text(entry.getKeyNode()).equals(":" + key)
                        || text(entry.getKeyNode()).equals(key))
                .map(NodeTuple::getValueNode)
                .findFirst();
    }

    private static List<NodeTuple> entries(Node node) {
        return node instanceof MappingNode mapping ? new ArrayList<>(mapping.getValue()) : List.of();
    }

    private static String text(Node node) {
        return node instanceof ScalarNode scalar && !scalar.getTag().equals(Tag.NULL) ? scalar.getValue() : "";
    }
}
