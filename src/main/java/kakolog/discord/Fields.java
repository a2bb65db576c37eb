package kakolog.discord;

import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import kakolog.id.Snowflake;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The fields of one JSON object. Discord may leave out or null what is optional, and add what we do not know. */
record Fields(JsonNode object) {

    /** The answer lacks what it must have, or has it in another shape. Names the field, not what it holds. */
    static final class WrongShape extends RuntimeException {
        private static final long serialVersionUID = 1;

        WrongShape(String field) {
            super("the field " + field + " is missing or malformed");
        }
    }

    Fields {
        if (!object.isObject()) {
            throw new WrongShape("(all)");
        }
    }

    static <T> List<T> list(JsonNode array, Function<Fields, T> reader) {
        if (!array.isArray()) {
            throw new WrongShape("(all)");
        }
        var all = new ArrayList<T>();
        array.forEach(one -> all.add(reader.apply(new Fields(one))));
        return List.copyOf(all);
    }

    Fields in(String name) {
        return new Fields(required(name));
    }

    /** Null where it is missing or null. */
    @Nullable
    String textOrNull(String name) {
        var node = object.get(name);
        if (node == null || node.isNull()) {
            return null;
        }
        return text(name, node);
    }

    String text(String name) {
        return text(name, required(name));
    }

    Snowflake id(String name) {
        return id(name, required(name));
    }

    /** Null where it is missing or null. */
    @Nullable
    Snowflake idOrNull(String name) {
        var node = object.get(name);
        return node == null || node.isNull() ? null : id(name, node);
    }

    /** Empty where it is missing or null. */
    <T> List<T> objects(String name, Function<Fields, T> reader) {
        var array = object.get(name);
        return array == null || array.isNull() ? List.of() : list(array, reader);
    }

    Set<Snowflake> ids(String name) {
        var array = required(name);
        if (!array.isArray()) {
            throw new WrongShape(name);
        }
        var ids = new HashSet<Snowflake>();
        array.forEach(one -> ids.add(id(name, one)));
        return ids;
    }

    int number(String name) {
        var node = required(name);
        if (!node.isInt()) {
            throw new WrongShape(name);
        }
        return node.intValue();
    }

    /** Zero where it is missing or null. */
    long bits(String name) {
        var node = object.get(name);
        if (node == null || node.isNull()) {
            return 0;
        }
        if (!node.isIntegralNumber() || !node.canConvertToLong()) {
            throw new WrongShape(name);
        }
        return node.longValue();
    }

    /** False where it is missing or null. */
    boolean isTrue(String name) {
        var node = object.get(name);
        if (node == null || node.isNull()) {
            return false;
        }
        if (!node.isBoolean()) {
            throw new WrongShape(name);
        }
        return node.booleanValue();
    }

    /** Whether an object of this name is there and has this key, whatever its value: so Discord says yes in tags. */
    boolean has(String name, String key) {
        var node = object.get(name);
        return node != null && node.isObject() && node.has(key);
    }

    /** A number too large for JSON, written as decimal text. */
    BigInteger decimal(String name) {
        var text = text(name);
        if (!text.matches("\\d{1,100}")) {
            throw new WrongShape(name);
        }
        return new BigInteger(text);
    }

    /** ISO 8601 with an offset, its fraction of any length or missing; null where the field is missing or null. */
    @Nullable
    Instant timeOrNull(String name) {
        var text = textOrNull(name);
        if (text == null) {
            return null;
        }
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException notATime) {
            throw new WrongShape(name);
        }
    }

    JsonNode array(String name) {
        return required(name);
    }

    private JsonNode required(String name) {
        var node = object.get(name);
        if (node == null || node.isNull()) {
            throw new WrongShape(name);
        }
        return node;
    }

    private static String text(String name, JsonNode node) {
        if (!node.isString()) {
            throw new WrongShape(name);
        }
        return node.stringValue();
    }

    private static Snowflake id(String name, JsonNode node) {
        return Snowflake.of(text(name, node)).orElseThrow(() -> new WrongShape(name));
    }
}
