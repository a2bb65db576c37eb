package kakolog.archive;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Compares a JSON value with a schema of our OpenAPI description, in the few words of JSON Schema that it uses. */
final class SchemaCheck {
    private final JsonNode description;
    private final List<String> faults = new ArrayList<>();

    private SchemaCheck(JsonNode description) {
        this.description = description;
    }

    /** Where the answer of this path and the description differ: keys not described, required ones missing, other types. */
    static List<String> faults(JsonNode description, String path, JsonNode answer) {
        var check = new SchemaCheck(description);
        var schema = description.get("paths").get(path).at("/get/responses/200/content/application~1json/schema");
        check.compare(answer, schema, "$");
        return check.faults;
    }

    private void compare(JsonNode value, JsonNode unresolved, String place) {
        var schema = unresolved.has("$ref")
                ? description.at(unresolved.get("$ref").asString().substring(1))
                : unresolved;
        if (types(schema).noneMatch(type -> isOf(value, type))) {
            faults.add(place + " is " + value.getNodeType() + ", described as " + schema.get("type"));
        }
        if (schema.has("enum") && schema.get("enum").valueStream().noneMatch(value::equals)) {
            faults.add(place + " is " + value + ", none of " + schema.get("enum"));
        }
        if (schema.has("pattern")
                && value.isString()
                && !value.asString().matches(schema.get("pattern").asString() + ".*")) {
            faults.add(place + " is " + value + ", not as " + schema.get("pattern"));
        }
        if (value.isArray() && schema.has("items")) {
            value.valueStream().forEach(entry -> compare(entry, schema.get("items"), place + "[]"));
        }
        if (value.isObject() && schema.has("properties")) {
            compareKeys(value, schema, place);
        }
    }

    private void compareKeys(JsonNode value, JsonNode schema, String place) {
        schema.get("required")
                .valueStream()
                .filter(key -> !value.has(key.asString()))
                .forEach(key -> faults.add(place + " lacks " + key));
        value.properties().forEach(entry -> {
            var described = schema.get("properties").get(entry.getKey());
            if (described == null) {
                faults.add(place + " has " + entry.getKey() + ", which is not described");
            } else {
                compare(entry.getValue(), described, place + "." + entry.getKey());
            }
        });
    }

    private static Stream<String> types(JsonNode schema) {
        var type = schema.get("type");
        return type.isArray() ? type.valueStream().map(JsonNode::asString) : Stream.of(type.asString());
    }

    private static boolean isOf(JsonNode value, String type) {
        return switch (type) {
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "string" -> value.isString();
            case "integer" -> value.isIntegralNumber();
            case "boolean" -> value.isBoolean();
            case "null" -> value.isNull();
            default -> throw new IllegalArgumentException("a type that is not used: " + type);
        };
    }
}
