package kakolog.chatlog;

import kakolog.chat.Message;
import kakolog.id.Snowflake;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/** A message as the database keeps it. A later kakolog may add parts; what it does not know it leaves out. */
final class MessageJson {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new SimpleModule()
                    .addSerializer(Snowflake.class, new AsText())
                    .addDeserializer(Snowflake.class, new OfText()))
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private MessageJson() {}

    static String of(Message message) {
        return MAPPER.writeValueAsString(message);
    }

    static Message message(String json) {
        return MAPPER.readValue(json, Message.class);
    }

    /** Ids as Discord writes them: text, since JavaScript's numbers end at 53 bits. */
    private static final class AsText extends ValueSerializer<Snowflake> {
        @Override
        public void serialize(Snowflake id, JsonGenerator out, SerializationContext context) {
            out.writeString(id.toString());
        }
    }

    private static final class OfText extends ValueDeserializer<Snowflake> {
        @Override
        public Snowflake deserialize(JsonParser in, DeserializationContext context) throws JacksonException {
            var text = String.valueOf(in.getString());
            return Snowflake.of(text)
                    .orElseThrow(() -> new IllegalArgumentException("no id of Discord in the database"));
        }
    }
}
