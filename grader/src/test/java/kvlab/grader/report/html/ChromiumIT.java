package kvlab.grader.report.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import kvlab.grader.browser.Chromium;
import kvlab.grader.browser.Requests;
import kvlab.grader.browser.Tab;
import kvlab.grader.grade.result.ResultFixture;
import kvlab.grader.grade.result.SubmissionResult;
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
    @ValueSource(strings = {"class.html", "students/ben.html", "students/eve.html", "submissions/finn.html"})
    void nothingRunsNothingIsLoadedAndAllIsShown(String name) throws IOException, InterruptedException {
        writeHostile();
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
    void onTheStaffsPageOfTheClassTheTablesScriptRunsAndNothingElse() throws IOException, InterruptedException {
        writeHostile();
        Path page = directory.resolve("index.html");
        Chromium.Seen seen = chromium.open(page);
        assertEquals("", String.join("\n", seen.console()));
        assertEquals("", String.join("\n", requests.to(HostileText.HOST)));
        assertEquals(title(Files.readString(page)), title(seen.dom()));
        Map<String, Long> more = elements(seen.dom());
        elements(Files.readString(page)).forEach((name, count) -> more.merge(name, -count, Long::sum));
        more.values().removeIf(count -> count == 0);
        assertEquals(Set.of("button", "div", "input", "label", "option", "select", "span"), more.keySet(), "controls");
    }

    @Test
    void theTableIsSearchedFilteredAndSorted() throws IOException, InterruptedException {
        List<SubmissionResult> results = ClassFixture.everything().stream()
                .map(result -> result.owner().section().isEmpty() ? ResultFixture.inSection(result, "A") : result)
                .toList();
        new HtmlReport().write(directory, results, new GuardedReports());
        try (Tab tab = chromium.tab(1200, 800)) {
            tab.open(directory.resolve("index.html"), "document.querySelector('.filter')");
            String[] all = {"ada", "ben", "cleo", "dan", "eve", "finn"};
            assertShown(tab, all);

            tab.eval(typed("input[type=search]", "finn f"));
            assertShown(tab, "finn");
            tab.eval(typed("input[type=search]", ""));
            tab.eval(typed("select", "B"));
            assertShown(tab, "finn");
            tab.eval(typed("select", ""));
            String verdict = "label:nth-of-type(3) select";
            tab.eval(typed(verdict, "crashed"));
            assertShown(tab, "cleo");
            tab.eval(typed(verdict, "passed"));
            assertShown(tab, "ada");
            tab.eval(typed(verdict, ""));
            tab.eval("document.querySelectorAll('.filter input[type=checkbox]')[0].click()");
            assertShown(tab, "cleo");
            assertEquals("1 of 6", tab.eval("document.querySelector('[role=status]').textContent"));
            tab.eval("document.querySelectorAll('.filter input[type=checkbox]')[0].click()");
            tab.eval("document.querySelectorAll('.filter input[type=checkbox]')[1].click()");
            assertShown(tab, "ada", "dan", "eve", "finn");
            tab.eval("document.querySelectorAll('.filter input[type=checkbox]')[1].click()");
            assertShown(tab, all);

            tab.eval("document.querySelectorAll('.sort')[1].click()");
            assertShown(tab, "ben", "eve", "finn", "cleo", "dan", "ada");
            tab.eval("document.querySelectorAll('.sort')[1].click()");
            assertShown(tab, "ada", "dan", "cleo", "ben", "eve", "finn");
            assertEquals("descending", tab.eval("document.querySelector('[aria-sort]').getAttribute('aria-sort')"));
            assertEquals("", String.join("\n", tab.console()));
        }
    }

    /** Changes a control as a person does. */
    private static String typed(String control, String value) {
        return "(control => { control.value = '" + value
                + "'; control.dispatchEvent(new Event('input', { bubbles: true })); })(document.querySelector('.filter "
                + control + "'))";
    }

    private static void assertShown(Tab tab, String... submissions) throws IOException, InterruptedException {
        assertEquals(
                String.join(" ", submissions),
                tab.eval("[...document.querySelectorAll('table.all tbody tr:not([hidden]) a[href^=submissions]')]"
                        + ".map(link => link.textContent.trim()).join(' ')"));
    }

    private void writeHostile() throws IOException {
        String told = String.join(" ", HostileText.PIECES);
        new HtmlReport()
                .write(
                        directory,
                        ClassFixture.everything().stream()
                                .map(result -> Retold.of(result, result.submission(), text -> told))
                                .toList(),
                        new GuardedReports());
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
