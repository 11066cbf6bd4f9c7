package kvlab.grader.picture;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import kvlab.grader.browser.Chromium;
import kvlab.grader.browser.Requests;
import kvlab.grader.browser.Tab;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** Prints how fast the page of a long run opens, zooms and moves: {@code .ci/test PictureSpeedIT -Dframes=60}. */
@EnabledIfSystemProperty(
        named = "frames",
        matches = "\\d+",
        disabledReason = "it measures, and says nothing true or false")
class PictureSpeedIT {
    private static final int EVENTS = 100_000;

    /** Moves and zooms by turns, once for each frame, and says how many frames there were in a second. */
    private static final String FRAMES_PER_SECOND =
            """
            new Promise((done) => {
              const {view} = kvlab.picture;
              const began = performance.now();
              let frames = 0;
              const frame = () => {
                if (frames === %d) {
                  done((1000 * frames / (performance.now() - began)).toFixed(1));
                } else if (frames++ %% 2 === 0) {
                  view.move(frames %% 4 === 1 ? 0.02 : -0.02);
                } else {
                  view.scale(frames %% 8 < 4 ? 1.02 : 1 / 1.02, (view.first + view.last) / 2);
                }
                requestAnimationFrame(frame);
              };
              requestAnimationFrame(frame);
            })
            """.replace("%d", Integer.getInteger("frames", 60) + "").replace("%%", "%");

    @TempDir
    private Path directory;

    @Test
    void aHundredThousandEvents() throws IOException, InterruptedException {
        try (Requests requests = new Requests()) {
            Optional<Chromium> found =
                    Chromium.find(Files.createDirectory(directory.resolve("scratch")), requests.port());
            assumeTrue(found.isPresent(), "there is no chromium on the PATH: install the package chromium");
            PictureData data = PictureData.of(PictureFixture.ofEvents(EVENTS));
            Path page = Files.writeString(
                    directory.resolve("picture.html"), new PicturePage().of(PictureFixture.text("said"), data));
            try (Tab tab = found.get().tab(1400, 900)) {
                tab.open(page, "document.body?.dataset.opened");
                System.out.println(Files.size(page) / 1000 + " kB, open after "
                        + tab.eval("document.body.dataset.opened") + " ms");
                for (boolean all : new boolean[] {false, true}) {
                    for (String seen : List.of("showAll()", "picture.view.show(10, 14)", "showFailure()")) {
                        tab.eval("kvlab.picture.showClients(" + all + ")");
                        tab.eval("kvlab." + seen);
                        String frames = tab.eval(FRAMES_PER_SECOND);
                        System.out.println(
                                (all ? "all clients, " : "some clients, ") + seen + ": " + frames + " frames a second");
                        assertTrue(Double.parseDouble(frames) > 0);
                    }
                }
            }
        }
    }
}
