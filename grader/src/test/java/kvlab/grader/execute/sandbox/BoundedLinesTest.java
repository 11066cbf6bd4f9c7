package kvlab.grader.execute.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BoundedLinesTest {

    @Test
    void anEndlessLineComesInPiecesAndTheNextOneIsWhole() throws IOException {
        String flood = "x".repeat(1 << 12) + "\nshort\ncut off";
        try (BoundedLines lines =
                new BoundedLines(new ByteArrayInputStream(flood.getBytes(StandardCharsets.UTF_8)), 1_000)) {
            int length = 0;
            Optional<String> line = lines.next();
            while (line.isPresent() && !line.get().equals("short")) {
                assertTrue(line.get().length() <= 1_000);
                length += line.get().length();
                line = lines.next();
            }
            assertEquals(1 << 12, length);
            assertEquals(Optional.of("short"), line);
            assertEquals(Optional.empty(), lines.next());
        }
    }
}
