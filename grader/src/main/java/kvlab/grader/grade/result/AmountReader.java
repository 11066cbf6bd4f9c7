package kvlab.grader.grade.result;

import java.math.BigDecimal;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;

/** Reads amounts of points, none so long that to add it up takes for ever: {@code 1e999999999} is easily written. */
final class AmountReader extends StdDeserializer<BigDecimal> {

    private static final int MAX_DIGITS = 100;

    AmountReader() {
        super(BigDecimal.class);
    }

    @Override
    public BigDecimal deserialize(JsonParser json, DeserializationContext context) {
        BigDecimal amount = json.getDecimalValue();
        if (Math.abs((long) amount.scale()) > MAX_DIGITS) {
            return context.reportInputMismatch(this, "No amount of points has so many digits: %s", amount);
        }
        return amount;
    }
}
