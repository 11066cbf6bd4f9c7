package kvlab.grader.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kvlab.grader.browser.Chromium;
import kvlab.grader.browser.Requests;
import kvlab.grader.browser.Tab;
import kvlab.record.Event;
import kvlab.record.NetworkEvent;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A picture in a real browser: used by keyboard and mouse, and with hostile texts in it. */
class PicturePageIT {
    private static final String OPENED = "document.body?.dataset.opened";
    private static final String HOSTILE =
            "</script><script>document.title='owned'</script><img src=x onerror=\"document.title='owned'\">"
                    + "<!--\u0000\u202egnp.exe\u2028\u05d0\u05d1 ${1} @data@ \ud800";

    private static final String NEXT_FRAME = "new Promise(requestAnimationFrame)";

    @TempDir
    private static Path directory;

    private static Requests requests;
    private static Tab tab;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        requests = new Requests();
        Optional<Chromium> found = Chromium.find(Files.createDirectory(directory.resolve("scratch")), requests.port());
        assumeTrue(found.isPresent(), "there is no chromium on the PATH: install the package chromium");
        tab = found.get().tab(1400, 900);
        tab.call(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-reduced-motion", "value", "reduce"))));
    }

    @AfterAll
    static void stop() {
        if (tab != null) {
            tab.close();
        }
        requests.close();
    }

    @AfterEach
    void nothingWasSaidOnTheConsole() {
        String said = String.join("\n", tab.console());
        tab.console().clear();
        assertEquals("", said, "neither a script nor the security policy had a word");
    }

    private void open(FailedSchedule schedule) throws IOException, InterruptedException {
        open(schedule, "said");
    }

    private void open(FailedSchedule schedule, String said) throws IOException, InterruptedException {
        tab.open(Files.writeString(directory.resolve("picture.html"), page(schedule, said)), OPENED);
    }

    private static String page(FailedSchedule schedule, String said) {
        return new PicturePage().of(PictureFixture.text(said), PictureData.of(schedule));
    }

    @Test
    void opensAtTheFailureAndGoesWhereTheKeysLead() throws IOException, InterruptedException {
        FailedSchedule schedule = PictureFixture.failed();
        open(schedule);
        assertEquals("Failed: Test 4: said", tab.eval("document.title"));
        assertEquals("has get(\"k\") = \"\"", selected());
        assertEquals("true", tab.eval("document.querySelector('.line.wrong').getAttribute('aria-current')"));
        assertEquals("true", tab.eval("kvlab.picture.layout.lineOf(kvlab.record.places.indexOf('client 2')) !== null"));
        tab.press("ArrowLeft");
        assertEquals("calls get(\"k\") (sequence 1)", selected());
        tab.press("]");
        assertEquals("has get(\"k\") = \"\"", selected());
        Event lost = lost(schedule);
        Event cause = schedule.recording().events().get((int) lost.cause());
        tab.eval("kvlab.select(" + lost.id() + ")");
        tab.press("c");
        assertEquals(cause.what().toString(), selected());
        tab.press("C");
        assertEquals(lost.what().toString(), selected(), "back from there");
        tab.press("M");
        assertTrue(selected().startsWith("sends m2 to server 1"), "the lost message's beginning");
    }

    private static Event lost(FailedSchedule schedule) {
        return schedule.recording().events().stream()
                .filter(event -> event.what() instanceof NetworkEvent.Dropped)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void filtersSearchesAndZooms() throws IOException, InterruptedException {
        open(PictureFixture.failed());
        String all = shown();
        tab.press("2");
        assertTrue(Integer.parseInt(shown()) < Integer.parseInt(all), "Raft's events are hidden");
        tab.press("2");
        assertEquals(all, shown());
        tab.press("x");
        assertEquals("true", tab.eval("document.querySelector('#views button:nth-child(2)').ariaPressed"), "this key");
        tab.press("/");
        tab.call("Input.insertText", Map.of("text", "crashes"));
        tab.press("Escape");
        assertEquals("1 found", tab.eval("document.getElementById('found').textContent"));
        tab.press("n");
        assertEquals("server 2 crashes", selected());
        double before = seen();
        tab.press("+");
        assertTrue(seen() < before * 0.7, "a key zooms in");
        tab.wheel(800, 200, -300);
        assertTrue(seen() < before * 0.5, "the wheel zooms in");
        tab.press("0");
        tab.eval(NEXT_FRAME);
        assertTrue(seen() > 0.3, "all of it: " + seen());
    }

    @Test
    void aClickSelectsWhatIsDrawnThere() throws IOException, InterruptedException {
        open(PictureFixture.failed());
        String point = tab.eval("(() => { const box = kvlab.picture.canvas.getBoundingClientRect();"
                + " const call = kvlab.picture.targets.boxes.find(each => kvlab.record.word(each.event) === 'returned');"
                + " return (box.x + (call.x0 + call.x1) / 2 + 12) + ' ' + (box.y + call.y0 + 2); })()");
        tab.press("ArrowLeft");
        tab.click(Double.parseDouble(point.split(" ")[0]), Double.parseDouble(point.split(" ")[1]));
        assertEquals("has get(\"k\") = \"\"", selected());
    }

    @Test
    void theStateAtTheCursorIsThatOfTheLastChange() throws IOException, InterruptedException {
        open(PictureFixture.failed("k", "said"));
        tab.eval("kvlab.select(kvlab.record.kind.findIndex((kind, id) => kvlab.record.word(id) === 'log'))");
        String card = tab.eval("document.querySelector('.here-now').innerText.replace(/\\s+/g, ' ')");
        assertTrue(card.contains("L leader, term 1"), card);
        assertTrue(card.contains("committed 1, applied 1"), card);
        assertTrue(card.contains("store[k] said"), card);
        tab.eval("kvlab.select(0)");
        card = tab.eval("document.querySelector('.here-now').innerText.replace(/\\s+/g, ' ')");
        assertTrue(card.contains("committed 0, applied 0"), card);
        assertFalse(card.contains("said"), card);
    }

    @Test
    void hostileTextsStayText() throws IOException, InterruptedException {
        open(PictureFixture.failed(HOSTILE, HOSTILE), HOSTILE);
        tab.eval("kvlab.record.at.forEach((_, id) => kvlab.select(id))");
        assertTrue(tab.eval("document.title").startsWith("Failed: Test 4: </script><script>"));
        assertEquals("0", tab.eval("document.querySelectorAll('img, aside script').length"));
        assertEquals("2", tab.eval("document.scripts.length"));
        assertTrue(tab.eval("document.getElementById('title').textContent").contains("\\u0000\\u202egnp.exe\\u2028"));
    }

    @Test
    void whatSlippedThroughAllTheSameWouldNotRun() throws IOException, InterruptedException {
        String careful = page(PictureFixture.failed(), "said");
        String slipped = "<script>window.owned = 'a script'</script><img src=x onerror=\"window.owned = 'a handler'\">";
        Path page = Files.writeString(directory.resolve("slipped.html"), careful.replace("<main>", slipped + "<main>"));
        tab.open(page, OPENED);
        assertEquals("undefined", tab.eval("window.owned"));
        assertFalse(tab.console().isEmpty(), "the browser says what it did not run");
        tab.console().clear();
    }

    @Test
    void aHundredThousandEventsOpenAndZoom() throws IOException, InterruptedException {
        open(PictureFixture.ofEvents(100_000));
        tab.press("0");
        tab.eval(NEXT_FRAME);
        int drawn =
                Integer.parseInt(tab.eval("kvlab.picture.targets.points.length + kvlab.picture.targets.lines.length"));
        assertTrue(drawn > 100 && drawn < 10_000, drawn + " marks and arrows");
        tab.eval("kvlab.toggleClients()");
        tab.eval(NEXT_FRAME);
        int calls = Integer.parseInt(tab.eval("kvlab.picture.targets.boxes.length"));
        int all = Integer.parseInt(tab.eval("kvlab.record.calls.length"));
        assertTrue(calls > 100 && calls < all / 2, calls + " of " + all + ": only of lanes in sight");
        String below = tab.eval("Math.min(...kvlab.picture.targets.boxes.map(box => box.y0))");
        tab.eval("kvlab.picture.scroller.scrollTop = 1e6");
        tab.eval(NEXT_FRAME + ".then(() => " + NEXT_FRAME + ")");
        assertNotEquals(below, tab.eval("Math.min(...kvlab.picture.targets.boxes.map(box => box.y0))"));
    }

    private String selected() throws IOException, InterruptedException {
        return tab.eval("document.getElementById('event-text').textContent");
    }

    private String shown() throws IOException, InterruptedException {
        return tab.eval("kvlab.filter.shown.reduce((sum, each) => sum + each, 0)");
    }

    /** How many seconds are seen. */
    private double seen() throws IOException, InterruptedException {
        return Double.parseDouble(tab.eval("(([t0, t1]) => t1 - t0)(kvlab.picture.view.window())"));
    }
}
