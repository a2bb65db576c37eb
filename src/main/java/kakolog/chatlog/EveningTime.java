package kakolog.chatlog;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;

/** A time as the address of a log has it: {@code 20:15} of the evening, or with its day, {@code 2021-05-18T20:15}. */
final class EveningTime {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("H:mm", Locale.ROOT);
    private static final DateTimeFormatter WITH_DAY = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm", Locale.ROOT);
    private static final int LONGEST = "2021-05-18T20:15".length();

    private EveningTime() {}

    /**
     * When that was.
     *
     * @param first when the first message was sent
     * @param last when the last one was
     * @return empty where it is no time
     */
    static Optional<Instant> of(String text, Instant first, Instant last, ZoneId zone) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            if (text.indexOf('T') >= 0) {
                return Optional.of(
                        LocalDateTime.parse(text, WITH_DAY).atZone(zone).toInstant());
            }
            var time = LocalTime.parse(text, CLOCK);
            return Optional.of(
                    nearest(time, first.atZone(zone), last.atZone(zone)).toInstant());
        } catch (DateTimeParseException noTime) {
            return Optional.empty();
        }
    }

    /**
     * What is earlier than the first message is the day after, if the log reaches it; else whichever is nearer: a time just
     * before the first message, or one after the last.
     */
    private static ZonedDateTime nearest(LocalTime time, ZonedDateTime first, ZonedDateTime last) {
        var begin = first.truncatedTo(ChronoUnit.MINUTES);
        var same = begin.with(time);
        var next = same.plusDays(1);
        boolean after = same.isBefore(begin) && (!next.isAfter(last) || same.isBefore(begin.minusHours(12)));
        return after ? next : same;
    }

    /** Only the time of the day of it, for a form. */
    static String clock(String text) {
        return text.substring(text.indexOf('T') + 1);
    }
}
