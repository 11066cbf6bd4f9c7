package kvlab.grader.corpus;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import kvlab.grader.execute.LabSuite;
import kvlab.schedule.Seeds;
import kvlab.sim.World;

/**
 * Runs correct entries of the corpus over many schedules, and prints what came of it: one line for each test that was not
 * always passed, with the first seed and its message. The tests of an entry run at the same time.
 *
 * <p>Arguments: how many schedules, the first seed, and names of entries; without names, all that are right.
 */
final class Soak {
    private final World world = new World();
    private final Seeds seeds;

    private Soak(Seeds seeds) {
        this.seeds = seeds;
    }

    /** Runs from the module's directory. */
    public static void main(String[] arguments) {
        Soak soak = new Soak(new Seeds(Long.parseLong(arguments[1]), Integer.parseInt(arguments[0])));
        List<String> names = List.of(arguments).subList(2, arguments.length);
        TestKit.CORPUS.correct().stream()
                .filter(entry -> names.isEmpty() || names.contains(entry.name()))
                .forEach(soak::soak);
    }

    private void soak(CorpusEntry entry) {
        System.out.println(entry);
        LoadedEntry submission = LoadedEntry.load(entry.files(), entry.suites(), world);
        List<Supplier<TestSummary>> tests = entry.suites().stream()
                .flatMap(name -> LabSuite.named(name).stream())
                .flatMap(suite ->
                        suite.tests().stream().<Supplier<TestSummary>>map(test -> () -> submission.run(test, seeds)))
                .toList();
        List<String> notPassed = tests.parallelStream()
                .map(Supplier::get)
                .map(Soak::describe)
                .flatMap(Optional::stream)
                .toList();
        Stream.concat(
                        notPassed.stream(),
                        Stream.of("  " + (tests.size() - notPassed.size()) + " of " + tests.size()
                                + " tests passed all " + seeds.count() + " schedules"))
                .forEach(System.out::println);
    }

    private static Optional<String> describe(TestSummary summary) {
        return summary.first()
                .map(first -> "  " + summary + ": " + summary.notPassed() + " of " + summary.schedules()
                        + " not passed, the first with seed " + first.seed() + ": "
                        + first.verdict().getClass().getSimpleName() + ": "
                        + first.verdict().message());
    }
}
