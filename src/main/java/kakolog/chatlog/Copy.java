package kakolog.chatlog;

import java.util.Locale;
import kakolog.blob.BlobId;
import org.jspecify.annotations.Nullable;

/**
 * Our own copy of a file of a log, or why there is none.
 *
 * @param blob null where there is none
 * @param type the media type by its bytes
 * @param fault null where there is a copy
 */
record Copy(
        @Nullable BlobId blob,
        long size,
        String type,
        @Nullable String fault) {
    /** Nobody tried, since enough others had failed. */
    static final Copy LEFT_OUT = none(Fault.UNREACHABLE);

    /** Why there is no copy; the words are in the messages. */
    enum Fault {
        /** The address is none of Discord's, or not public. */
        NOT_ALLOWED,
        /** Discord has it no longer at that address. */
        EXPIRED,
        /** It does not lie beside the export. */
        NOT_THERE,
        TOO_LARGE,
        /** It is not of the kind it should be. */
        WRONG_KIND,
        UNREACHABLE;

        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    static Copy none(Fault fault) {
        return new Copy(null, 0, "", fault.word());
    }
}
