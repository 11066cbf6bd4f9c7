package kvlab.grader.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kvlab.grader.corpus.Corpus;
import kvlab.grader.corpus.CorpusEntry;
import kvlab.grader.corpus.CorpusRun;
import kvlab.grader.corpus.CorpusTable;
import kvlab.grader.corpus.EntryResult;
import kvlab.grader.corpus.RunScope;
import kvlab.grader.corpus.mutants.MutationRun;
import kvlab.grader.corpus.mutants.MutationTable;
import kvlab.grader.intake.SourceFile;
import kvlab.grader.policy.yaml.NearestName;
import kvlab.sim.World;
import kvlab.submission.Part;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code kvlab corpus}: checks that the tests fail wrong submissions and pass correct ones; also writes out
 * submissions.
 */
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

    /** There are many designs, and most of their changes are like those to the model answer. */
    private static final int DEFAULT_EVERY = 10;

    private static final int AS_GRADED = 100;

    @Parameters(
            paramLabel = "NAME",
            arity = "0..*",
            description = "Only these: names of submissions in the corpus, or ids of bugs (default: all).")
    private List<String> names = List.of();

    @Option(
            names = "--full",
            description =
                    "Every test on every wrong submission, all 100 schedules of each (default: only the tests that"
                            + " must catch it, each until it does).")
    private boolean full;

    @Option(
            names = "--mutants",
            arity = "0..1",
            paramLabel = "PART",
            fallbackValue = "",
            description =
                    "Run no wrong submission, but the correct ones with one small change each, 100 schedules of every"
                            + " test until one catches it, and list those that none catches. PART: SERVER, CLERK or RAFT (default:"
                            + " all).")
    private Optional<String> mutants = Optional.empty();

    @Option(
            names = "--every",
            paramLabel = "K",
            description = "With --mutants: make one in K changes (default: all to the model answer and the corpus's own"
                    + " Raft, one in " + DEFAULT_EVERY + " to other designs).")
    private Optional<Integer> every = Optional.empty();

    @Option(
            names = "--schedules",
            paramLabel = "N",
            description = "With --mutants: how many schedules of each test a mutant must survive (default: " + AS_GRADED
                    + ").")
    private Optional<Integer> schedules = Optional.empty();

    @Option(
            names = "--parallel",
            paramLabel = "P",
            description = "How many submissions at the same time (default: as many as there are processors).")
    private Optional<Integer> parallel;

    @Option(
            names = "--extract",
            arity = "2",
            paramLabel = "NAME DIR",
            hideParamSyntax = true,
            description =
                    "Run nothing, but write one submission to a new or empty directory, to be run with kvlab test or"
                            + " handed to a student: what it has of its own and what else the tests need, without the header that"
                            + " says what is wrong.")
    private List<String> extract = List.of();

    @Override
    public Integer call() throws InterruptedException, IOException {
        if (!extract.isEmpty()) {
            extract(extract.get(0), Path.of(extract.get(1)));
            return ExitCode.OK;
        }
        int threads = Schedules.parallel(
                parallel.or(() -> Optional.of(Runtime.getRuntime().availableProcessors())));
        if (mutants.isPresent()) {
            return runMutants(threads);
        }
        if (every.isPresent() || schedules.isPresent()) {
            throw new WrongUseException("--every and --schedules are of use with --mutants only");
        }
        List<CorpusEntry> entries = chosen(all());
        RunScope scope = full ? RunScope.FULL : RunScope.QUICK;
        ProgressLine progress = new ProgressLine(System.out);
        List<EntryResult> ended = new ArrayList<>();
        progress.show(howFar(ended, entries.size()));
        List<EntryResult> results = new CorpusRun(new World(), scope).run(entries, threads, result -> {
            ended.add(result);
            progress.show(howFar(ended, entries.size()));
        });
        progress.clear();
        System.out.print(new CorpusTable(results, scope).render());
        return results.stream().allMatch(EntryResult::isAsExpected) ? ExitCode.OK : ExitCode.TEST_FAILED;
    }

    private int runMutants(int threads) throws InterruptedException {
        if (full) {
            throw new WrongUseException("--full is for wrong submissions: leave it out, or --mutants");
        }
        MutationRun.Share share = new MutationRun.Share(every.orElse(1), every.orElse(DEFAULT_EVERY));
        int scheduled = schedules.orElse(AS_GRADED);
        if (share.models() < 1 || scheduled < 1) {
            throw new WrongUseException("--every and --schedules must be at least 1");
        }
        List<CorpusEntry> correct =
                chosen(all()).stream().filter(CorpusEntry::isCorrect).toList();
        ProgressLine progress = new ProgressLine(System.out);
        MutationTable table = new MutationRun(KitHome.path(), share, scheduled, threads)
                .run(correct, parts(mutants.get()), new MutationRun.Listener() {
                    @Override
                    public void ran(int mutants, int of) {
                        progress.show("ran " + mutants + " mutants of " + of + " changes");
                    }

                    @Override
                    public void survived(String text) {
                        progress.clear();
                        System.out.println("survived: " + text + "\n");
                    }
                });
        progress.clear();
        System.out.print(table.render());
        return table.isAsExpected() ? ExitCode.OK : ExitCode.TEST_FAILED;
    }

    private static Set<Part> parts(String name) {
        if (name.isEmpty()) {
            return EnumSet.allOf(Part.class);
        }
        try {
            return EnumSet.of(Part.valueOf(name.toUpperCase(Locale.ROOT)));
        } catch (IllegalArgumentException e) {
            throw new WrongUseException("--mutants takes one of " + List.of(Part.values()) + ", not " + name
                    + ": put names of submissions before it");
        }
    }

    private static List<CorpusEntry> all() {
        Corpus corpus = new Corpus(KitHome.path());
        if (!corpus.exists()) {
            throw new WrongUseException("there is no " + Corpus.PLACE + " here: the corpus is part of the instructor's"
                    + " kit, and this is not one");
        }
        return Stream.of(corpus.wrong(), corpus.correct()).flatMap(List::stream).toList();
    }

    private List<CorpusEntry> chosen(List<CorpusEntry> all) {
        Set<CorpusEntry> chosen = new HashSet<>();
        names.forEach(name -> chosen.addAll(named(name, all)));
        return all.stream()
                .filter(entry -> names.isEmpty() || chosen.contains(entry))
                .toList();
    }

    private void extract(String name, Path directory) throws IOException {
        if (!names.isEmpty() || full || extract.size() > 2) {
            throw new WrongUseException(
                    "--extract takes one name and one directory, once, and runs nothing: leave out the rest");
        }
        List<CorpusEntry> found = named(name, all());
        if (found.size() > 1) {
            throw new WrongUseException(name + " names several submissions: extract one of "
                    + found.stream().map(CorpusEntry::name).collect(Collectors.joining(", ")));
        }
        requireNewOrEmpty(directory);
        CorpusEntry entry = found.get(0);
        entry.extract(directory);
        System.out.print(written(entry, directory));
    }

    private static void requireNewOrEmpty(Path directory) throws IOException {
        if (Files.exists(directory) && !Files.isDirectory(directory)) {
            throw new WrongUseException(directory + " is a file: name a new or empty directory");
        }
        Files.createDirectories(directory);
        try (Stream<Path> files = Files.list(directory)) {
            if (files.findAny().isPresent()) {
                throw new WrongUseException(directory + " is not empty: name a new or empty directory");
            }
        }
    }

    /** Describes the files written, those that are not the entry's own, and the command to run them. */
    private static String written(CorpusEntry entry, Path directory) {
        List<String> lines = new ArrayList<>();
        for (SourceFile file : entry.files()) {
            lines.add(directory.resolve(file.name())
                    + (entry.own().contains(file.name())
                            ? ""
                            : "  (a correct one, for the tests: delete it before students get the rest)"));
        }
        for (String suite : entry.suites()) {
            lines.add("./kvlab test " + directory + " --suite " + suite);
        }
        return String.join("\n", lines) + "\n";
    }

    private static List<CorpusEntry> named(String name, List<CorpusEntry> all) {
        List<CorpusEntry> named =
                all.stream().filter(entry -> entry.isCalled(name)).toList();
        if (named.isEmpty()) {
            throw new WrongUseException("there is no " + name + " in the corpus"
                    + NearestName.among(all.stream().map(CorpusEntry::name).toList(), name)
                            .map(near -> ": did you mean " + near + "?")
                            .orElse(": its names are those of the files and directories in " + Corpus.PLACE
                                    + "/wrong, /correct and /base, and ids of bugs, such as S04"));
        }
        return named;
    }

    private static String howFar(List<EntryResult> ended, int entries) {
        long notAsExpected =
                ended.stream().filter(result -> !result.isAsExpected()).count();
        return "tried " + ended.size() + " of " + entries
                + (notAsExpected == 0 ? "" : ", " + notAsExpected + " not as expected");
    }
}
