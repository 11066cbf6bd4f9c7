package kvlab.cluster;

import java.util.random.RandomGenerator;

/**
 * A {@link RandomGenerator}, and no other type, with the numbers of another one. Delegates each method that {@link
 * kvlab.sim.Randomness.Stream} implements itself; the others are defaults that call these.
 */
final class RandomFacade implements RandomGenerator {
    private final RandomGenerator random;

    RandomFacade(RandomGenerator random) {
        this.random = random;
    }

    @Override
    public long nextLong() {
        return random.nextLong();
    }

    @Override
    public int nextInt() {
        return random.nextInt();
    }

    @Override
    public boolean nextBoolean() {
        return random.nextBoolean();
    }

    @Override
    public double nextDouble() {
        return random.nextDouble();
    }

    @Override
    public float nextFloat() {
        return random.nextFloat();
    }

    @Override
    public int nextInt(int bound) {
        return random.nextInt(bound);
    }

    @Override
    public int nextInt(int origin, int bound) {
        return random.nextInt(origin, bound);
    }

    @Override
    public long nextLong(long bound) {
        return random.nextLong(bound);
    }

    @Override
    public long nextLong(long origin, long bound) {
        return random.nextLong(origin, bound);
    }

    @Override
    public double nextGaussian() {
        return random.nextGaussian();
    }
}
