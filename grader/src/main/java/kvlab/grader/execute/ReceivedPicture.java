package kvlab.grader.execute;

import java.util.Base64;
import kvlab.diagnostic.Diagnostic;
import kvlab.grader.picture.PackedPicture;
import kvlab.grader.picture.Picture;

/**
 * The picture that a child sends. Its data are made beside the submission's code, so nothing of them is believed: what is
 * too long or makes no sense costs the picture, and nothing else.
 */
final class ReceivedPicture {

    /** Characters of base 64. */
    static final int MAX_LENGTH = (PackedPicture.MAX_BYTES + 2) / 3 * 4;

    private final StringBuilder data = new StringBuilder();
    private final int test;
    private final long seed;
    private boolean tooLarge;

    /** The picture of this schedule. */
    ReceivedPicture(int test, long seed) {
        this.test = test;
        this.seed = seed;
    }

    boolean isOf(int otherTest, long otherSeed) {
        return test == otherTest && seed == otherSeed;
    }

    void add(String piece) {
        tooLarge |= data.length() + piece.length() > MAX_LENGTH;
        if (!tooLarge) {
            data.append(piece);
        }
    }

    void tooLarge() {
        tooLarge = true;
    }

    /** The picture, or why there is none. */
    Session.Drawn end() {
        return new Session.Drawn(test, seed, picture());
    }

    private Picture picture() {
        if (tooLarge) {
            return new Picture.Missing(Diagnostic.of("picture.too-large"));
        }
        try {
            return PackedPicture.from(Base64.getDecoder().decode(data.toString()));
        } catch (PackedPicture.DamagedException | IllegalArgumentException e) {
            return new Picture.Missing(Diagnostic.of("picture.damaged"));
        }
    }
}
