package kakolog.web;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/** Turns a record into a JSON answer, its keys in the order of the record. Made when first asked for: the library costs a tenth of a second of the start. */
public final class Json {
    private Json() {}

    private static final class Lazily {
        static final JsonMapper MAPPER = JsonMapper.builder()
                .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .build();
    }

    /** The value as JSON; dates as ISO 8601, what is null is written as null. */
    public static Answer of(Object value) {
        return Answer.of(Answer.JSON, bytes(value));
    }

    /** With its offset, and with seconds even where they are nought: RFC 3339 readers expect them. */
    public static String time(ZonedDateTime time) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time);
    }

    /** The texts of a flat object by their names; what is no text is left out. Empty where it is no object. */
    public static Optional<Map<String, String>> texts(String json) {
        try {
            var tree = Lazily.MAPPER.readTree(json);
            if (!tree.isObject()) {
                return Optional.empty();
            }
            var texts = new TreeMap<String, String>();
            tree.properties().stream()
                    .filter(field -> field.getValue().isString())
                    .forEach(field -> texts.put(field.getKey(), field.getValue().asString()));
            return Optional.of(texts);
        } catch (JacksonException malformed) {
            return Optional.empty();
        }
    }

    static byte[] bytes(Object value) {
        return Lazily.MAPPER.writeValueAsBytes(value);
    }
}
