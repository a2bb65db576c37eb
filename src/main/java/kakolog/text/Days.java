package kakolog.text;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Days and times as the pages write them: {@code 2021 年 7 月 6 日 (火) 19:30~21:00}. */
public final class Days {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final DateTimeFormatter ENGLISH = DateTimeFormatter.ofPattern("EEEE, d MMMM yyyy", Locale.UK);
    private static final DateTimeFormatter ENGLISH_SHORT = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.UK);

    private Days() {}

    /** The whole date with its weekday. */
    public static String date(LocalDate day, Language language) {
        return switch (language) {
            case JA ->
                day.getYear() + " 年 " + day.getMonthValue() + " 月 " + day.getDayOfMonth() + " 日 ("
                        + weekday(day, language) + ")";
            case EN -> ENGLISH.format(day);
        };
    }

    /** The date in numbers, for narrow places. */
    public static String shortDate(LocalDate day, Language language) {
        return switch (language) {
            case JA -> day.getYear() + "/" + day.getMonthValue() + "/" + day.getDayOfMonth();
            case EN -> ENGLISH_SHORT.format(day);
        };
    }

    public static String weekday(LocalDate day, Language language) {
        return day.getDayOfWeek().getDisplayName(TextStyle.SHORT, language.locale());
    }

    public static String time(ZonedDateTime time) {
        return CLOCK.format(time);
    }

    /** From when to when; an end that nobody stated stays open: {@code 20:00~}. */
    public static String span(ZonedDateTime start, @Nullable ZonedDateTime end) {
        return time(start) + "~" + (end == null ? "" : time(end));
    }

    /** A stretch of time in the two largest units that count, cut to minutes: {@code 2 日 5 時間}, {@code 5 時間 9 分}. */
    public static String stretch(Duration stretch, Messages messages) {
        long minutes = stretch.toMinutes();
        if (minutes < 1) {
            return messages.get("stretch.less");
        }
        if (minutes < 60) {
            return messages.get("stretch.minutes", minutes);
        }
        return minutes < 24 * 60
                ? messages.get("stretch.hours", minutes / 60, minutes % 60)
                : messages.get("stretch.days", minutes / (24 * 60), minutes / 60 % 24);
    }
}
