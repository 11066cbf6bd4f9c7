package kvlab.schedule;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

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
        return index % ONE_OF == Math.floorMod(hash(test, seeds.first(), hundred), size);
    }

    private static long hash(TestCase test, long first, long hundred) {
        String text = first + " " + test.suite().name() + " " + test.number() + " " + hundred;
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(hash).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("each Java platform has SHA-256", e);
        }
    }
}
