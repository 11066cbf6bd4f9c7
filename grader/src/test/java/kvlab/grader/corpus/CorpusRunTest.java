package kvlab.grader.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import kvlab.schedule.Seeds;
import kvlab.sim.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CorpusRunTest {
    private static final RunScope LITTLE = new RunScope(new Seeds(1, 1), new Seeds(1, 1), false);

    @Test
    void resultsComeInTheOrderOfEntriesWhicheverEndsFirst(@TempDir Path home) throws Exception {
        KitFixture kit = new KitFixture(home);
        kit.withoutServerClass("wrong/a", "// bug: a\n// refused: There is no class\n")
                .withoutServerClass("wrong/b", "// bug: b\n// refused: There is no class\n");
        List<CorpusEntry> entries = new ArrayList<>(kit.corpus().wrong());
        entries.add(1, kit.corpus().solution());
        List<CorpusEntry> heard = new ArrayList<>();

        List<EntryResult> results =
                new CorpusRun(new World(), LITTLE).run(entries, 2, result -> heard.add(result.entry()));

        assertEquals(entries, results.stream().map(EntryResult::entry).toList());
        assertEquals(entries.size(), heard.size());
        assertEquals(Set.copyOf(entries), Set.copyOf(heard));
    }
}
