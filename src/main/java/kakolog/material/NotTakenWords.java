package kakolog.material;

import kakolog.web.BadInput;
import kakolog.web.WrongType;

/** How it is told that a file is not taken. */
final class NotTakenWords {
    private NotTakenWords() {}

    /** The status of an answer about it. */
    static int status(NotTaken.Reason reason) {
        return switch (reason) {
            case EMPTY, BAD_NAME -> 400;
            case WRONG_TYPE, TYPE_LIES -> 415;
        };
    }

    /** The whole answer. */
    static RuntimeException fault(NotTaken.Reason reason) {
        var key = "upload.not." + reason.word();
        return switch (reason) {
            case EMPTY, BAD_NAME -> new BadInput(key, "");
            case WRONG_TYPE, TYPE_LIES -> new WrongType(key, types());
        };
    }

    /** What is taken, for people to read. */
    static String types() {
        return String.join(", ", FileType.allExtensions());
    }
}
