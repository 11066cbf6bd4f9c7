package kvlab.workload;

import java.util.function.IntToLongFunction;
import kvlab.sim.Randomness;

/**
 * The clients' ids and first sequence numbers in one schedule, from its seed: such that requests are confused if a store
 * casts them to {@code int}, compares boxed numbers by identity, or makes one number or one text of client and sequence.
 * The schedule of seed 1 has the clients 1, 2, 3 and so on, and the sequence number of each one's first call is 1.
 *
 * <p>Ids are any {@code long} but 0, -1, and the smallest and the largest, which a store might use for commands of its own.
 * First sequence numbers are from 1 to 2^62. Clients are numbered from 1.
 */
public final class ClientIds {
    private static final long MAX_FIRST = 1L << 62;

    /** By which a store might multiply an id to add a sequence number; 0 stands for an exclusive or of the two. */
    private static final long[] FACTORS = {100, 1, 1000, 31, 1_000_000, 0, 10, 1L << 32, 10_000, 1 << 16};

    private static final int VARIANTS = 5;

    private final IntToLongFunction ids;
    private final IntToLongFunction firstSequences;

    private ClientIds(IntToLongFunction ids, IntToLongFunction firstSequences) {
        this.ids = ids;
        this.firstSequences = firstSequences;
    }

    /** The ids of the schedule that has these random numbers. */
    public static ClientIds of(Randomness randomness) {
        if (Data.isPlain(randomness)) {
            return new ClientIds(client -> client, client -> 1);
        }
        Randomness.Stream random = randomness.stream("client ids");
        return switch (random.nextInt(10)) {
            case 0, 1, 2, 3 -> sameSums(random);
            case 4 -> sameDigits(random);
            default -> new ClientIds(unlike(random), nearBoundaries(random, randomness));
        };
    }

    /** A client's id: no other's. */
    public long id(int client) {
        long id = ids.applyAsLong(client);
        boolean special = id == 0 || id == -1 || id == Long.MIN_VALUE || id == Long.MAX_VALUE;
        return special ? id ^ 0x5555_5555_5555L : id;
    }

    /** The sequence number of a client's first call. */
    public long firstSequence(int client) {
        return firstSequences.applyAsLong(client);
    }

    /** Ids that a cast, a hash code, a remainder, or the absolute value takes for equal; or negative, or at the ends. */
    private static IntToLongFunction unlike(Randomness.Stream random) {
        long base = random.nextLong();
        long odd = random.nextLong() | 1; // such a step reaches every long before any twice
        return switch (random.nextInt(6)) {
            case 0 -> client -> -1 - client;
            case 1 -> base < 0 ? client -> Long.MIN_VALUE + client : client -> Long.MAX_VALUE - client;
            default -> client -> variant(base + (client - 1) / VARIANTS * odd, (client - 1) % VARIANTS);
        };
    }

    private static long variant(long id, int variant) {
        return switch (variant) {
            case 0 -> id;
            case 1 -> id + (1L << Integer.SIZE);
            case 2 -> -id;
            case 3 -> withHashCode(Long.hashCode(id), (int) id);
            default -> id + (1 << 16) * 1000;
        };
    }

    /** A number whose {@code Long.hashCode} is the exclusive or of its halves. */
    private static long withHashCode(int hashCode, int high) {
        return (long) high << Integer.SIZE | (high ^ hashCode) & 0xffff_ffffL;
    }

    /** First sequence numbers such that one of the first few calls goes beyond what a type or a cache holds. */
    private static IntToLongFunction nearBoundaries(Randomness.Stream random, Randomness randomness) {
        long[] boundaries = {
            4, // none
            Long.parseLong("1" + "0".repeat(random.nextInt(1, 18))), // of the numbers with as many digits
            128, // of the boxed numbers that exist once
            1L << 15,
            1L << 31,
            (1L << 31) + (random.nextLong(1, 1000) << 32),
            random.nextLong(1, 1L << 20) << 32,
            1L << 53, // of whole numbers in a double
            random.nextLong(4, MAX_FIRST)
        };
        int common = random.nextInt(boundaries.length);
        boolean all = random.nextBoolean();
        return client -> {
            Randomness.Stream own = randomness.stream("first sequence", client);
            return boundaries[all ? common : own.nextInt(boundaries.length)] - own.nextLong(4);
        };
    }

    /**
     * Ids in a row, and for each client a factor such that {@code factor * id + sequence} is the same for its first call
     * and its predecessor's.
     */
    private static ClientIds sameSums(Randomness.Stream random) {
        long base = random.nextInt(3) == 0 ? random.nextLong(-MAX_FIRST, MAX_FIRST) : random.nextLong(100);
        long first = random.nextLong(1L << 41, 1L << 42);
        int offset = random.nextInt(FACTORS.length);
        return new ClientIds(client -> base + client, client -> {
            long sequence = first;
            for (int other = 2; other <= client; other++) {
                long factor = FACTORS[(offset + other) % FACTORS.length];
                sequence = factor == 0 ? sequence ^ (base + other) ^ (base + other - 1) : sequence - factor;
            }
            return Math.max(1, sequence);
        });
    }

    /** Id and sequence together are the same 18 digits for the first calls of 17 clients, divided at another place. */
    private static ClientIds sameDigits(Randomness.Stream random) {
        StringBuilder text = new StringBuilder();
        while (text.length() < 18) {
            text.append(random.nextInt(1, 4));
        }
        String digits = text.toString();
        return new ClientIds(
                client -> client < digits.length()
                        ? Long.parseLong(digits.substring(0, client))
                        : Long.parseLong(digits) + client,
                client -> client < digits.length() ? Long.parseLong(digits.substring(client)) : 1);
    }
}
