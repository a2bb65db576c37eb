package kakolog.chat;

import java.io.IOException;
import java.io.InputStream;
import kakolog.chat.BadExport.Place;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;

/** Opens what claims to be JSON, in UTF-8 with a byte order mark or without, and says where it is not. */
final class Json {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    // An export nests eight deep; its longest text is a message of 4,000 characters, or an address.
                    .maxNestingDepth(64)
                    .maxStringLength(1_000_000)
                    .maxNameLength(1_000)
                    .maxNumberLength(100)
                    .build())
            .build();

    private Json() {}

    /** Reads something of a document. */
    interface Reading<T> {
        T of(JsonParser parser) throws BadExport;
    }

    static <T> T read(String file, InputStream json, Reading<T> reading) throws BadExport, IOException {
        var ending = new Ending(json);
        try (var parser = FACTORY.createParser(ObjectReadContext.empty(), ending)) {
            return read(file, parser, ending, reading);
        } catch (JacksonIOException unreadable) {
            throw unreadable.getCause();
        }
    }

    private static <T> T read(String file, JsonParser parser, Ending ending, Reading<T> reading) throws BadExport {
        try {
            return reading.of(parser);
        } catch (JacksonIOException unreadable) {
            throw unreadable;
        } catch (UnexpectedEndOfInputException cutOff) {
            throw BadExport.cutOff(place(file, cutOff.getLocation()));
        } catch (StreamConstraintsException | MessageTree.TooLarge beyondMeasure) {
            throw BadExport.tooLarge(here(file, parser));
        } catch (JacksonException malformed) {
            var place = place(file, malformed.getLocation());
            throw ending.isReached() ? BadExport.cutOff(place) : BadExport.malformed(place);
        }
    }

    /** Where the parser stands. */
    static Place here(String file, JsonParser parser) {
        return place(file, parser.currentTokenLocation());
    }

    private static Place place(String file, TokenStreamLocation location) {
        return new Place(file, Math.max(1, location.getLineNr()), Math.max(1, location.getColumnNr()));
    }
}
