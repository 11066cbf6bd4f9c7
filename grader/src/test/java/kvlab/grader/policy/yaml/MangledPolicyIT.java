package kvlab.grader.policy.yaml;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import kvlab.grader.MangledBytes;
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
            try {
                PolicyFixture.read(MangledBytes.of(right, PIECES, random));
            } catch (UnusablePolicyException e) {
                refused++;
                assertFalse(e.problems().isEmpty());
                assertTrue(e.problems().stream()
                        .allMatch(problem -> problem.toString().lines().count() == 1));
            }
        }
        assertTrue(FILES / 4 < refused && refused < FILES, "refused " + refused);
    }
}
