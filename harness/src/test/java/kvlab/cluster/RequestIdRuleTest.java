package kvlab.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kvlab.api.RequestId;
import kvlab.diagnostic.Diagnostic;
import kvlab.history.Append;
import kvlab.history.Get;
import kvlab.history.Operation;
import kvlab.history.Put;
import org.junit.jupiter.api.Test;

class RequestIdRuleTest {
    private static final Operation PUT = new Put("k", "v");
    private static final Operation APPEND = new Append("k", "v");
    private static final Operation GET = new Get("k");

    private final Map<Long, Integer> clerkOfClientId = new HashMap<>();
    private final RequestIdRule rule = new RequestIdRule(1, clerkOfClientId);

    private String send(long sequence, Operation operation) {
        return sendAs(rule, 7, sequence, operation);
    }

    private static String sendAs(RequestIdRule rule, long client, long sequence, Operation operation) {
        return rule.wrongWith(new RequestId(client, sequence), operation)
                .map(Diagnostic::code)
                .orElse("");
    }

    private String call(long sequence, Operation operation) {
        rule.begin();
        return send(sequence, operation);
    }

    @Test
    void callsInSequenceAndTheirReSendsAreFine() {
        assertEquals(
                List.of("", "", "", "", ""),
                List.of(call(40, PUT), send(40, PUT), call(41, PUT), call(42, GET), send(42, GET)));
    }

    @Test
    void aReSendKeepsItsId() {
        call(1, PUT);
        assertEquals("remark.request-id-changed", send(2, PUT));
    }

    @Test
    void noIdIsOfTwoCalls() {
        call(1, PUT);
        assertEquals("remark.request-id-reused", call(1, PUT));
        assertEquals("remark.request-id-reused", call(1, GET));
    }

    @Test
    void noIdIsOfTwoOperations() {
        call(1, PUT);
        assertEquals("remark.request-id-reused", send(1, APPEND));
    }

    @Test
    void aCallMayNeedSeveralRequests() {
        assertEquals(List.of("", "", "", ""), List.of(call(1, GET), send(2, APPEND), send(2, APPEND), send(1, GET)));
        assertEquals("", call(3, PUT));
    }

    @Test
    void theSequenceRisesByOne() {
        call(5, PUT);
        assertEquals("remark.sequence-not-by-one", call(7, PUT));
        assertEquals("remark.sequence-not-by-one", call(6, PUT));
        assertEquals("remark.sequence-not-by-one", call(3, PUT));
        assertEquals("", call(4, PUT));
    }

    @Test
    void clerksHaveIdsOfTheirOwn() {
        call(1, PUT);
        RequestIdRule other = new RequestIdRule(2, clerkOfClientId);
        other.begin();
        Optional<Diagnostic> wrong = other.wrongWith(new RequestId(7, 1), PUT);
        assertEquals(
                "the Clerks of clients 1 and 2 both sent requests with the client id 7",
                wrong.orElseThrow().message().split(":")[0]);
        assertEquals("", sendAs(other, 8, 1, PUT));
    }
}
