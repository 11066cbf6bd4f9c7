package kvlab.grader.policy.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kvlab.grader.check.ApiName;
import kvlab.grader.policy.FirstSeed;
import kvlab.grader.policy.Policy;
import kvlab.grader.policy.PolicyFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds {@code grader/policies/README.md} and the reader to the same keys. */
class DocumentedKeysTest {

    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([^`]+)` \\|(.*)\\|$");
    private static final Pattern EXAMPLE = Pattern.compile("(?s)```yaml\n(.*?)```");

    @Test
    void theDocumentHasARowOfFiveCellsForEveryKeyAndForNothingElse() throws IOException {
        List<MatchResult> rows = ROW.matcher(readme()).results().toList();
        assertEquals(
                new TreeSet<>(Keys.all().toList()),
                new TreeSet<>(rows.stream().map(row -> row.group(1)).toList()));
        rows.forEach(row -> assertEquals(4, row.group(2).split("\\|").length, row.group()));
    }

    @Test
    void theExampleWithEveryKeyIsRight() throws IOException {
        Policy policy = PolicyFixture.policy(example());
        assertEquals("every-key", policy.name());
        assertEquals(
                new FirstSeed.Same(583920417760235914L), policy.hiddenSeed().orElseThrow());
        assertEquals(
                List.of("java.util.Optional", "java.util.List#sort"),
                policy.api().forbidden().stream().map(ApiName::toString).toList());
    }

    /** A key that is not read, or is spelt otherwise in the reader, would let this pass unnoticed. */
    @ParameterizedTest
    @MethodSource("keys")
    void nonsenseUnderAKeyIsNoticedThere(String key) throws IOException {
        String inFile = key.replace("SUITE", "core").replace("TESTS", "9");
        List<String> problems = PolicyFixture.problems(withNonsense(inFile));
        assertTrue(
                problems.stream().anyMatch(problem -> problem.contains(": " + inFile + ": expected ")),
                () -> inFile + ": " + problems);
    }

    static Stream<String> keys() {
        return Keys.all();
    }

    /** The example, with a value at the key that nothing takes. */
    private static String withNonsense(String key) throws IOException {
        String text = example();
        if (key.equals("seed-secret")) { // not in the example, which has hidden-seed
            return text + key + ": [{}]\n";
        }
        int at = 0;
        String word = "";
        for (String part : key.split("\\.")) {
            word = part;
            at = Pattern.compile("(?m)(?<![A-Za-z-])" + Pattern.quote(part) + ":")
                    .matcher(text)
                    .results()
                    .map(MatchResult::start)
                    .filter(after(at)::test)
                    .findFirst()
                    .orElseThrow();
        }
        int value = at + word.length() + 1;
        int indent = at - text.lastIndexOf('\n', at) - 1;
        boolean inline = text.substring(text.lastIndexOf('\n', at) + 1, at).contains("{");
        if (inline) {
            int end = Pattern.compile("[,}]")
                    .matcher(text)
                    .results()
                    .map(MatchResult::start)
                    .filter(after(value)::test)
                    .findFirst()
                    .orElseThrow();
            return text.substring(0, value) + " [{}]" + text.substring(end);
        }
        int end = text.indexOf('\n', value) + 1;
        while (end < text.length() && text.startsWith(" ".repeat(indent + 1), end)) {
            end = text.indexOf('\n', end) + 1;
        }
        return text.substring(0, value) + " [{}]\n" + text.substring(end);
    }

    private static Predicate<Integer> after(int start) {
        return position -> position >= start;
    }

    private static String example() throws IOException {
        return EXAMPLE.matcher(readme()).results().findFirst().orElseThrow().group(1);
    }

    private static String readme() throws IOException {
        return Files.readString(Path.of("policies", "README.md"));
    }
}
