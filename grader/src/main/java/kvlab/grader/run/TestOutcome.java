package kvlab.grader.run;

import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import kvlab.schedule.Verdict;

/**
 * What one test came to over all its schedules.
 *
 * @param schedules how many it was to run
 * @param schedulesRun how many of them count: after one that hung or crashed, higher seeds do not
 * @param failedSchedules how many of those went wrong through the submission's fault
 * @param undecidedSchedules how many of those the kit could not decide
 * @param firstFailure why the test did not pass; empty if it did
 */
public record TestOutcome(
        int number,
        String title,
        int schedules,
        int schedulesRun,
        int failedSchedules,
        int undecidedSchedules,
        Optional<Failure> firstFailure) {

    /** A schedule that did not pass. */
    public record Failure(long seed, Verdict verdict) {}

    /**
     * Judges the verdicts of a test's schedules, by seed. The first failure is the one with the lowest seed; what the
     * kit could not decide counts only if nothing failed.
     */
    static TestOutcome of(LabSuite.Case test, Seeds seeds, SortedMap<Long, Verdict> verdicts) {
        SortedMap<Long, Verdict> counted = upToFirstStop(verdicts);
        Optional<Failure> failure = first(counted, true).or(() -> first(counted, false));
        if (failure.isEmpty() && counted.size() < seeds.count()) {
            throw new IllegalArgumentException(
                    "test " + test.number() + ": only " + counted.size() + " of " + seeds.count() + " verdicts");
        }
        int failed = count(counted, TestOutcome::isFailure);
        int undecided = counted.size() - failed - count(counted, Verdict.Passed.class::isInstance);
        return new TestOutcome(test.number(), test.title(), seeds.count(), counted.size(), failed, undecided, failure);
    }

    /** A test of which no schedule ran. */
    static TestOutcome notRun(LabSuite.Case test, Seeds seeds, Verdict why) {
        return new TestOutcome(
                test.number(), test.title(), seeds.count(), 0, 0, 0, Optional.of(new Failure(seeds.first(), why)));
    }

    public Verdict verdict() {
        return firstFailure.map(Failure::verdict).orElseGet(Verdict.Passed::new);
    }

    public int passedSchedules() {
        return schedulesRun - failedSchedules - undecidedSchedules;
    }

    /** How many schedules might still pass if the kit's own failures were not: those it could not decide, or not run. */
    public int openSchedules() {
        return isDecided() ? undecidedSchedules : schedules - passedSchedules() - failedSchedules;
    }

    /** Whether it is decided at all, for or against the submission. */
    public boolean isDecided() {
        return verdict() instanceof Verdict.Passed || isFailure(verdict());
    }

    static boolean isFailure(Verdict verdict) {
        return verdict instanceof Verdict.Failed || stops(verdict);
    }

    /** Whether nothing can be said about higher seeds of the same test, because they may not have been run. */
    static boolean stops(Verdict verdict) {
        return verdict instanceof Verdict.TimedOut
                || verdict instanceof Verdict.Crashed
                || verdict instanceof Verdict.Refused;
    }

    private static int count(SortedMap<Long, Verdict> verdicts, Predicate<Verdict> kind) {
        return (int) verdicts.values().stream().filter(kind).count();
    }

    private static SortedMap<Long, Verdict> upToFirstStop(SortedMap<Long, Verdict> verdicts) {
        SortedMap<Long, Verdict> counted = new TreeMap<>();
        for (Map.Entry<Long, Verdict> schedule : verdicts.entrySet()) {
            counted.put(schedule.getKey(), schedule.getValue());
            if (stops(schedule.getValue())) {
                break;
            }
        }
        return counted;
    }

    private static Optional<Failure> first(SortedMap<Long, Verdict> verdicts, boolean failure) {
        return verdicts.entrySet().stream()
                .filter(schedule ->
                        failure ? isFailure(schedule.getValue()) : !(schedule.getValue() instanceof Verdict.Passed))
                .findFirst()
                .map(schedule -> new Failure(schedule.getKey(), schedule.getValue()));
    }
}
