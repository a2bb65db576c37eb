package kakolog.chat;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Builds one message as a tree, within bounds that no message of Discord comes near to. */
final class MessageTree {
    private static final int MOST_VALUES = 200_000;
    private static final int MOST_TEXT = 4_000_000;
    private static final int LONGEST_ARRAY = 1_000;
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final JsonParser parser;
    private int values;
    private int text;

    /** The message is larger than any of Discord's. */
    static final class TooLarge extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private MessageTree(JsonParser parser) {
        this.parser = parser;
    }

    /** The value that the parser stands at, which then stands at its end. */
    static JsonNode read(JsonParser parser) {
        return new MessageTree(parser).value();
    }

    private JsonNode value() {
        if (++values > MOST_VALUES) {
            throw new TooLarge();
        }
        return switch (parser.currentToken()) {
            case START_OBJECT -> object();
            case START_ARRAY -> array();
            case VALUE_STRING -> NODES.stringNode(string());
            case VALUE_NUMBER_INT -> NODES.numberNode(parser.getBigIntegerValue());
            case VALUE_TRUE, VALUE_FALSE -> NODES.booleanNode(parser.getBooleanValue());
            case NOT_AVAILABLE,
                    END_OBJECT,
                    END_ARRAY,
                    PROPERTY_NAME,
                    VALUE_EMBEDDED_OBJECT,
                    VALUE_NUMBER_FLOAT,
                    VALUE_NULL -> NODES.nullNode();
        };
    }

    private JsonNode object() {
        var object = NODES.objectNode();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            var name = parser.currentName();
            parser.nextToken();
            // Everyone who reacted, thousands at times: who they were is not kept.
            if (name.equals("users")) {
                parser.skipChildren();
            } else {
                object.set(name, value());
            }
        }
        return object;
    }

    private JsonNode array() {
        var array = NODES.arrayNode();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (array.size() < LONGEST_ARRAY) {
                array.add(value());
            } else {
                parser.skipChildren();
            }
        }
        return array;
    }

    private String string() {
        var string = parser.getString();
        text += string.length();
        if (text > MOST_TEXT) {
            throw new TooLarge();
        }
        return string;
    }
}
