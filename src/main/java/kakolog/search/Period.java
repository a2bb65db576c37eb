package kakolog.search;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of days.
 *
 * @param from the first day, null where it has no beginning
 * @param until the day after the last, null where it has no end
 */
public record Period(@Nullable LocalDate from, @Nullable LocalDate until) {
    /** Java would read signs and years of other lengths too. */
    private static final Pattern SHAPE = Pattern.compile("\\d{4}(-\\d\\d){0,2}");

    static final Period ALWAYS = new Period(null, null);

    /** The year ({@code 2021}), month ({@code 2021-05}) or day ({@code 2021-05-18}) that this text names. */
    static Optional<Period> named(String text) {
        if (!SHAPE.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return switch (text.length()) {
                case 4 -> {
                    var year = Year.parse(text);
                    yield between(year.atDay(1), year.plusYears(1).atDay(1));
                }
                case 7 -> {
                    var month = YearMonth.parse(text);
                    yield between(month.atDay(1), month.plusMonths(1).atDay(1));
                }
                default -> {
                    var day = LocalDate.parse(text);
                    yield between(day, day.plusDays(1));
                }
            };
        } catch (DateTimeException notADate) {
            return Optional.empty();
        }
    }

    private static Optional<Period> between(LocalDate from, LocalDate until) {
        return Optional.of(new Period(from, until));
    }

    /** All days before this period. */
    Period before() {
        return new Period(null, from);
    }

    /** All days after this period. */
    Period after() {
        return new Period(until, null);
    }

    /** The days in both. */
    Period and(Period other) {
        var laterStart = from == null || (other.from != null && other.from.isAfter(from)) ? other.from : from;
        var earlierEnd = until == null || (other.until != null && other.until.isBefore(until)) ? other.until : until;
        return new Period(laterStart, earlierEnd);
    }

    boolean isAlways() {
        return from == null && until == null;
    }
}
