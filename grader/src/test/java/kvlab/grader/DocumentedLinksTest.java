package kvlab.grader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Maps are worth what their roads are: each link into the repository leads to a file or a directory. */
class DocumentedLinksTest {
    private static final Path HOME = Path.of("..");
    private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:|#)([^)#]+)(?:#[^)]*)?\\)");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "README.md",
                "ARCHITECTURE.md",
                "CONTRIBUTING.md",
                "grader/README.md",
                "grader/policies/README.md"
            })
    void leadSomewhere(String name) throws IOException {
        Path document = HOME.resolve(name);
        List<String> links = LINK.matcher(Files.readString(document))
                .results()
                .map(match -> match.group(1))
                .toList();
        assertFalse(links.isEmpty(), "no links");
        assertEquals(
                List.of(),
                links.stream()
                        .filter(link -> !Files.exists(document.resolveSibling(link)))
                        .toList());
    }
}
