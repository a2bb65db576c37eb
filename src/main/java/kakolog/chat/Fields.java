package kakolog.chat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import kakolog.id.Snowflake;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** The fields of one JSON object, of which any may be missing, null or of another type: then it is as if it were empty. */
record Fields(JsonNode object) {
    static final Fields NONE = new Fields(MissingNode.getInstance());

    boolean has(String name) {
        return object.has(name);
    }

    boolean isNull(String name) {
        return object.path(name).isNull();
    }

    /** The first of these that has any text. */
    String text(String... names) {
        for (var name : names) {
            var node = object.path(name);
            var text = node.isString() || node.isNumber() ? node.asString() : "";
            if (!text.isEmpty()) {
                return text;
            }
        }
        return "";
    }

    /** Null where it is no id. */
    @Nullable
    Snowflake id(String name) {
        return Snowflake.of(text(name)).orElse(null);
    }

    /** Null where it is no time. */
    @Nullable
    Instant time(String name) {
        return Times.of(text(name)).orElse(null);
    }

    /** From 0; 0 too where it is no number or beyond all measure. */
    long number(String name) {
        var node = object.path(name);
        return node.isIntegralNumber() && node.canConvertToLong() ? Math.max(0, node.longValue()) : 0;
    }

    int smallNumber(String name) {
        return (int) Math.min(Integer.MAX_VALUE, number(name));
    }

    boolean isTrue(String name) {
        return object.path(name).isBoolean() && object.path(name).booleanValue();
    }

    /** A color as {@code "#RRGGBB"} or as a number; null where it is none. */
    @Nullable
    Integer color(String name) {
        var text = text(name);
        if (text.matches("#[0-9A-Fa-f]{6}")) {
            return Integer.parseInt(text, 1, 7, 16);
        }
        var node = object.path(name);
        return node.canConvertToInt() && node.intValue() >= 0 && node.intValue() <= 0xFFFFFF ? node.intValue() : null;
    }

    Fields in(String name) {
        return new Fields(object.path(name));
    }

    /** The objects in an array, at most so many of them. */
    List<Fields> list(String name, int most) {
        var all = new ArrayList<Fields>();
        for (var one : object.path(name)) {
            if (one.isObject() && all.size() < most) {
                all.add(new Fields(one));
            }
        }
        return all;
    }
}
