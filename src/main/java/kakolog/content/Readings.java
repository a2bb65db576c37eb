package kakolog.content;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Readings of values in YAML that both kinds of file share; each is empty where the text does not fit. */
final class Readings {
    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s\"<>]+");

    private Readings() {}

    static Optional<LocalDate> date(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException notADate) {
            return Optional.empty();
        }
    }

    static Optional<LocalTime> time(String text) {
        try {
            return text.length() == 5 ? Optional.of(LocalTime.parse(text)) : Optional.empty();
        } catch (DateTimeException notATime) {
            return Optional.empty();
        }
    }

    /** {@code 2021-07-05 23:59}, with a blank or a T. */
    static Optional<LocalDateTime> dateTime(String text) {
        try {
            return text.length() == 16 ? Optional.of(LocalDateTime.parse(text.replace(' ', 'T'))) : Optional.empty();
        } catch (DateTimeException notATime) {
            return Optional.empty();
        }
    }

    static Optional<ZoneId> zone(String text) {
        try {
            return Optional.of(ZoneId.of(text));
        } catch (DateTimeException unknown) {
            return Optional.empty();
        }
    }

    static Optional<Integer> count(String text) {
        try {
            int count = Integer.parseInt(text);
            return count >= 0 && count <= 1_000_000 ? Optional.of(count) : Optional.empty();
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
    }

    static Optional<String> address(String text) {
        return ADDRESS.matcher(text).matches() ? Optional.of(text) : Optional.empty();
    }

    /** A handle with or without the @. */
    static Optional<String> handle(String text) {
        var handles = Handles.in(text.startsWith("@") ? text : "@" + text);
        return handles.size() == 1 ? Optional.of(handles.get(0)) : Optional.empty();
    }

    /** The enum's constant with this name in lower case. */
    static <E extends Enum<E>> Optional<E> constant(Class<E> type, String text) {
        for (var constant : type.getEnumConstants()) {
            if (constant.name().toLowerCase(Locale.ROOT).equals(text)) {
                return Optional.of(constant);
            }
        }
        return Optional.empty();
    }
}
