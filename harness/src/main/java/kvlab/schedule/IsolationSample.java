package kvlab.schedule;

import kvlab.sim.Randomness;

/**
 * Chooses the schedules that an {@link IsolationCheck} runs again: one of each hundred of a test. Which one follows from
 * the first seed by a one-way function, so without that seed it cannot be known.
 */
final class IsolationSample {

    private static final int ONE_OF = 100;

    private IsolationSample() {}

    static boolean contains(TestCase test, Seeds seeds, long seed) {
        long index = seed - seeds.first();
        long hundred = index / ONE_OF;
        long size = Math.min(ONE_OF, seeds.count() - hundred * ONE_OF);
        Randomness randomness = new Randomness(seeds.first());
        Randomness.Stream choice = randomness.stream("isolated, " + test.suite().name(), test.number(), hundred);
        return index % ONE_OF == choice.nextLong(size);
    }
}
