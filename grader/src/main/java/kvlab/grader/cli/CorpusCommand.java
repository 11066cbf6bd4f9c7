package kvlab.grader.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import kvlab.grader.corpus.Corpus;
import kvlab.grader.corpus.CorpusEntry;
import kvlab.grader.corpus.CorpusRun;
import kvlab.grader.corpus.CorpusTable;
import kvlab.grader.corpus.EntryResult;
import kvlab.grader.corpus.EntryRunner;
import kvlab.grader.corpus.Extent;
import kvlab.grader.corpus.MalformedEntryException;
import kvlab.sim.World;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code kvlab corpus}: shows that the tests catch what they must, and leave alone what is right. */
@Command(
        name = "corpus",
        mixinStandardHelpOptions = true,
        description = "Runs the tests on submissions that are known to be wrong or right, and prints which tests catch"
                + " which bugs. For instructors.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:all came as expected",
            "1:an expectation is not met",
            "2:wrong use, or an entry that cannot be understood",
            "3:the kit itself failed"
        })
final class CorpusCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "NAME",
            arity = "0..*",
            description = "Only these: names of directories in the corpus, or ids of bugs (default: all).")
    private List<String> names = List.of();

    @Option(
            names = "--full",
            description =
                    "Every test on every wrong submission, all 100 schedules of each (default: only the tests that"
                            + " must catch it, each until it does).")
    private boolean full;

    @Option(
            names = "--parallel",
            paramLabel = "P",
            description = "How many submissions at the same time (default: as many as there are processors).")
    private Integer parallel;

    @Override
    public Integer call() throws InterruptedException {
        int threads = Schedules.parallel(Optional.of(
                Optional.ofNullable(parallel).orElse(Runtime.getRuntime().availableProcessors())));
        List<CorpusEntry> entries = chosen(corpus());
        Extent extent = full ? Extent.FULL : Extent.QUICK;
        EntryRunner runner = new EntryRunner(new World(), extent);
        Progress progress = new Progress(entries.size());
        List<EntryResult> results = new CorpusRun(runner, threads).run(entries, progress::add);
        progress.line.clear();
        System.out.print(new CorpusTable(results, extent).render());
        return results.stream().allMatch(EntryResult::isAsExpected) ? ExitCode.OK : ExitCode.TEST_FAILED;
    }

    private static Corpus corpus() {
        Path home = Path.of(Optional.ofNullable(System.getProperty("kvlab.home"))
                .orElseThrow(() -> new WrongUseException("corpus must be started by the script: ./kvlab corpus")));
        Corpus corpus = new Corpus(home);
        if (!corpus.exists()) {
            throw new WrongUseException("there is no " + Corpus.PLACE + " here: the corpus is part of the instructor's"
                    + " kit, and this is not one");
        }
        return corpus;
    }

    private List<CorpusEntry> chosen(Corpus corpus) {
        List<CorpusEntry> all;
        try {
            all = Stream.of(corpus.wrong(), corpus.correct())
                    .flatMap(List::stream)
                    .toList();
        } catch (MalformedEntryException e) {
            throw new WrongUseException(e.getMessage());
        }
        for (String name : names) {
            if (all.stream().noneMatch(entry -> isNamed(entry, name))) {
                throw new WrongUseException("there is no " + name + " in the corpus: its names are those of the"
                        + " directories in " + Corpus.PLACE + "/wrong and /correct, and ids of bugs, such as S04");
            }
        }
        return all.stream()
                .filter(entry -> names.isEmpty() || names.stream().anyMatch(name -> isNamed(entry, name)))
                .toList();
    }

    private static boolean isNamed(CorpusEntry entry, String name) {
        return entry.name().equals(name)
                || entry.bugs().contains(name)
                || name.contains("/") && entry.place().endsWith(name.replaceAll("/+$", ""));
    }

    /** How far the run is, on a terminal. */
    private static final class Progress {
        private final ProgressLine line = new ProgressLine(System.out, Boolean.getBoolean("kvlab.terminal"));
        private final int entries;
        private int ended;
        private int notAsExpected;

        Progress(int entries) {
            this.entries = entries;
            show();
        }

        void add(EntryResult result) {
            ended++;
            notAsExpected += result.isAsExpected() ? 0 : 1;
            show();
        }

        private void show() {
            line.show("tried " + ended + " of " + entries
                    + (notAsExpected == 0 ? "" : ", " + notAsExpected + " not as expected"));
        }
    }
}
