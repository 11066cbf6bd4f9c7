package kvlab.grader.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The root {@code pom.xml} has the version; Maven makes each module repeat it as its parent's. */
class VersionTest {
    private static final Path KIT = Path.of("..");
    private static final Pattern VERSION =
            Pattern.compile("<artifactId>kvlab</artifactId>\\s*<version>([^<]+)</version>");
    private static final Pattern MODULE = Pattern.compile("<module>([^<]+)</module>");

    private final String root = pom(KIT);

    @Test
    void theCommandPrintsTheVersionOfTheBuild() {
        Terminal terminal = new Terminal();
        assertEquals(ExitCode.OK, terminal.run("--version"));
        assertEquals("kvlab " + version(root), terminal.out().strip());
    }

    @Test
    void allModulesHaveTheVersionOfTheRoot() {
        List<String> modules = matches(MODULE, root);
        assertEquals(5, modules.size());
        for (String module : modules) {
            assertEquals(version(root), version(pom(KIT.resolve(module))), module);
        }
    }

    private static String version(String pom) {
        return matches(VERSION, pom).get(0);
    }

    private static List<String> matches(Pattern pattern, String pom) {
        return pattern.matcher(pom).results().map(match -> match.group(1)).toList();
    }

    private static String pom(Path directory) {
        try {
            return Files.readString(directory.resolve("pom.xml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
