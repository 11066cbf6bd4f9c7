package kvlab.grader.report.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import kvlab.grader.browser.Chromium;
import kvlab.grader.browser.Requests;
import kvlab.grader.report.GuardedReports;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a real browser makes of the pages when everything in them was written by somebody hostile. */
class ChromiumIT {

    private static final Pattern ELEMENT = Pattern.compile("<([a-zA-Z]+)(?:[^>\"]++|\"[^\"]*+\")*+>");
    private static final Pattern TITLE = Pattern.compile("<title>(.*?)</title>", Pattern.DOTALL);

    @TempDir
    private Path directory;

    private Requests requests;
    private Chromium chromium;

    @BeforeEach
    void start() throws IOException {
        requests = new Requests();
        Optional<Chromium> found = Chromium.find(Files.createDirectory(directory.resolve("scratch")), requests.port());
        assumeTrue(found.isPresent(), "there is no chromium on the PATH: install the package chromium");
        chromium = found.get();
    }

    @AfterEach
    void stop() {
        requests.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"index.html", "class.html", "students/ben.html", "students/eve.html", "submissions/finn.html"})
    void nothingRunsNothingIsLoadedAndAllIsShown(String name) throws IOException, InterruptedException {
        String told = String.join(" ", HostileText.PIECES);
        new HtmlReport()
                .write(
                        directory,
                        ClassFixture.everything().stream()
                                .map(result -> Retold.of(result, result.submission(), text -> told))
                                .toList(),
                        new GuardedReports());
        Path page = directory.resolve(name);
        Chromium.Seen seen = chromium.open(page);
        assertEquals("", String.join("\n", seen.console()), "neither a script nor the security policy had a word");
        assertEquals("", String.join("\n", requests.to(HostileText.HOST)));
        assertEquals(title(Files.readString(page)), title(seen.dom()));
        assertEquals(elements(Files.readString(page)), elements(seen.dom()));
        assertTrue(seen.dom().contains("&lt;script&gt;document.title='owned'&lt;/script&gt;"), seen.dom());
        assertFalse(seen.dom().contains("<script"), seen.dom());
    }

    @Test
    void whatAPageWithoutEscapingWouldDoIsNoticed() throws IOException, InterruptedException {
        Path page = Files.writeString(
                directory.resolve("careless.html"),
                "<!DOCTYPE html><title>grades</title>" + String.join("\n", HostileText.PIECES.subList(0, 4)));
        Chromium.Seen seen = chromium.open(page);
        assertEquals("owned", title(seen.dom()));
        assertFalse(requests.to(HostileText.HOST).isEmpty());
    }

    @Test
    void whatSlippedThroughAllTheSameWouldNotRun() throws IOException, InterruptedException {
        new HtmlReport().write(directory, ClassFixture.everything(), new GuardedReports());
        String careful = Files.readString(directory.resolve("students/ada.html"));
        Path page = Files.writeString(
                directory.resolve("slipped.html"),
                careful.replace("</main>", String.join("\n", HostileText.PIECES.subList(0, 4)) + "</main>"));
        Chromium.Seen seen = chromium.open(page);
        assertEquals(title(careful), title(seen.dom()));
        assertEquals("", String.join("\n", requests.to(HostileText.HOST)));
        assertFalse(seen.console().isEmpty(), "the browser says what it did not run");
    }

    private static String title(String html) {
        return TITLE.matcher(html).results().findFirst().orElseThrow().group(1).replace("&gt;", ">");
    }

    /** How many elements of each name. */
    private static Map<String, Long> elements(String html) {
        return ELEMENT.matcher(html)
                .results()
                .map((MatchResult element) -> element.group(1))
                .collect(Collectors.groupingBy(name -> name, TreeMap::new, Collectors.counting()));
    }
}
