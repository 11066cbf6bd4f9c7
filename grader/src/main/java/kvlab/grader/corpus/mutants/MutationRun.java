package kvlab.grader.corpus.mutants;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import kvlab.grader.corpus.Corpus;
import kvlab.grader.corpus.CorpusEntry;
import kvlab.grader.corpus.mutants.MutantChild.Kind;
import kvlab.grader.corpus.mutants.MutantChild.Outcome;
import kvlab.submission.Part;

/** Makes the mutants of correct designs, and runs the suites on them. */
public final class MutationRun {

    /** For a mutant that is known to be right: enough to notice most mistakes in a record. */
    private static final int FOR_EQUIVALENTS = 10;

    /** To learn what remarks a design gets without any change. */
    private static final int FOR_DESIGNS = 5;

    private final Equivalents equivalents;
    private final int every;
    private final int schedules;
    private final int threads;

    /** Is told how far a run is, by one thread at a time. */
    public interface Listener {
        void ran(int mutants, int of);

        /** @param text the mutant's difference from its design, in lines */
        void survived(String text);
    }

    /**
     * @param home the top of the kit
     * @param every of the changes to most designs, one of so many is made; all of those to the model answer and to the
     *     corpus's own Raft
     * @param schedules the number of schedules of each test that a mutant must survive
     * @param threads how many mutants run at the same time
     */
    public MutationRun(Path home, int every, int schedules, int threads) {
        this(Equivalents.read(home), every, schedules, threads);
    }

    MutationRun(Equivalents equivalents, int every, int schedules, int threads) {
        this.equivalents = equivalents;
        this.every = every;
        this.schedules = schedules;
        this.threads = threads;
    }

    /** Runs the mutants of these parts of these designs. */
    public MutationTable run(List<CorpusEntry> entries, Set<Part> parts, Listener listener)
            throws InterruptedException {
        List<Design> designs = inParallel(parts.stream()
                        .flatMap(part -> entries.stream()
                                .map(entry -> (Callable<List<Design>>) () -> Design.of(List.of(entry), part)))
                        .toList())
                .stream()
                .flatMap(List::stream)
                .toList();
        List<Mutant> mutants = inParallel(designs.stream()
                        .map(design -> (Callable<List<Mutant>>) () -> design.mutants(share(design)))
                        .toList())
                .stream()
                .flatMap(List::stream)
                .toList();
        return new MutationTable(results(designs, mutants, listener), equivalents.stale(designs), every, schedules);
    }

    private int share(Design design) {
        return isRunInFull(design) ? 1 : every;
    }

    private static boolean isRunInFull(Design design) {
        return design.name().equals(Corpus.SOLUTION) || design.name().equals("own-raft");
    }

    private List<MutationResult> results(List<Design> designs, List<Mutant> mutants, Listener listener)
            throws InterruptedException {
        BlockingQueue<MutantProcess> idle = new LinkedBlockingQueue<>();
        Stream.generate(MutantProcess::new).limit(threads).forEach(idle::add);
        try {
            Map<String, Set<String>> usual = usual(designs, idle);
            List<Callable<MutationResult>> jobs = new ArrayList<>();
            AtomicInteger ran = new AtomicInteger();
            for (Mutant mutant : mutants) {
                jobs.add(() -> {
                    MutationResult result =
                            result(mutant, usual.get(mutant.change().design()), idle);
                    synchronized (listener) {
                        listener.ran(ran.incrementAndGet(), mutants.size());
                        if (result.survived()) {
                            listener.survived(result.rendered());
                        }
                    }
                    return result;
                });
            }
            return inParallel(jobs);
        } finally {
            idle.forEach(MutantProcess::close);
        }
    }

    /** The remarks that the tests make on each design as it is, which must pass. */
    private Map<String, Set<String>> usual(List<Design> designs, BlockingQueue<MutantProcess> idle)
            throws InterruptedException {
        List<Callable<Outcome>> jobs = designs.stream()
                .map(design -> (Callable<Outcome>) () -> run(design.unchanged(), FOR_DESIGNS, Set.of(), idle))
                .toList();
        List<Outcome> outcomes = inParallel(jobs);
        Map<String, Set<String>> usual = new LinkedHashMap<>();
        for (int i = 0; i < designs.size(); i++) {
            Outcome outcome = outcomes.get(i);
            if (outcome.kind() != Kind.SURVIVED && outcome.kind() != Kind.REMARKED) {
                throw new IllegalStateException("the design " + designs.get(i).name()
                        + " does not pass without a change: " + outcome.by() + ": " + outcome.message());
            }
            usual.merge(designs.get(i).name(), outcome.remarks(), MutationRun::union);
        }
        return usual;
    }

    private static Set<String> union(Set<String> one, Set<String> other) {
        Set<String> both = new TreeSet<>(one);
        both.addAll(other);
        return both;
    }

    private MutationResult result(Mutant mutant, Set<String> usual, BlockingQueue<MutantProcess> idle)
            throws InterruptedException {
        Optional<Equivalents.Known> known = equivalents.of(mutant.change());
        Outcome outcome =
                run(mutant, known.isPresent() ? Math.min(FOR_EQUIVALENTS, schedules) : schedules, usual, idle);
        return new MutationResult(mutant.change(), mutant.part(), known, outcome);
    }

    private static Outcome run(Mutant mutant, int schedules, Set<String> usual, BlockingQueue<MutantProcess> idle)
            throws InterruptedException {
        MutantProcess process = idle.take();
        try {
            return process.run(new MutantChild.Job(mutant.classes(), mutant.suites(), schedules, usual));
        } finally {
            idle.add(process);
        }
    }

    private <T> List<T> inParallel(List<Callable<T>> jobs) throws InterruptedException {
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> future : executor.invokeAll(jobs)) {
                results.add(future.get());
            }
            return results;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            executor.shutdownNow();
        }
    }
}
