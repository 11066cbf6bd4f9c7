package kvlab.grader.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The bugs that students are known to make, as the corpus's README lists them. */
class KnownBugsTest {
    private static final Pattern ROW = Pattern.compile("^\\| ([SCRM]\\d\\d) \\|", Pattern.MULTILINE);

    @Test
    void areAllInTheCorpusAndNoOthersAreNamedThere() throws IOException {
        String readme = Files.readString(TestKit.HOME.resolve(Corpus.PLACE).resolve("README.md"));
        List<String> listed =
                ROW.matcher(readme).results().map(row -> row.group(1)).toList();
        Set<String> inCorpus = Stream.of(TestKit.CORPUS.wrong(), TestKit.CORPUS.correct())
                .flatMap(List::stream)
                .flatMap(entry -> entry.bugs().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        assertFalse(listed.isEmpty());
        assertEquals(new TreeSet<>(listed), inCorpus);
        assertEquals(listed.size(), Set.copyOf(listed).size(), "an id is listed twice");
    }
}
