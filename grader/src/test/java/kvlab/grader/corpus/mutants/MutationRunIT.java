package kvlab.grader.corpus.mutants;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import kvlab.grader.corpus.Corpus;
import kvlab.grader.corpus.CorpusEntry;
import kvlab.submission.Part;
import org.junit.jupiter.api.Test;

/** Runs a few mutants of a small design, each for a single schedule of every test. */
class MutationRunIT {
    private static final int ONE_OF = 12;
    private static final CorpusEntry DESIGN = new Corpus(Path.of("..")).entry("base", "minimal");

    @Test
    void catchesMostMutantsAndShowsTheRestWithTheirDifference() throws InterruptedException {
        List<String> survivors = new ArrayList<>();
        MutationTable table = run(Equivalents.parse(List.of()), survivors);
        assertTrue(table.render().contains("SERVER"), table.render());
        survivors.forEach(survivor -> assertTrue(survivor.startsWith("minimal: KvServer.java in "), survivor));

        List<String> records = survivors.stream()
                .flatMap(survivor -> survivor.lines().filter(line -> !line.startsWith("  (")))
                .toList();
        List<String> lines = new ArrayList<>();
        for (String line : records) {
            if (line.startsWith("minimal: ") && !lines.isEmpty()) {
                lines.addAll(List.of("because: the test says so", ""));
            }
            lines.add(line);
        }
        if (!survivors.isEmpty()) {
            lines.add("because: the test says so");
        }
        List<String> unknown = new ArrayList<>();
        assertTrue(run(Equivalents.parse(lines), unknown).isAsExpected());
        assertEquals(List.of(), unknown);
    }

    @Test
    void tellsWhichRecordIsStale() throws InterruptedException {
        Equivalents stale = Equivalents.parse(
                List.of("minimal: KvServer.java in put", "- no such line", "+ nor this", "because: the test says so"));
        MutationTable table = run(stale, new ArrayList<>());
        assertFalse(table.isAsExpected());
        assertTrue(table.render().contains("equivalent.txt:1"), table.render());
    }

    private static MutationTable run(Equivalents known, List<String> survivors) throws InterruptedException {
        return new MutationRun(known, new MutationRun.Share(ONE_OF, ONE_OF), 1, 2)
                .run(List.of(DESIGN), EnumSet.of(Part.SERVER), new MutationRun.Listener() {
                    @Override
                    public void ran(int mutants, int of) {
                        assertTrue(mutants <= of);
                    }

                    @Override
                    public void survived(String text) {
                        survivors.add(text);
                    }
                });
    }
}
