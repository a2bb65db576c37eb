package kakolog.id;

import java.util.Optional;

/** An id of Discord: an unsigned 64-bit number, written in decimal. */
public record Snowflake(long bits) {

    /** The snowflake that this text names, or empty where it names none; at most 20 digits, unsigned. */
    public static Optional<Snowflake> of(String text) {
        if (text.isEmpty() || text.length() > 20 || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Snowflake(Long.parseUnsignedLong(text)));
        } catch (NumberFormatException beyond64Bits) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return Long.toUnsignedString(bits);
    }
}
