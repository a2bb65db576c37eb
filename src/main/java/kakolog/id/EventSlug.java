package kakolog.id;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The name of an event in addresses and files: its date, and a number from 2 on where a day has several ({@code
 * 2021-05-18-2}).
 */
public record EventSlug(String value) implements Comparable<EventSlug> {
    private static final Pattern SHAPE = Pattern.compile("(\\d{4}-\\d\\d-\\d\\d)(?:-([2-9]|[1-9]\\d))?");

    public EventSlug {
        if (!isValid(value)) {
            throw new IllegalArgumentException("not the slug of an event: " + value);
        }
    }

    /** The slug of this text, or empty where the text is none; for text from outside. */
    public static Optional<EventSlug> of(String text) {
        return isValid(text) ? Optional.of(new EventSlug(text)) : Optional.empty();
    }

    /** The day that the slug names; the event's own date must be the same. */
    public LocalDate date() {
        // Asked for by the thousand where lists are sorted: parsing by a format takes twenty times as long.
        return LocalDate.of(
                Integer.parseInt(value, 0, 4, 10),
                Integer.parseInt(value, 5, 7, 10),
                Integer.parseInt(value, 8, 10, 10));
    }

    /** Which of its day's events it is, from 1 on. */
    public int number() {
        return value.length() == 10 ? 1 : Integer.parseInt(value.substring(11));
    }

    private static boolean isValid(String text) {
        var shape = SHAPE.matcher(text);
        if (!shape.matches()) {
            return false;
        }
        try {
            LocalDate.parse(shape.group(1));
            return true;
        } catch (DateTimeException notADay) {
            return false;
        }
    }

    @Override
    public int compareTo(EventSlug other) {
        int byDate = value.substring(0, 10).compareTo(other.value.substring(0, 10));
        return byDate != 0 ? byDate : Integer.compare(number(), other.number());
    }

    @Override
    public String toString() {
        return value;
    }
}
