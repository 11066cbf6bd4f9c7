package kvlab.grader.execute;

import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Predicate;
import kvlab.grader.picture.Picture;
import kvlab.schedule.Seeds;
import kvlab.schedule.TestCase;
import kvlab.schedule.Verdict;

/**
 * The outcome of one test over all its schedules.
 *
 * @param schedules number of schedules requested
 * @param schedulesRun number of schedules that count: seeds after a hang, a crash or enough failures do not
 * @param failedSchedules number of those that the submission failed
 * @param undecidedSchedules number of those that the kit could not decide
 * @param firstFailure why the test did not pass; empty if it did
 * @param picture of that failure, or why there is none; empty of most, since one failure of each submission is drawn
 */
public record TestOutcome(
        int number,
        String title,
        int schedules,
        int schedulesRun,
        int failedSchedules,
        int undecidedSchedules,
        Optional<Failure> firstFailure,
        Optional<Picture> picture) {

    /** An outcome without a picture. */
    public TestOutcome(
            int number,
            String title,
            int schedules,
            int schedulesRun,
            int failedSchedules,
            int undecidedSchedules,
            Optional<Failure> firstFailure) {
        this(
                number,
                title,
                schedules,
                schedulesRun,
                failedSchedules,
                undecidedSchedules,
                firstFailure,
                Optional.empty());
    }

    /** A schedule that did not pass. */
    public record Failure(long seed, Verdict verdict) {}

    /**
     * Computes the outcome from the verdicts by seed. The first failure is the one with the lowest seed; undecided
     * schedules count only if none failed.
     *
     * @throws IllegalArgumentException if the verdicts do not decide the test
     */
    static TestOutcome of(TestCase test, Seeds seeds, SortedMap<Long, Verdict> verdicts) {
        if (!seeds.areSettledBy(verdicts)) {
            throw new IllegalArgumentException(
                    "test " + test.number() + ": only " + verdicts.size() + " of " + seeds.count() + " verdicts");
        }
        SortedMap<Long, Verdict> counted = seeds.counted(verdicts);
        Optional<Failure> failure = first(counted, Verdict::isFailure)
                .or(() -> first(counted, verdict -> !(verdict instanceof Verdict.Passed)));
        int failed = count(counted, Verdict::isFailure);
        int undecided = counted.size() - failed - count(counted, Verdict.Passed.class::isInstance);
        return new TestOutcome(test.number(), test.title(), seeds.count(), counted.size(), failed, undecided, failure);
    }

    /** A test of which no schedule ran. */
    static TestOutcome notRun(TestCase test, Seeds seeds, Verdict why) {
        return new TestOutcome(
                test.number(), test.title(), seeds.count(), 0, 0, 0, Optional.of(new Failure(seeds.first(), why)));
    }

    /** The same, with the story of its first failure before the detail, if that is this schedule. */
    TestOutcome withStory(long seed, String story) {
        return failedFirst(seed)
                ? with(
                        firstFailure.map(failure -> new Failure(
                                seed,
                                failure.verdict()
                                        .with(
                                                failure.verdict().diagnostic(),
                                                story + failure.verdict().detail()))),
                        picture)
                : this;
    }

    /** The same, with the picture of its first failure, if that is this schedule. */
    TestOutcome withPicture(long seed, Picture drawn) {
        return failedFirst(seed) ? with(firstFailure, Optional.of(drawn)) : this;
    }

    private boolean failedFirst(long seed) {
        return firstFailure.filter(failure -> failure.seed() == seed).isPresent();
    }

    private TestOutcome with(Optional<Failure> failure, Optional<Picture> drawn) {
        return new TestOutcome(
                number, title, schedules, schedulesRun, failedSchedules, undecidedSchedules, failure, drawn);
    }

    public Verdict verdict() {
        return firstFailure.map(Failure::verdict).orElseGet(Verdict.Passed::new);
    }

    public int passedSchedules() {
        return schedulesRun - failedSchedules - undecidedSchedules;
    }

    /** Whether the test is decided, for or against the submission. */
    public boolean isDecided() {
        return verdict() instanceof Verdict.Passed || verdict().isFailure();
    }

    private static int count(SortedMap<Long, Verdict> verdicts, Predicate<Verdict> kind) {
        return (int) verdicts.values().stream().filter(kind).count();
    }

    private static Optional<Failure> first(SortedMap<Long, Verdict> verdicts, Predicate<Verdict> kind) {
        return verdicts.entrySet().stream()
                .filter(schedule -> kind.test(schedule.getValue()))
                .findFirst()
                .map(schedule -> new Failure(schedule.getKey(), schedule.getValue()));
    }
}
