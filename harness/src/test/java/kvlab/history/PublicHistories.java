package kvlab.history;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Histories recorded elsewhere, which may lie beside the project; the README there describes their format. */
final class PublicHistories {
    private static final Pattern LINE = Pattern.compile(
            "\\{:process (\\d+), :type :(invoke|ok), :f :(get|put|append), :key \"(.*?)\", :value (?:nil|\"(.*)\")}");

    private PublicHistories() {}

    /** Where they are if they are there: {@code ../shared/data/histories} as seen from the project's root. */
    static Path folder() {
        Path root = Path.of("").toAbsolutePath();
        while (root.getParent() != null && Files.exists(root.resolveSibling("pom.xml"))) {
            root = root.getParent();
        }
        return root.resolveSibling("shared").resolve("data").resolve("histories");
    }

    static History read(Path file) {
        try {
            return parse(Files.readAllLines(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static History parse(List<String> lines) {
        HistoryRecorder recorder = new HistoryRecorder();
        Map<Long, Call> open = new HashMap<>();
        for (String line : lines) {
            Matcher event = LINE.matcher(line);
            if (!event.matches()) {
                throw new IllegalArgumentException("not an event of a history: " + line);
            }
            long client = Long.parseLong(event.group(1));
            if (event.group(2).equals("invoke")) {
                Operation operation = switch (event.group(3)) {
                    case "get" -> new Get(event.group(4));
                    case "put" -> new Put(event.group(4), event.group(5));
                    default -> new Append(event.group(4), event.group(5));
                };
                open.put(client, recorder.invoked(client, operation, Duration.ZERO));
            } else if (event.group(3).equals("get")) {
                recorder.returned(open.remove(client), event.group(5), Duration.ZERO);
            } else {
                recorder.returned(open.remove(client), Duration.ZERO);
            }
        }
        return recorder.history();
    }
}
