package kvlab.submission;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import kvlab.api.Command;
import kvlab.api.RequestId;
import org.junit.jupiter.api.Test;

class ValueSizeTest {
    private enum Kind {
        PUT
    }

    private record Operation(RequestId request, Kind kind, String key, List<String> values, Optional<Integer> limit)
            implements Command {}

    @Test
    void aRecordTakesWhatItsPartsTake() {
        Operation operation = new Operation(new RequestId(1, 2), Kind.PUT, "key", List.of("a", "bc"), Optional.of(7));

        int request = 2 * 8;
        int kind = 1;
        int key = 4 + 3;
        int values = 4 + (4 + 1) + (4 + 2);
        int limit = 4;
        assertEquals(request + kind + key + values + limit, ValueSize.of(operation));
    }

    @Test
    void whatIsAbsentTakesOneByte() {
        assertEquals(1, ValueSize.of(null));
        assertEquals(1, ValueSize.of(Optional.empty()));
        assertEquals(
                16 + 1 + 1 + 4 + 1, ValueSize.of(new Operation(new RequestId(1, 2), Kind.PUT, null, List.of(), null)));
    }

    @Test
    void aLongerTextTakesMore() {
        assertEquals(100, ValueSize.of("x".repeat(1_100)) - ValueSize.of("x".repeat(1_000)));
        assertEquals(4 + 17, ValueSize.of(BigInteger.ONE.shiftLeft(128)));
    }
}
