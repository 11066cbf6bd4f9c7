package kvlab.grader.policy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import kvlab.grader.intake.SourceFile;

/** How a policy determines the seed of each test's first schedule. */
public sealed interface FirstSeed {

    /** The seed for a submission with these files. Equal files have equal seeds. */
    long of(List<SourceFile> files);

    /** Everyone has the same seed. */
    record Same(long seed) implements FirstSeed {

        @Override
        public long of(List<SourceFile> files) {
            return seed;
        }
    }

    /**
     * Each submission has its own seed, which nobody can compute without the secret. So the failures of one student say
     * nothing about the schedules of another, or of a later submission.
     */
    record Own(String secret) implements FirstSeed {
        private static final String ALGORITHM = "HmacSHA256";

        @Override
        public long of(List<SourceFile> files) {
            Mac mac = mac();
            files.forEach(file -> {
                update(mac, file.name().getBytes(StandardCharsets.UTF_8));
                update(mac, file.text().getBytes(StandardCharsets.UTF_8));
            });
            return ByteBuffer.wrap(mac.doFinal()).getLong() >> 1; // so that the seeds after it do not overflow
        }

        private Mac mac() {
            try {
                Mac mac = Mac.getInstance(ALGORITHM);
                mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
                return mac;
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("every Java has " + ALGORITHM, e);
            }
        }

        private static void update(Mac mac, byte[] bytes) {
            mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
            mac.update(bytes);
        }

        /** Identifies the secret and does not tell it: texts of policies go into digests that everybody can read. */
        @Override
        public String toString() {
            return "own seeds " + of(List.of());
        }
    }
}
