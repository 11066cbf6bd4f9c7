package kvlab.grader.browser;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A page in a browser of its own, driven by the browser's DevTools protocol. */
public final class Tab implements AutoCloseable {
    private static final Pattern LISTENING = Pattern.compile("DevTools listening on ws://127\\.0\\.0\\.1:(\\d+)/.*");
    private static final JsonMapper JSON = new JsonMapper();
    private static final int TIMEOUT_SECONDS = 60;

    private final Process browser;
    private final WebSocket socket;
    private final Answers answers = new Answers();
    private final AtomicInteger calls = new AtomicInteger();

    private Tab(Process browser, HttpClient http, int port) throws IOException, InterruptedException {
        this.browser = browser;
        HttpRequest list = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/json/list"))
                .build();
        JsonNode tabs = JSON.readTree(http.send(list, BodyHandlers.ofString()).body());
        socket = http.newWebSocketBuilder()
                .buildAsync(URI.create(tabs.get(0).get("webSocketDebuggerUrl").asString()), answers)
                .join();
        call("Runtime.enable", Map.of());
        call("Log.enable", Map.of());
        call("Page.enable", Map.of());
    }

    static Tab of(Process browser) throws IOException, InterruptedException {
        BufferedReader log =
                new BufferedReader(new InputStreamReader(browser.getErrorStream(), StandardCharsets.UTF_8));
        for (String line = log.readLine(); line != null; line = log.readLine()) {
            Matcher listening = LISTENING.matcher(line);
            if (listening.matches()) {
                Thread drain = new Thread(() -> log.lines().forEach(each -> {}), "browser-log");
                drain.setDaemon(true);
                drain.start();
                return new Tab(browser, HttpClient.newHttpClient(), Integer.parseInt(listening.group(1)));
            }
        }
        throw new IOException("the browser ended at once");
    }

    /** Opens a page, and waits until an expression is true there. */
    public void open(Path page, String opened) throws IOException, InterruptedException {
        call("Page.navigate", Map.of("url", page.toUri().toString()));
        eval("new Promise(done => { const ask = () => (" + opened + ") ? done(true) : setTimeout(ask, 10); ask(); })");
    }

    /** The value of an expression there, as text; of a promise, what it comes to. */
    public String eval(String expression) throws IOException, InterruptedException {
        JsonNode result = call(
                "Runtime.evaluate",
                Map.of("expression", "(async () => String(await (" + expression + ")))()", "awaitPromise", true));
        if (result.has("exceptionDetails")) {
            throw new IOException(expression + ": " + result.get("exceptionDetails"));
        }
        return result.get("result").get("value").asString();
    }

    /** Presses a key, such as {@code ArrowLeft} or {@code c}. */
    public void press(String key) throws IOException, InterruptedException {
        boolean typed = key.length() == 1;
        boolean shift = typed && Character.isUpperCase(key.charAt(0));
        for (String type : List.of("keyDown", "keyUp")) {
            call(
                    "Input.dispatchKeyEvent",
                    Map.of(
                            "type",
                            type,
                            "key",
                            key,
                            "text",
                            typed && type.equals("keyDown") ? key : "",
                            "modifiers",
                            shift ? 8 : 0));
        }
    }

    /** Turns the mouse's wheel at a point. */
    public void wheel(int x, int y, int turn) throws IOException, InterruptedException {
        call("Input.dispatchMouseEvent", Map.of("type", "mouseWheel", "x", x, "y", y, "deltaX", 0, "deltaY", turn));
    }

    /** Clicks at a point. */
    public void click(double x, double y) throws IOException, InterruptedException {
        for (String type : List.of("mousePressed", "mouseReleased")) {
            call("Input.dispatchMouseEvent", Map.of("type", type, "x", x, "y", y, "button", "left", "clickCount", 1));
        }
    }

    /** What scripts and the browser itself have written to the console. */
    public List<String> console() {
        return answers.console;
    }

    /** A method of the protocol. */
    public JsonNode call(String method, Map<String, ?> parameters) throws IOException, InterruptedException {
        int id = calls.incrementAndGet();
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        answers.open.put(id, answer);
        socket.sendText(JSON.writeValueAsString(Map.of("id", id, "method", method, "params", parameters)), true)
                .join();
        try {
            JsonNode found = answer.get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
            if (found.has("error")) {
                throw new IOException(method + ": " + found.get("error"));
            }
            return found.get("result");
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException(method + " was not answered; on the console: " + answers.console, e);
        }
    }

    @Override
    public void close() {
        socket.abort();
        browser.descendants().forEach(ProcessHandle::destroyForcibly);
        browser.destroyForcibly().onExit().join();
    }

    /** Reads what the browser says. */
    private static final class Answers implements WebSocket.Listener {
        private final Map<Integer, CompletableFuture<JsonNode>> open = new ConcurrentHashMap<>();
        private final List<String> console = new CopyOnWriteArrayList<>();
        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
            text.append(part);
            if (last) {
                read(JSON.readTree(text.toString()));
                text.setLength(0);
            }
            from.request(1);
            return null;
        }

        private void read(JsonNode message) {
            if (message.has("id")) {
                open.remove(message.get("id").asInt()).complete(message);
                return;
            }
            String method = message.get("method").asString();
            if (method.equals("Log.entryAdded")
                    || method.equals("Runtime.exceptionThrown")
                    || method.equals("Runtime.consoleAPICalled")) {
                console.add(message.get("params").toString());
            }
        }
    }
}
