package kvlab.grader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every setting that is read is documented where its users look, and no other. */
class DocumentedSettingsTest {

    private static final Path HOME = Path.of("..");

    /** The launcher sets them for the grader. */
    private static final Set<String> LAUNCHERS =
            Set.of("kvlab.classdata", "kvlab.columns", "kvlab.home", "kvlab.java", "kvlab.terminal");

    private static final Pattern PARAMETER = Pattern.compile("\"(kvlab\\.[a-z]+)\"");
    private static final Pattern PROPERTY = Pattern.compile(
            "(?:getProperty|getBoolean|getInteger|getLong)\\(\\s*\"(kvlab\\.[a-z]+)\"|CLASS_DATA = \"(kvlab\\.[a-z]+)\"");
    private static final Pattern VARIABLE =
            Pattern.compile("(?:getenv|variable\\.apply|file)\\(\"([A-Z][A-Z0-9_]*)\"\\)");
    private static final Pattern LAUNCHERS_VARIABLE = Pattern.compile("\\$\\{([A-Z][A-Z_]*):-");
    private static final Pattern OPTION_ROW = Pattern.compile("(?m)^\\| `(kvlab\\.[a-z]+)` \\|");
    private static final Pattern VARIABLE_ROW = Pattern.compile("(?m)^\\| (`[A-Z][^|]*) \\|");
    private static final Pattern NAME = Pattern.compile("`([A-Z][A-Z0-9_]*)");

    @Test
    void theHandoutHasEveryOptionOfTheTests() throws IOException {
        String settings = read("harness/src/main/java/kvlab/junit/Settings.java");
        assertEquals(all(PARAMETER, settings), all(OPTION_ROW, read("handout/src/main/markdown/04-set-up.md")));
    }

    @Test
    void otherPropertiesAreTheLaunchersOwn() throws IOException {
        String launcher = read("kvlab");
        assertEquals(LAUNCHERS, all(PROPERTY, sources()));
        for (String property : LAUNCHERS) {
            assertTrue(launcher.contains("-D" + property + "="), property);
        }
    }

    @Test
    void theGuideHasEveryVariableOfTheEnvironment() throws IOException {
        String guide = read("grader/README.md");
        String section = guide.substring(guide.indexOf("**The environment.**"));
        String rows = String.join("\n", all(VARIABLE_ROW, section.substring(0, section.indexOf("\n## "))));
        TreeSet<String> variables = all(VARIABLE, sources());
        variables.addAll(all(LAUNCHERS_VARIABLE, read("kvlab")));
        assertEquals(variables, all(NAME, rows));
    }

    private static TreeSet<String> all(Pattern pattern, String text) {
        return new TreeSet<>(pattern.matcher(text)
                .results()
                .map(found -> Stream.of(found.group(1), found.groupCount() > 1 ? found.group(2) : "")
                        .filter(name -> name != null)
                        .findFirst()
                        .orElseThrow())
                .toList());
    }

    /** Those of the harness and the grader, one after the other. */
    private static String sources() throws IOException {
        StringBuilder all = new StringBuilder();
        for (String module : List.of("harness", "grader")) {
            try (Stream<Path> files = Files.walk(
                    HOME.resolve(module).resolve("src").resolve("main").resolve("java"))) {
                for (Path file :
                        files.filter(path -> path.toString().endsWith(".java")).toList()) {
                    all.append(Files.readString(file));
                }
            }
        }
        return all.toString();
    }

    private static String read(String path) throws IOException {
        return Files.readString(HOME.resolve(path));
    }
}
