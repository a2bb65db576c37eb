package kakolog.announcement;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the heading of an evening says: {@code 2020 年 ７ 月 14 日 (火) 20:00~}, with digits of either width.
 *
 * @param end null where the heading names none; never guessed
 */
record EventHeading(
        LocalDate date, LocalTime start, @Nullable LocalTime end) {
    private static final String TIME = "(\\d{1,2}):(\\d{2})";
    private static final Pattern SHAPE = Pattern.compile("(\\d{4})\\s*年\\s*(\\d{1,2})\\s*月\\s*(\\d{1,2})\\s*日"
            + "(?:\\s*\\([月火水木金土日]\\))?\\s*" + TIME + "\\s*(?:[~〜-]\\s*(?:" + TIME + ")?)?");
    private static final Pattern MEANT = Pattern.compile("\\d{4}\\s*年\\s*\\S+\\s*月\\s*\\S+\\s*日[\\s(月火水木金土日)\\d:~〜-]*");

    /** What the heading says, or empty where it is no heading of an evening or names a day or time that is none. */
    static Optional<EventHeading> of(String heading) {
        var shape = SHAPE.matcher(folded(heading));
        if (!shape.matches()) {
            return Optional.empty();
        }
        try {
            var date = LocalDate.of(number(shape.group(1)), number(shape.group(2)), number(shape.group(3)));
            var start = LocalTime.of(number(shape.group(4)), number(shape.group(5)));
            var end = shape.group(6) == null ? null : LocalTime.of(number(shape.group(6)), number(shape.group(7)));
            return Optional.of(new EventHeading(date, start, end));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    /** Whether a heading that {@link #of} does not take was still meant as one: only a date and a time stand there. */
    static boolean wasMeant(String heading) {
        return MEANT.matcher(folded(heading)).matches();
    }

    static String time(LocalTime time) {
        return DateTimeFormatter.ISO_LOCAL_TIME.format(time).substring(0, 5);
    }

    /** Full-width digits, signs and the full-width tilde become their plain forms. */
    static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }
}
