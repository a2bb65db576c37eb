package kakolog.chat;

import java.util.List;

/** A log that cannot be read, told so that whoever hands it in can mend it; none of it counts. */
public final class BadExport extends Exception {
    private static final long serialVersionUID = 1L;

    private final String file;
    private final int line;
    private final int column;
    private final String key;
    private final transient List<String> arguments;

    private BadExport(Place place, String what, String mend, String key, List<String> arguments) {
        super(place + ": " + what + "; " + mend);
        this.file = place.file();
        this.line = place.line();
        this.column = place.column();
        this.key = "log.import.fault." + key;
        this.arguments = List.copyOf(arguments);
    }

    /**
     * Where it is.
     *
     * @param line from 1; 0 for the whole file
     * @param column in bytes, from 1
     */
    record Place(String file, int line, int column) {
        static Place of(String file) {
            return new Place(file, 0, 0);
        }

        List<String> arguments() {
            return List.of(file, Integer.toString(line), Integer.toString(column));
        }

        @Override
        public String toString() {
            return line == 0 ? file : file + ":" + line + ":" + column;
        }
    }

    static BadExport nothing() {
        return whole("(nothing)", "there is no file", "hand in the JSON files of the export, or a zip of them", "none");
    }

    static BadExport neither(String file) {
        return whole(
                file,
                "this is neither JSON nor a zip",
                "export with DiscordChatExporter in its JSON format",
                "neither");
    }

    static BadExport foreign(String file) {
        return whole(
                file,
                "this is no export of DiscordChatExporter: its channel or its messages are missing",
                "hand in only the JSON files that it wrote",
                "foreign");
    }

    static BadExport cutOff(Place place) {
        return at(place, "the file ends in the middle", "export again, or copy the whole file", "cut-off");
    }

    static BadExport malformed(Place place) {
        return at(place, "this is no valid JSON", "export again, and do not edit the file", "malformed");
    }

    static BadExport tooLarge(Place place) {
        return at(place, "one message is larger than any of Discord's", "export again", "too-large");
    }

    /** @param number of the message in its file, from 1 */
    static BadExport field(Place place, int number, String field) {
        return new BadExport(
                place,
                "the field " + field + " of message " + number + " is missing or malformed",
                "export again, and do not edit the file",
                "field",
                List.of(place.file(), line(place), column(place), Integer.toString(number), field));
    }

    static BadExport brokenZip(String file) {
        return whole(file, "the zip is damaged", "pack it again, or hand in the JSON files", "zip-broken");
    }

    static BadExport encryptedZip(String file) {
        return whole(file, "the zip asks for a password", "pack it without one", "zip-encrypted");
    }

    static BadExport crowdedZip(String file, int most) {
        return new BadExport(
                Place.of(file),
                "with it there are more than " + most + " files in the zips",
                "import one channel at a time",
                "zip-crowded",
                List.of(file, Integer.toString(most)));
    }

    static BadExport bomb(String file) {
        return whole(file, "this unpacks to more than any log holds", "export the channel in parts", "zip-bomb");
    }

    static BadExport twice(String file) {
        return whole(file, "the zip holds two files of this name", "pack it again", "zip-twice");
    }

    static BadExport withoutLog(String file) {
        return whole(file, "the zip holds no JSON", "export in the JSON format and pack what it wrote", "zip-without");
    }

    boolean isCutOff() {
        return key.endsWith(".cut-off");
    }

    /** The name of the file as it was handed in; for one in a zip after the name of the zip. */
    public String file() {
        return file;
    }

    /** From 1; 0 where the file as a whole is at fault. */
    public int line() {
        return line;
    }

    /** In bytes, from 1; 0 where the file as a whole is at fault. */
    public int column() {
        return column;
    }

    /** The key of the message for a page. */
    public String key() {
        return key;
    }

    /** What stands for {@code {0}}, {@code {1}} … in that message: the file, then line and column where there are any. */
    public List<String> arguments() {
        return arguments;
    }

    private static BadExport whole(String file, String what, String mend, String key) {
        return new BadExport(Place.of(file), what, mend, key, List.of(file));
    }

    private static BadExport at(Place place, String what, String mend, String key) {
        return new BadExport(place, what, mend, key, place.arguments());
    }

    private static String line(Place place) {
        return Integer.toString(place.line());
    }

    private static String column(Place place) {
        return Integer.toString(place.column());
    }
}
