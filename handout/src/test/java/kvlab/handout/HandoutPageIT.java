package kvlab.handout;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page in a real browser. */
class HandoutPageIT {

    private static final List<String> BROWSERS = List.of("chromium", "chromium-browser", "google-chrome");

    /** Replaces the page by a list of what is wider than its place. */
    private static final String MEASURE = """
            <script>
            onload = () => {
              const wide = [...document.querySelectorAll('html, pre, table, figure, .api')]
                .filter(part => part.scrollWidth > part.clientWidth + 1)
                .map(part => part.tagName + ' ' + part.textContent.trim().slice(0, 80));
              document.body.textContent = 'too wide: [' + wide.join('; ') + ']';
            };
            </script>
            </body>""";

    @TempDir
    private Path directory;

    @Test
    void nothingIsCutInAWindowOf1200Pixels() throws IOException, InterruptedException {
        Optional<Path> browser = browser();
        assumeTrue(browser.isPresent(), "needs Chromium");
        Path page = directory.resolve("handout.html");
        Files.writeString(
                page,
                Handout.of(Path.of("..").toAbsolutePath().normalize()).html().replace("</body>", MEASURE));
        Process process = new ProcessBuilder(
                        browser.get().toString(),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--user-data-dir=" + directory.resolve("profile"),
                        "--window-size=1200,900",
                        "--dump-dom",
                        page.toUri().toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String dom = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(dom.contains("too wide: []"), dom.substring(Math.max(0, dom.indexOf("too wide"))));
    }

    private static Optional<Path> browser() {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .flatMap(place -> BROWSERS.stream().map(Path.of(place)::resolve))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
