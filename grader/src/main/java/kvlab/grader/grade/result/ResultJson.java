package kvlab.grader.grade.result;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import kvlab.diagnostic.Diagnostic;
import kvlab.grader.policy.Percent;
import kvlab.grader.policy.RepeatedRuns;
import kvlab.grader.policy.score.Adjustment;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/** Writes and reads results as JSON, in the format of {@code schema/result-2.schema.json}. */
final class ResultJson {

    /** Bounds the cost of arithmetic on points: a file could contain {@code 1e999999999}. */
    private static final int MAX_DIGITS = 100;

    static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(EnumFeature.WRITE_ENUMS_TO_LOWERCASE)
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .addModule(new SimpleModule().addDeserializer(BigDecimal.class, new AmountReader()))
            .addMixIn(Diagnostic.class, DiagnosticJson.class)
            .addMixIn(Percent.class, PercentJson.class)
            .addMixIn(RepeatedRuns.class, RepeatedRunsJson.class)
            .addMixIn(Adjustment.class, AdjustmentJson.class)
            .changeDefaultVisibility(members -> members.withGetterVisibility(Visibility.NONE)
                    .withIsGetterVisibility(Visibility.NONE)
                    .withFieldVisibility(Visibility.ANY))
            .build();

    private ResultJson() {}

    private static final class AmountReader extends StdDeserializer<BigDecimal> {

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

    /** Includes the message for readers without the catalogue; it is ignored on input. */
    @JsonIgnoreProperties(value = "message", allowGetters = true)
    private interface DiagnosticJson {

        @JsonProperty("message")
        String message();
    }

    /** A number. */
    private abstract static class PercentJson {

        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        PercentJson(BigDecimal value) {}

        @JsonValue
        abstract BigDecimal value();
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "rule")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = RepeatedRuns.AllMustPass.class, name = "all-must-pass"),
        @JsonSubTypes.Type(value = RepeatedRuns.Proportional.class, name = "proportional"),
        @JsonSubTypes.Type(value = RepeatedRuns.MinimumRate.class, name = "minimum-rate")
    })
    private interface RepeatedRunsJson {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Adjustment.CoveragePoints.class, name = "coverage"),
        @JsonSubTypes.Type(value = Adjustment.StylePoints.class, name = "style"),
        @JsonSubTypes.Type(value = Adjustment.NotBuilding.class, name = "not-building"),
        @JsonSubTypes.Type(value = Adjustment.Late.class, name = "late")
    })
    private interface AdjustmentJson {}
}
