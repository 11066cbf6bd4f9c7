package kvlab.grader.attack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A submission in {@code src/test/attacks/<family>/<name>}. Its {@code KvServer.java} begins with what it is and how it must
 * end:
 *
 * <pre>
 * // attack exit, references: names the method only as an argument of invokedynamic
 * // verdict: refused                          several with "or" between them
 * // says: part of the line that the student sees    none where the verdict is the machine's choice
 * </pre>
 */
record Attack(String name, Path directory, Expected expected) {

    static final Path HOME = Path.of("src", "test", "attacks");
    static final List<String> FAMILIES =
            List.of("bytecode", "compiler", "isolation", "runtime", "process", "protocol", "text");

    private static final Pattern HEADER = Pattern.compile(
            "// attack (?<rows>[a-z, -]+): .+\n// verdict: (?<verdicts>.+)\n(?<says>(?:// says: .+\n)*)(?!//)");

    static List<Attack> of(String family) {
        try (Stream<Path> children = Files.list(HOME.resolve(family))) {
            return children.filter(Files::isDirectory)
                    .sorted()
                    .map(Attack::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Attack read(Path directory) {
        Path server = directory.resolve("KvServer.java");
        try {
            Matcher header = HEADER.matcher(Files.readString(server));
            if (!header.lookingAt()) {
                throw new IllegalStateException(server + " does not begin as Attack says");
            }
            List<String> says = new ArrayList<>();
            header.group("says").lines().forEach(line -> says.add(line.substring("// says: ".length())));
            return new Attack(
                    directory.getFileName().toString(),
                    directory,
                    new Expected(
                            List.of(header.group("rows").split(", ")),
                            List.of(header.group("verdicts").split(" or ")),
                            says));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
