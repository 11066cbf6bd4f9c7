package kvlab.diagnostic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The harness's sentences and the diagnostics that its sources make fit each other. */
class CatalogueTest {
    private static final Path SOURCES = Path.of("src", "main", "java");
    private static final Path CATALOGUE =
            Path.of("src", "main", "resources", "META-INF", "kvlab", "messages.properties");
    private static final Pattern MADE = Pattern.compile("(?:Diagnostic\\.|return )of\\(\\s*\"([^\"]+)\"\\)");

    @Test
    void everyCodeInTheSourcesHasASentenceAndEverySentenceAUse() throws IOException {
        assertEquals(String.join("\n", codesInTheSources()), String.join("\n", new TreeSet<>(codesInTheCatalogue())));
    }

    @Test
    void everyDiagnosticIsMadeWithALiteralCode() throws IOException {
        Pattern notLiteral = Pattern.compile("Diagnostic\\.of\\(\\s*[^\"\\s]");
        try (Stream<Path> files = Files.walk(SOURCES)) {
            assertEquals(
                    List.of(),
                    files.filter(file -> file.toString().endsWith(".java"))
                            .filter(file -> notLiteral.matcher(read(file)).find())
                            .toList());
        }
    }

    @Test
    void theCatalogueIsSortedByCode() throws IOException {
        List<String> codes = codesInTheCatalogue();
        assertEquals(codes.stream().sorted().distinct().toList(), codes);
    }

    /** So every diagnostic that any test of the kit renders has what its sentence needs. */
    @Test
    void aSentenceThatLacksAnArgumentIsAnErrorInTests() {
        Diagnostic incomplete = Diagnostic.of("core.wrong-value").with("key", "k");
        AssertionError error = assertThrows(AssertionError.class, incomplete::message);
        assertTrue(error.getMessage().contains("[client, expected, server, value]"), error.getMessage());
        assertEquals("passed", Diagnostic.of("passed").message());
    }

    private static TreeSet<String> codesInTheSources() throws IOException {
        TreeSet<String> codes = new TreeSet<>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            files.filter(file -> file.toString().endsWith(".java"))
                    .flatMap(file -> MADE.matcher(read(file)).results())
                    .map((MatchResult made) -> made.group(1))
                    .forEach(codes::add);
        }
        return codes;
    }

    private static List<String> codesInTheCatalogue() throws IOException {
        return Files.readAllLines(CATALOGUE).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.substring(0, line.indexOf(" =")))
                .toList();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
