package kvlab.grader;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Files that began as right ones, with some of their bytes taken out, repeated or replaced. */
public final class MangledBytes {

    private static final int MAX_CHANGES = 8;
    private static final int MAX_REPLACED = 20;

    private MangledBytes() {}

    /** @param pieces what readers of such files may stumble over */
    public static byte[] of(byte[] right, List<String> pieces, Random random) {
        byte[] mangled = right;
        for (int change = random.nextInt(MAX_CHANGES); change >= 0; change--) {
            mangled = changed(mangled, pieces, random);
        }
        return mangled;
    }

    private static byte[] changed(byte[] bytes, List<String> pieces, Random random) {
        int from = random.nextInt(bytes.length + 1);
        int to = Math.min(bytes.length, from + random.nextInt(MAX_REPLACED));
        byte[] piece = switch (random.nextInt(4)) {
            case 0 -> new byte[0];
            case 1 -> new byte[] {(byte) random.nextInt()};
            case 2 -> Arrays.copyOfRange(bytes, 0, random.nextInt(bytes.length + 1));
            default -> pieces.get(random.nextInt(pieces.size())).getBytes(StandardCharsets.UTF_8);
        };
        byte[] mangled = new byte[from + piece.length + bytes.length - to];
        System.arraycopy(bytes, 0, mangled, 0, from);
        System.arraycopy(piece, 0, mangled, from, piece.length);
        System.arraycopy(bytes, to, mangled, from + piece.length, bytes.length - to);
        return mangled;
    }
}
