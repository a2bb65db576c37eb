package kakolog.archive;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import kakolog.web.Answer;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/** Values as JSON answers, with the keys in the order of the records. */
final class Json {
    private final JsonMapper mapper = JsonMapper.builder()
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .build();

    Answer answer(Object value) {
        return Answer.of(Answer.JSON, mapper.writeValueAsBytes(value));
    }

    /** With its offset, and with seconds even where they are nought: RFC 3339 readers expect them. */
    static String time(ZonedDateTime time) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time);
    }
}
