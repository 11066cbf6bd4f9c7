package kvlab.grader.corpus.mutants;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
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

    private static final String OWN_RAFT = "own-raft";

    private final Equivalents equivalents;
    private final Share share;
    private final int schedules;
    private final int threads;

    /** Is told how far a run is, by one thread at a time. */
    public interface Listener {
        /** @param of the number of changes; some of them do not compile, or come to nothing */
        void ran(int mutants, int of);

        /** @param text the mutant's difference from its design, in lines */
        void survived(String text);
    }

    /**
     * Which changes are made: one of so many, from the first on.
     *
     * @param models of those to the model answer and to the corpus's own Raft
     * @param others of those to other designs
     */
    public record Share(int models, int others) {}

    /**
     * @param home the top of the kit
     * @param schedules the number of schedules of each test that a mutant must survive
     * @param threads how many mutants run at the same time
     */
    public MutationRun(Path home, Share share, int schedules, int threads) {
        this(Equivalents.read(home), share, schedules, threads);
    }

    MutationRun(Equivalents equivalents, Share share, int schedules, int threads) {
        this.equivalents = equivalents;
        this.share = share;
        this.schedules = schedules;
        this.threads = threads;
    }

    /** Runs the mutants of these parts of these designs. */
    public MutationTable run(List<CorpusEntry> entries, Set<Part> parts, Listener listener)
            throws InterruptedException {
        List<Design> designs = parts.stream()
                .flatMap(part -> Design.of(entries, part).stream())
                .toList();
        return new MutationTable(results(designs, listener), equivalents.stale(designs), share, schedules);
    }

    /** This thread makes mutants, while others run those that are made. */
    private List<MutationResult> results(List<Design> designs, Listener listener) throws InterruptedException {
        int changes = designs.stream()
                .mapToInt(design -> design.changes().size() / every(design))
                .sum();
        AtomicInteger ran = new AtomicInteger();
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        BlockingQueue<MutantProcess> idle = new LinkedBlockingQueue<>();
        Stream.generate(MutantProcess::new).limit(threads).forEach(idle::add);
        try {
            List<Future<MutationResult>> pending = new ArrayList<>();
            for (Design design : designs) {
                Future<Set<String>> usual = executor.submit(() -> usualRemarks(design, idle));
                design.mutants(every(design))
                        .forEach(mutant -> pending.add(executor.submit(() -> {
                            MutationResult result = result(mutant, usual.get(), idle);
                            synchronized (listener) {
                                listener.ran(ran.incrementAndGet(), changes);
                                if (result.survived()) {
                                    listener.survived(result.rendered());
                                }
                            }
                            return result;
                        })));
            }
            List<MutationResult> results = new ArrayList<>();
            for (Future<MutationResult> each : pending) {
                results.add(each.get());
            }
            return results;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            executor.shutdownNow();
            idle.forEach(MutantProcess::close);
        }
    }

    private int every(Design design) {
        return design.name().equals(Corpus.SOLUTION) || design.name().equals(OWN_RAFT)
                ? share.models()
                : share.others();
    }

    /** The remarks that the tests make on a design as it is, which must pass. */
    private static Set<String> usualRemarks(Design design, BlockingQueue<MutantProcess> idle)
            throws InterruptedException {
        Outcome outcome = run(design.unchanged(), FOR_DESIGNS, Set.of(), idle);
        if (outcome.kind() != Kind.SURVIVED && outcome.kind() != Kind.REMARKED) {
            throw new IllegalStateException("the design " + design.name() + " does not pass without a change: "
                    + outcome.by() + ": " + outcome.message());
        }
        return outcome.remarks();
    }

    private MutationResult result(Mutant mutant, Set<String> usual, BlockingQueue<MutantProcess> idle)
            throws InterruptedException {
        Optional<Equivalents.Known> known = equivalents.of(mutant.change());
        int upTo = known.isPresent() ? Math.min(FOR_EQUIVALENTS, schedules) : schedules;
        return new MutationResult(mutant.change(), mutant.part(), known, run(mutant, upTo, usual, idle));
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
}
