package kvlab.grader.browser;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A real browser, without a window. */
public final class Chromium {

    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
    private static final int TIMEOUT_SECONDS = 120;

    /**
     * What became of a page.
     *
     * @param dom the document after everything was loaded and run, as HTML
     * @param console what was written to the console, by scripts and by the browser itself
     */
    public record Seen(String dom, List<String> console) {}

    private final Path program;
    private final Path scratch;
    private final int proxyPort;

    private Chromium(Path program, Path scratch, int proxyPort) {
        this.program = program;
        this.scratch = scratch;
        this.proxyPort = proxyPort;
    }

    /**
     * The one on this machine, if there is one.
     *
     * @param scratch for what it writes
     * @param proxyPort where on this machine it is to send all requests for anything but files
     */
    public static Optional<Chromium> find(Path scratch, int proxyPort) {
        List<Path> places = Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .map(Path::of)
                .toList();
        return NAMES.stream()
                .flatMap(name -> places.stream().map(place -> place.resolve(name)))
                .filter(Files::isExecutable)
                .findFirst()
                .map(program -> new Chromium(program, scratch, proxyPort));
    }

    /** Opens the page and waits until nothing more happens. */
    public Seen open(Path page) throws IOException, InterruptedException {
        Path dom = scratch.resolve("dom.html");
        Path log = scratch.resolve("log.txt");
        List<String> command = command();
        command.addAll(List.of("--dump-dom", page.toUri().toString()));
        Process process = new ProcessBuilder(command)
                .redirectOutput(dom.toFile())
                .redirectError(log.toFile())
                .start();
        if (!process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            throw new IOException(program + " did not end: " + Files.readString(log));
        }
        try (Stream<String> lines = Files.lines(log)) {
            return new Seen(
                    Files.readString(dom),
                    lines.filter(line -> line.contains(":CONSOLE")).toList());
        }
    }

    /** A page that can be typed into and asked, of a browser that ends with it. */
    public Tab tab(int width, int height) throws IOException, InterruptedException {
        List<String> command = command();
        command.addAll(List.of("--remote-debugging-port=0", "--window-size=" + width + "," + height, "about:blank"));
        return Tab.of(new ProcessBuilder(command)
                .redirectOutput(scratch.resolve("dom.html").toFile())
                .start());
    }

    private List<String> command() {
        return new ArrayList<>(List.of(
                program.toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--enable-logging=stderr",
                "--v=0",
                "--user-data-dir=" + scratch.resolve("profile"),
                "--proxy-server=http://127.0.0.1:" + proxyPort));
    }
}
