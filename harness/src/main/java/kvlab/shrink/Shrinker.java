package kvlab.shrink;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kvlab.record.Recording;
import kvlab.reduction.Element;
import kvlab.reduction.Elements;
import kvlab.reduction.Kind;
import kvlab.reduction.Reduction;
import kvlab.schedule.LoadedSubmission;
import kvlab.schedule.ScheduleRun;
import kvlab.schedule.TestCase;
import kvlab.schedule.Verdict;

/**
 * Makes a failed schedule smaller by delta debugging: first takes away all that can be, then all of each kind, then halves,
 * quarters and finally single elements of what is left of each kind. Each step is kept if the schedule still fails in the
 * same way, and has become no longer.
 */
public final class Shrinker {
    /** First what makes a schedule shorter, so that the rest costs less. */
    private static final List<Kind> ORDER = List.of(
            Kind.ROUND,
            Kind.EPISODE,
            Kind.LAST_LEADER,
            Kind.READ_BACK,
            Kind.CLIENT,
            Kind.CHOICE,
            Kind.TRIGGER,
            Kind.CRASH,
            Kind.PARTITION,
            Kind.ONE_WAY,
            Kind.BRIDGE,
            Kind.RING,
            Kind.STAR,
            Kind.CUT_OFF,
            Kind.SLOW,
            Kind.STALLED,
            Kind.COPIED,
            Kind.LOST_IN_QUEUE,
            Kind.SILENCE,
            Kind.CONFINED,
            Kind.LATE_DELIVERY,
            Kind.LOST,
            Kind.DUPLICATED,
            Kind.HELD_BACK,
            Kind.PERIOD_CUT,
            Kind.PERIOD_SLOW,
            Kind.ELECTION_TIMEOUTS,
            Kind.LATENCY,
            Kind.CALL);

    /** In the n-th pass, an n-th of these is the part of a kind that is taken away at least. */
    private static final int[] PARTS = {1, 4, 16, Integer.MAX_VALUE};

    private final Runs runs;
    private final Set<Kind> removable;
    private final Budget budget;

    /** Runs the schedule once, and collects what occurs in it. */
    @FunctionalInterface
    interface Runs {
        ScheduleRun run(Elements elements);
    }

    /** @param removable the kinds of which elements may be taken away */
    Shrinker(Runs runs, Set<Kind> removable, Budget budget) {
        this.runs = runs;
        this.removable = Set.copyOf(removable);
        this.budget = budget;
    }

    /** For the schedule of one seed. */
    public Shrinker(LoadedSubmission submission, TestCase test, long seed, Budget budget) {
        this(elements -> submission.run(test, seed, Recording.OFF, elements), removable(test), budget);
    }

    /** Where a test expects something of its own faults, a correct submission would fail without them, too. */
    public static Set<Kind> removable(TestCase test) {
        Set<Kind> kinds = EnumSet.allOf(Kind.class);
        kinds.removeIf(kind -> kind.isFaultOfScenario() && test.needsItsFaults());
        return kinds;
    }

    /**
     * Shrinks the schedule.
     *
     * @param from what is left of it already
     * @return empty if it does not fail, or its failure cannot be repeated: because it takes seconds of real time, ends the
     *     process, or depends on chance
     */
    public Optional<Shrunk> shrink(Reduction from) {
        Elements elements = new Elements(from);
        ScheduleRun first = runs.run(elements);
        if (!Finding.isRepeatable(first.verdict())) {
            return Optional.empty();
        }
        Search search = new Search(first, from, elements);
        search.minimize();
        return search.verified();
    }

    /** One search. */
    private final class Search {
        private final ScheduleRun first;
        private final Finding finding;
        private Reduction reduction;
        private Elements elements;
        private int schedules = 1;
        private long events;
        private final Set<Reduction> rejected = new HashSet<>();
        private final Set<Reduction> passed = new HashSet<>();
        private boolean ended;

        Search(ScheduleRun first, Reduction reduction, Elements elements) {
            this.first = first;
            this.finding = Finding.of(first.verdict());
            this.reduction = reduction.occurring(elements);
            this.elements = elements;
            this.events = first.events();
        }

        void minimize() {
            Reduction nothing = reduction;
            for (Kind kind : ORDER) {
                if (removable.contains(kind) && !elements.occurred(kind).isEmpty()) {
                    nothing = nothing.leaving(kind, List.of());
                }
            }
            attempt(nothing);
            for (int parts : PARTS) {
                ORDER.forEach(kind -> minimize(kind, parts));
            }
            Reduction before;
            do {
                before = reduction;
                ORDER.forEach(kind -> minimize(kind, Integer.MAX_VALUE));
            } while (!reduction.equals(before));
        }

        /** Takes away parts of one kind, down to a size. */
        private void minimize(Kind kind, int parts) {
            if (!removable.contains(kind)) {
                return;
            }
            int all = elements.occurred(kind).size();
            if (all == 0 || attempt(reduction.leaving(kind, List.of()))) {
                return;
            }
            int least = Math.max(1, all / parts);
            for (int part = (all + 1) / 2; part >= least && part < all; part = part == 1 ? 0 : (part + 1) / 2) {
                removeEach(kind, part);
            }
        }

        /** Tries to take away each part of some size, from the last to the first. */
        private void removeEach(Kind kind, int part) {
            int end = elements.occurred(kind).size();
            while (end > 0) {
                List<Element> rest = new ArrayList<>(elements.occurred(kind));
                int begin = Math.max(0, end - part);
                rest.subList(begin, end).clear();
                boolean removed = attempt(reduction.leaving(kind, rest));
                end = removed ? Math.min(begin, elements.occurred(kind).size()) : begin;
            }
        }

        /** Runs what would be left, and keeps it if it fails in the same way. */
        private boolean attempt(Reduction less) {
            if (ended
                    || first.events() > budget.events() / 2
                    || schedules >= budget.schedules() - 1
                    || events >= budget.events()
                    || rejected.contains(less)) {
                return false;
            }
            Elements tried = new Elements(less);
            ScheduleRun run = runs.run(tried);
            schedules++;
            events += run.events();
            ended = Finding.endsProcess(run.verdict());
            if (!Finding.of(run.verdict()).equals(finding) || run.events() > first.events()) {
                rejected.add(less);
                if (run.verdict() instanceof Verdict.Passed) {
                    passed.add(less);
                }
                return false;
            }
            reduction = less.occurring(tried);
            elements = tried;
            return true;
        }

        /** The result, if it fails once more. */
        Optional<Shrunk> verified() {
            if (ended) {
                return Optional.empty();
            }
            if (schedules == 1) {
                return Optional.of(
                        new Shrunk(reduction, first, first, 1, List.of())); // too long a schedule to try anything
            }
            ScheduleRun last = runs.run(new Elements(reduction));
            return Finding.of(last.verdict()).equals(finding)
                    ? Optional.of(new Shrunk(reduction, first, last, schedules + 1, decisive()))
                    : Optional.empty();
        }

        private List<Element> decisive() {
            return elements.occurred().stream()
                    .filter(element -> element.kind().isFault() && passed.contains(without(element)))
                    .toList();
        }

        private Reduction without(Element element) {
            List<Element> rest = new ArrayList<>(elements.occurred(element.kind()));
            rest.remove(element);
            return reduction.leaving(element.kind(), rest);
        }
    }
}
