package kvlab.grader.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The README's table says what is known to be tried, and by which cases here. */
class AttackTableTest {

    private static final int MIN_CASES = 80;
    private static final Pattern ROW =
            Pattern.compile("^\\| ([a-z-]+) \\| ([^|]+) \\| ([^|]+) \\| ([^|]*) \\|$", Pattern.MULTILINE);

    @Test
    void everyRowHasItsCasesAndNoCaseNamesAnother() throws IOException {
        Map<String, Collection<String>> cases = AttackTable.casesByRow();
        List<MatchResult> rows = ROW.matcher(Files.readString(Attack.HOME.resolve("README.md")))
                .results()
                .filter(row -> !row.group(1).matches("key|-+"))
                .toList();
        List<String> keys = rows.stream().map(row -> row.group(1)).toList();
        assertEquals(27, keys.size(), keys.toString());
        assertEquals(new TreeSet<>(keys), cases.keySet());
        rows.forEach(row -> assertEquals(AttackTable.inWords(cases.get(row.group(1))), row.group(4), row.group(1)));
    }

    @Test
    void thereAreEnoughOfThem() {
        long count = AttackTable.casesByRow().values().stream()
                .flatMap(Collection::stream)
                .distinct()
                .count();
        assertTrue(count >= MIN_CASES, count + " cases");
    }
}
