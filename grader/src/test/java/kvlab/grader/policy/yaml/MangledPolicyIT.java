package kvlab.grader.policy.yaml;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import kvlab.grader.policy.PolicyFixture;
import org.junit.jupiter.api.Test;

/** Whatever a file holds, reading it ends with a policy or with problems. */
class MangledPolicyIT {

    private static final int FILES = 10_000;
    private static final List<String> PIECES = List.of(
            "\n",
            "  ",
            "- ",
            ": ",
            "[",
            "]",
            "{",
            "}",
            "&a ",
            "*a",
            "!!int ",
            "!!binary ",
            "<<: ",
            "? ",
            "| ",
            "> ",
            "---\n",
            "...\n",
            "\"",
            "'",
            "#",
            "%",
            "\t",
            "\u0000",
            "\uFEFF",
            "\uD83D\uDE00",
            "-1",
            "1e9",
            "99999999999999999999",
            "null",
            "~",
            "0x1F",
            "9-",
            "1-9999",
            "2026-12-04 23:59",
            "points: 1\n");

    @Test
    void noFileBreaksTheReader() throws IOException {
        byte[] right = Files.readAllBytes(Path.of("policies", "extended-lab.yaml"));
        Random random = new Random(1);
        int refused = 0;
        for (int file = 0; file < FILES; file++) {
            byte[] mangled = right;
            for (int change = random.nextInt(8); change >= 0; change--) {
                mangled = mangle(mangled, random);
            }
            try {
                PolicyFixture.read(mangled);
            } catch (UnusablePolicyException e) {
                refused++;
                assertFalse(e.problems().isEmpty());
                assertTrue(e.problems().stream()
                        .allMatch(problem -> problem.toString().lines().count() == 1));
            }
        }
        assertTrue(FILES / 4 < refused && refused < FILES, "refused " + refused);
    }

    private static byte[] mangle(byte[] bytes, Random random) {
        int from = random.nextInt(bytes.length + 1);
        int to = Math.min(bytes.length, from + random.nextInt(20));
        byte[] piece = switch (random.nextInt(4)) {
            case 0 -> new byte[0];
            case 1 -> new byte[] {(byte) random.nextInt()};
            case 2 -> Arrays.copyOfRange(bytes, 0, random.nextInt(bytes.length + 1));
            default -> PIECES.get(random.nextInt(PIECES.size())).getBytes(StandardCharsets.UTF_8);
        };
        byte[] mangled = new byte[from + piece.length + bytes.length - to];
        System.arraycopy(bytes, 0, mangled, 0, from);
        System.arraycopy(piece, 0, mangled, from, piece.length);
        System.arraycopy(bytes, to, mangled, from + piece.length, bytes.length - to);
        return mangled;
    }
}
