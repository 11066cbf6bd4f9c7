package kvlab.grader.policy.yaml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * Keys and values of a policy file, read key by key. Problems are recorded with their lines, and reading continues with
 * defaults, so that one pass finds all problems.
 */
final class Section {

    private final String path;
    private final int line;
    private final Map<String, NodeTuple> entries = new LinkedHashMap<>();
    private final String file;
    private final List<UnusablePolicyException.Problem> problems;
    private boolean unreadable;

    /** The section of the whole file, with its name for messages. */
    static Section top(String file, Node root) {
        return new Section(Keys.TOP, Keys.TOP, YamlText.line(root), Optional.of(root), file, new ArrayList<>());
    }

    /** @throws UnusablePolicyException if any problem was recorded, in any section of the file */
    void throwIfWrong() throws UnusablePolicyException {
        if (!problems.isEmpty()) {
            throw new UnusablePolicyException(problems);
        }
    }

    /**
     * @param path the path of this section's key in the file
     * @param schema its path in {@link Keys}
     * @param node the section's node; empty if missing
     */
    private Section(
            String path,
            String schema,
            int line,
            Optional<Node> node,
            String file,
            List<UnusablePolicyException.Problem> problems) {
        this.path = path;
        this.line = line;
        this.file = file;
        this.problems = problems;
        node.ifPresent(there -> {
            if (there instanceof MappingNode mapping) {
                mapping.getValue().forEach(tuple -> add(tuple, Keys.below(schema)));
            } else {
                unreadable = true;
                problem(line, path, "expected keys with values below it, not " + Kind.shown(there));
            }
        });
    }

    private void add(NodeTuple tuple, List<String> known) {
        int at = YamlText.line(tuple.getKeyNode());
        if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
            problem(at, path, "expected a word as a key, not " + Kind.shown(tuple.getKeyNode()));
            return;
        }
        String name = key.getValue();
        if (!known.isEmpty() && !known.contains(name)) {
            problem(
                    at,
                    path(name),
                    "is no key that is known here"
                            + NearestName.hint(known, name, "those that are known are " + String.join(", ", known)));
        } else if (entries.containsKey(name)) {
            problem(at, path(name), "is there twice; it was on line " + line(name) + " already");
        } else {
            entries.put(name, tuple);
        }
    }

    boolean has(String key) {
        return entries.containsKey(key);
    }

    /** Records a problem with this section. */
    void wrong(String message) {
        problem(line, path, message);
    }

    /** Records a problem with a key's value. */
    void wrong(String key, String message) {
        problem(line(key), path(key), message);
    }

    /** A key's value; empty if missing or invalid. */
    <T> Optional<T> get(String key, Kind<T> kind) {
        return value(key).flatMap(node -> checked(key, node, kind));
    }

    <T> T get(String key, Kind<T> kind, T fallback) {
        return get(key, kind).orElse(fallback);
    }

    /** A required key's value; empty if missing or invalid. */
    <T> Optional<T> need(String key, Kind<T> kind) {
        if (!has(key) && !unreadable) {
            wrong(key, "is missing: expected " + kind.expected());
        }
        return get(key, kind);
    }

    /** A list of distinct values; empty if the key is missing or a value is invalid. */
    <T> Optional<List<T>> list(String key, Kind<T> kind) {
        if (!has(key)) {
            return Optional.empty();
        }
        Node node = entries.get(key).getValueNode();
        if (!(node instanceof SequenceNode sequence)) {
            wrong(
                    key,
                    "expected a list in square brackets, each element " + kind.expected() + ", not "
                            + Kind.shown(node));
            return Optional.empty();
        }
        List<T> values = new ArrayList<>();
        for (Node element : sequence.getValue()) {
            checked(key, element, kind).ifPresent(value -> {
                if (values.contains(value)) {
                    problem(YamlText.line(element), path(key), Kind.shown(element) + " is there twice");
                }
                values.add(value);
            });
        }
        return values.size() == sequence.getValue().size() ? Optional.of(values) : Optional.empty();
    }

    /** The keys below a key; none if it is missing. */
    Section section(String key) {
        return section(key, path(key));
    }

    /** The sections below a key, by keys that the file chooses. */
    Map<String, Section> sections(String key, String schema) {
        Section names = section(key);
        Map<String, Section> sections = new LinkedHashMap<>();
        names.entries.keySet().forEach(name -> sections.put(name, names.section(name, schema)));
        return sections;
    }

    private Section section(String key, String schema) {
        return new Section(path(key), schema, line(key), value(key), file, problems);
    }

    /** The line of a key, or of its section if the key is missing. */
    private int line(String key) {
        return has(key) ? YamlText.line(entries.get(key).getKeyNode()) : line;
    }

    private Optional<Node> value(String key) {
        return Optional.ofNullable(entries.get(key)).map(NodeTuple::getValueNode);
    }

    private <T> Optional<T> checked(String key, Node node, Kind<T> kind) {
        Optional<T> value = kind.read(node);
        if (value.isEmpty()) {
            problem(YamlText.line(node), path(key), "expected " + kind.expected() + ", not " + Kind.shown(node));
        }
        return value;
    }

    private void problem(int at, String key, String message) {
        problems.add(new UnusablePolicyException.Problem(file, at, key, message));
    }

    private String path(String key) {
        return Keys.path(path, key);
    }
}
