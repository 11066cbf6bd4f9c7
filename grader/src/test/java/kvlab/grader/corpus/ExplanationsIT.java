package kvlab.grader.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kvlab.explain.Explanation;
import kvlab.grader.execute.LabSuite;
import kvlab.postmortem.Postmortem;
import kvlab.schedule.TestCase;
import kvlab.schedule.Verdict;
import kvlab.sim.World;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * No wrong submission is told a wrong cause: {@code causes.txt} in the corpus says for each entry which causes are right. A
 * build tries one entry in twenty; {@code -Dexplain.every=1} tries all.
 */
class ExplanationsIT {
    private static final int EVERY = Integer.getInteger("explain.every", 20);
    private static final int MAX_SEEDS = 100;
    private static final int MAX_STORY = 15;
    private static final Map<String, Set<String>> RIGHT = rightCauses();

    private final World world = new World();

    @TestFactory
    Stream<DynamicTest> stateNoWrongCause() {
        List<CorpusEntry> entries = TestKit.CORPUS.wrong().stream()
                .filter(entry -> caughtBy(entry).isPresent())
                .toList();
        return IntStream.range(0, entries.size())
                .filter(i -> i % EVERY == 0)
                .mapToObj(entries::get)
                .map(entry -> DynamicTest.dynamicTest(
                        entry.name(),
                        () -> assertEquals(
                                RIGHT.containsKey(entry.name()),
                                explain(entry).isPresent(),
                                "whether a cause is told")));
    }

    /** Nine of ten bugs of servers and Clerks, and of Rafts. */
    @Test
    void mostCausesAreKnown() {
        Map<Boolean, List<CorpusEntry>> entries = TestKit.CORPUS.wrong().stream()
                .filter(entry -> caughtBy(entry).isPresent())
                .collect(Collectors.partitioningBy(
                        entry -> caughtBy(entry).orElseThrow().suite().equals("raft")));
        entries.values().forEach(kind -> {
            long known = kind.stream()
                    .filter(entry -> RIGHT.containsKey(entry.name()))
                    .count();
            assertTrue(known * 10 >= kind.size() * 9, () -> known + " of " + kind.size());
        });
    }

    @TestFactory
    Stream<DynamicTest> findTheCauseOfTheUsualBugs() {
        return Map.of(
                        "no-duplicate-elimination", "cause.applied-twice",
                        "answers-before-commit", "cause.answered-before-commit",
                        "reads-from-its-own-memory", "cause.read-without-agreement",
                        "answers-whatever-is-at-its-index", "cause.woken-by-another",
                        "append-prepends", "cause.wrong-value-stored",
                        "never-answers-when-leadership-is-lost", "cause.index-taken",
                        "new-sequence-on-each-retry", "cause.request-id-changed",
                        "takes-a-lost-call-for-success", "cause.clerk-without-success")
                .entrySet()
                .stream()
                .sorted(Map.Entry.comparingByKey())
                .map(bug -> DynamicTest.dynamicTest(
                        bug.getKey(),
                        () -> assertEquals(
                                Optional.of(bug.getValue()), explain(TestKit.CORPUS.entry("wrong", bug.getKey())))));
    }

    private Optional<String> explain(CorpusEntry entry) throws Postmortem.NotExplained {
        Expectation.CaughtBy caught = caughtBy(entry).orElseThrow();
        LoadedEntry loaded = LoadedEntry.load(entry.files(), List.of(caught.suite()), world);
        TestCase test = LabSuite.named(caught.suite()).orElseThrow().tests().stream()
                .filter(each -> each.number() == caught.test())
                .findFirst()
                .orElseThrow();
        for (long seed = 1; seed <= MAX_SEEDS; seed++) {
            Verdict verdict = loaded.run(test, seed);
            if (verdict instanceof Verdict.Failed failed) {
                Explanation explanation = Postmortem.of(loaded.submission(test.suite()), test, seed, failed)
                        .explanation();
                assertTrue(explanation.story().size() <= MAX_STORY, explanation::text);
                Optional<String> cause = explanation.cause().map(found -> found.code());
                cause.ifPresent(code -> assertTrue(
                        RIGHT.getOrDefault(entry.name(), Set.of()).contains(code),
                        () -> "causes.txt does not have " + code + " for " + entry.name() + ":\n"
                                + explanation.text()));
                return cause;
            }
        }
        return Optional.empty();
    }

    private static Optional<Expectation.CaughtBy> caughtBy(CorpusEntry entry) {
        return entry.expectations().stream()
                .filter(Expectation.CaughtBy.class::isInstance)
                .map(Expectation.CaughtBy.class::cast)
                .findFirst();
    }

    private static Map<String, Set<String>> rightCauses() {
        Path file = TestKit.HOME.resolve(Corpus.PLACE).resolve("causes.txt");
        try (Stream<String> lines = Files.lines(file)) {
            return lines.filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split(": ", 2))
                    .collect(Collectors.toMap(line -> line[0], line -> Set.copyOf(Arrays.asList(line[1].split(", ")))));
        } catch (IOException e) {
            throw new IllegalStateException("cannot read " + file, e);
        }
    }
}
