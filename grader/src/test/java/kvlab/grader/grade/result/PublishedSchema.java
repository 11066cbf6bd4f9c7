package kvlab.grader.grade.result;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A JSON Schema that the kit publishes, against which documents are held. */
public final class PublishedSchema {

    private final Schema schema;
    private final JsonNode json;

    private PublishedSchema(String text) {
        this.schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(text, InputFormat.JSON);
        this.json = json(text);
    }

    public static PublishedSchema at(Path file) throws IOException {
        return new PublishedSchema(Files.readString(file));
    }

    /** Where a document is not of this shape. */
    public List<Error> errors(String document) {
        return schema.validate(document, InputFormat.JSON);
    }

    /** Fields of a document that the schema does not name. */
    public List<String> unnamed(String document) {
        return missing("", json(document), json);
    }

    /** Fields without a description, and objects that let unknown fields pass. */
    public List<String> undescribed() {
        List<String> undescribed = new ArrayList<>();
        collectUndescribed("", json, undescribed);
        return undescribed;
    }

    /** Fields of a value, by their paths, that the schema does not name. */
    private static List<String> missing(String path, JsonNode value, JsonNode schema) {
        List<String> missing = new ArrayList<>();
        if (schema.path("additionalProperties").isObject()) {
            return missing;
        } else if (value.isObject()) {
            value.properties().forEach(field -> {
                JsonNode property = schema.path("properties").path(field.getKey());
                String name = path + "/" + field.getKey();
                if (property.isMissingNode()) {
                    missing.add(name);
                } else {
                    missing.addAll(missing(name, field.getValue(), property));
                }
            });
        } else if (value.isArray()) {
            value.forEach(element -> missing.addAll(missing(path + "[]", element, schema.path("items"))));
        }
        return missing;
    }

    private static void collectUndescribed(String path, JsonNode schema, List<String> undescribed) {
        schema.path("properties").properties().forEach(property -> {
            String name = path + "/" + property.getKey();
            if (property.getValue().path("description").asString("").isEmpty()) {
                undescribed.add(name);
            }
            collectUndescribed(name, property.getValue(), undescribed);
            collectUndescribed(name, property.getValue().path("items"), undescribed);
        });
        boolean closed = schema.path("properties").isMissingNode()
                || !schema.path("additionalProperties").asBoolean(true);
        if (!closed) {
            undescribed.add(path + " lets unknown fields pass");
        }
    }

    private static JsonNode json(String text) {
        return new JsonMapper().readTree(text);
    }
}
