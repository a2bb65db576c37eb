package kakolog.discord;

import java.util.Optional;
import kakolog.outbound.Answer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads answers that may be anything. Made when first asked for: the library costs a tenth of a second of the start. */
final class Json {
    private Json() {}

    private static final class Lazily {
        static final JsonMapper MAPPER = JsonMapper.builder()
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build();
    }

    /** The whole answer; empty where it is not JSON, or only half of it. */
    static Optional<JsonNode> of(Answer answer) {
        if (!answer.isJson()) {
            return Optional.empty();
        }
        try {
            var node = Lazily.MAPPER.readTree(answer.body());
            return node.isContainer() ? Optional.of(node) : Optional.empty();
        } catch (JacksonException notJson) {
            return Optional.empty();
        }
    }
}
