package kvlab.junit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kvlab.record.Json;
import kvlab.record.JsonLines;
import kvlab.record.Kind;
import kvlab.record.Recording;
import kvlab.record.Selection;
import kvlab.record.Timeline;
import kvlab.schedule.TestCase;
import kvlab.schedule.Verdict;

/**
 * Where the record of a schedule is written to: as JSON lines if the file's name ends with {@code .jsonl}, otherwise as
 * text.
 *
 * @param only selections in the form of {@link Selection#of}; if empty, JSON has all events, and text those that it has by
 *     default
 */
public record TraceFile(Path file, List<String> only) {
    private static final String JSON_LINES = ".jsonl";
    private static final String FORMAT = "kvlab-trace/1";
    private static final String TEXT_BEGINNING = "TEST ";
    private static final String JSON_BEGINNING = "{\"format\":\"kvlab-trace/";

    /** @throws IllegalArgumentException if a selection is none */
    public TraceFile {
        only = List.copyOf(only);
        Selection.of(only);
    }

    /** Whether nothing but a trace is lost when the file is written: it is a trace, or empty, or not there. */
    public boolean mayBeWritten() throws IOException {
        if (!Files.exists(file)) {
            return true;
        }
        try (InputStream in = Files.newInputStream(file)) {
            String beginning = new String(in.readNBytes(JSON_BEGINNING.length()), StandardCharsets.UTF_8);
            return beginning.isEmpty() || beginning.startsWith(TEXT_BEGINNING) || beginning.equals(JSON_BEGINNING);
        }
    }

    void write(TestCase test, long seed, Recording recording, Verdict verdict) {
        try {
            Files.writeString(
                    file, isJson() ? jsonLines(test, seed, recording, verdict) : text(test, seed, recording, verdict));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the trace to " + file + ": " + e.getMessage(), e);
        }
    }

    private boolean isJson() {
        return file.toString().endsWith(JSON_LINES);
    }

    private String text(TestCase test, long seed, Recording recording, Verdict verdict) {
        return TEXT_BEGINNING + test.number() + ": " + test.title() + ", seed " + seed + "\n"
                + new Timeline(recording).text(Selection.of(only))
                + (verdict instanceof Verdict.Passed ? "" : "Failed: ") + verdict.message() + "\n";
    }

    private String jsonLines(TestCase test, long seed, Recording recording, Verdict verdict) {
        Map<String, Object> first = new LinkedHashMap<>();
        first.put("format", FORMAT);
        first.put("suite", test.suite().name());
        first.put("edition", test.suite().edition());
        first.put("test", test.number());
        first.put("title", test.title());
        first.put("seed", seed);
        Map<String, Object> last = new LinkedHashMap<>();
        last.put("verdict", Kind.words(verdict.getClass().getSimpleName()));
        last.put("message", verdict.message());
        last.put("notKept", recording.dropped());
        Selection shown = only.isEmpty() ? Selection.all() : Selection.of(only);
        return Json.of(first) + "\n" + new JsonLines(recording).text(shown) + Json.of(last) + "\n";
    }
}
