package kvlab.grader.execute;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import kvlab.schedule.Verdict;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Serialises jobs and reports as one line of JSON each. */
final class Protocol {

    private static final int NONCE_BYTES = 16;

    private final JsonMapper json =
            JsonMapper.builder().addMixIn(Verdict.class, NamedVerdict.class).build();

    private record Line(String nonce, JsonNode report) {}

    /** An unguessable token for a job. */
    static String nonce() {
        byte[] bytes = new byte[NONCE_BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    String writeJob(Object job) {
        return json.writeValueAsString(job);
    }

    <T> T readJob(String line, Class<T> type) {
        return json.readValue(line, type);
    }

    String writeReport(String nonce, Object report) {
        return json.writeValueAsString(new Line(nonce, json.valueToTree(report)));
    }

    /** The report on this line; empty for output of the submission. */
    <T> Optional<T> readReport(String nonce, String line, Class<T> type) {
        if (!line.startsWith("{") || !line.contains(nonce)) {
            return Optional.empty();
        }
        try {
            Line read = json.readValue(line, Line.class);
            return nonce.equals(read.nonce())
                    ? Optional.ofNullable(json.treeToValue(read.report(), type))
                    : Optional.empty();
        } catch (JacksonException notOurs) {
            return Optional.empty();
        }
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "verdict")
    private interface NamedVerdict {}
}
