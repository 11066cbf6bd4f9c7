package kvlab.grader.execute;

import java.security.SecureRandom;
import java.util.HexFormat;

/** A word that nobody can guess. */
final class Nonce {

    private static final int BYTES = 16;

    private Nonce() {}

    static String fresh() {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
