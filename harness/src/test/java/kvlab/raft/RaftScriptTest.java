package kvlab.raft;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules of Figure 2, as documents: {@code src/test/resources/kvlab/raft}. */
class RaftScriptTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"votes", "elections", "terms", "following", "leading", "committing", "backing-up", "restarting"})
    void theNodeDoesWhatTheDocumentSays(String document) {
        String text = read(document + ".txt");
        assertEquals(text, RaftScript.play(text));
    }

    private static String read(String name) {
        try (InputStream in = RaftScriptTest.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
