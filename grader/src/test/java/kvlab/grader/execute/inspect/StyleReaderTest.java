package kvlab.grader.execute.inspect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import kvlab.grader.intake.SourceFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StyleReaderTest {

    @Test
    void whatIsHardToReadIsToldWithItsLine() throws IOException {
        Style style = new StyleReader().read(List.of(new SourceFile("Store.java", """
            package lab;

            import java.util.List;
            import java.util.*;

            class Store {
                int Size;

                int get(int x) {
                    if (x > 0) return 1;
                    try { x = 2; } catch (RuntimeException e) {}
                    return 0;
                }
            }
            """)));
        assertEquals(
                List.of(
                        "Store.java:3: Unused import - java.util.List.",
                        "Store.java:4: Using the '.*' form of import should be avoided - java.util.*.",
                        "Store.java:7: Name 'Size' must match pattern '^[a-z][a-zA-Z0-9]*$'.",
                        "Store.java:10: 'if' construct must use '{}'s.",
                        "Store.java:11: Empty catch block."),
                lines(style));
        assertEquals(5, style.count());
    }

    @ParameterizedTest
    @ValueSource(strings = {"../solution/src/main/java/lab", "../skeleton/src/main/java/lab"})
    void whatTheKitHandsOutKeepsTheRules(String directory) throws IOException {
        List<SourceFile> sources = new ArrayList<>();
        try (Stream<Path> files = Files.list(Path.of(directory))) {
            for (Path file : files.filter(name -> name.toString().endsWith(".java"))
                    .sorted()
                    .toList()) {
                sources.add(new SourceFile(file.getFileName().toString(), Files.readString(file)));
            }
        }
        assertTrue(!sources.isEmpty());
        assertEquals(List.of(), lines(new StyleReader().read(sources)));
    }

    @Test
    void onlyTheFirstFindingsAreKeptAndAllAreCounted() throws IOException {
        String text = "package lab;\n\nclass Store {\n" + "    int A, B;\n".repeat(200) + "}\n";
        Style style = new StyleReader().read(List.of(new SourceFile("Store.java", text)));
        assertEquals(600, style.count());
        assertEquals(100, style.findings().size());
    }

    private static List<String> lines(Style style) {
        return style.findings().stream()
                .map(finding -> finding.file() + ":" + finding.line() + ": " + finding.message())
                .toList();
    }
}
