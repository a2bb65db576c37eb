package kakolog.chat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import kakolog.chat.BadExport.Place;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.StreamReadException;

/**
 * Reads one JSON document of DiscordChatExporter, of any of its versions, message by message: what is in memory at a time
 * is one of them, however long the document.
 */
public final class ExportReader {
    /** What the exporter writes before the channel takes some hundred bytes; many files may have to be looked into. */
    private static final int HEAD = 256 << 10;

    private final String file;
    private final JsonParser parser;
    private @Nullable ExportChannel channel;
    private boolean hasMessages;

    private ExportReader(String file, JsonParser parser) {
        this.file = file;
        this.parser = parser;
    }

    /**
     * Reads a document to its end and tells what it says while it goes; what was told before a fault is worth nothing.
     *
     * @param file its name, for faults
     * @throws BadExport where it is no export, or not a whole one
     * @throws IOException where the stream cannot be read
     */
    public static void read(String file, InputStream json, Listener listener) throws BadExport, IOException {
        Json.read(file, json, parser -> new ExportReader(file, parser).document(listener));
    }

    /** Reads no further than to the channel that a document is of. */
    static ExportChannel channelOf(String file, InputStream json) throws BadExport, IOException {
        var start = json.readNBytes(HEAD);
        try {
            return Json.read(file, new ByteArrayInputStream(start), parser -> new ExportReader(file, parser).head());
        } catch (BadExport bad) {
            throw bad.isCutOff() && start.length == HEAD ? BadExport.foreign(file) : bad;
        }
    }

    private ExportChannel head() throws BadExport {
        start();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            var name = parser.currentName();
            parser.nextToken();
            if (name.equals("channel")) {
                return ExportChannel.of(new Fields(MessageTree.read(parser)))
                        .orElseThrow(() -> BadExport.foreign(file));
            }
            parser.skipChildren();
        }
        throw BadExport.foreign(file);
    }

    private ExportChannel document(Listener listener) throws BadExport {
        start();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            var name = parser.currentName();
            parser.nextToken();
            switch (name) {
                case "channel" -> channel(listener);
                case "exportedAt" -> exportedAt(listener);
                case "messages" -> messages(listener);
                default -> parser.skipChildren();
            }
        }
        if (channel == null || !hasMessages) {
            throw BadExport.foreign(file);
        }
        if (parser.nextToken() != null) {
            throw BadExport.malformed(Json.here(file, parser));
        }
        return channel;
    }

    private void start() throws BadExport {
        var first = first();
        if (first == null) {
            throw BadExport.cutOff(new Place(file, 1, 1));
        }
        if (first != JsonToken.START_OBJECT) {
            throw BadExport.foreign(file);
        }
    }

    private @Nullable JsonToken first() throws BadExport {
        try {
            return parser.nextToken();
        } catch (StreamReadException noJson) {
            throw (BadExport) BadExport.neither(file).initCause(noJson);
        }
    }

    private void channel(Listener listener) throws BadExport {
        var written = new Fields(MessageTree.read(parser));
        var read = ExportChannel.of(written).orElseThrow(() -> BadExport.foreign(file));
        read.tell(written, listener);
        channel = read;
    }

    private void exportedAt(Listener listener) {
        if (parser.currentToken() == JsonToken.VALUE_STRING) {
            Times.of(parser.getString()).ifPresent(listener::exportedAt);
        } else {
            parser.skipChildren();
        }
    }

    /** The exporter writes the channel first, and without it nobody could say of a message where it belongs. */
    private void messages(Listener listener) throws BadExport {
        if (channel == null || hasMessages || parser.currentToken() != JsonToken.START_ARRAY) {
            throw BadExport.foreign(file);
        }
        hasMessages = true;
        var messages = new ExportMessages(listener, channel.isThread() ? channel.id() : null);
        for (int number = 1; parser.nextToken() != JsonToken.END_ARRAY; number++) {
            var place = Json.here(file, parser);
            try {
                messages.tell(new Fields(MessageTree.read(parser)));
            } catch (BadMessage bad) {
                throw (BadExport) BadExport.field(place, number, bad.field()).initCause(bad);
            }
        }
    }
}
