package kakolog.content;

import kakolog.text.Days;
import kakolog.text.Language;

/** The line that people post in the event channel to sign up. Its wording is agreed with the community: byte for byte. */
public final class SignUpLine {
    private SignUpLine() {}

    /** {@code 2021 年 7 月 6 日 (火) 19:30~ のイベントに参加します}. */
    public static String of(Event event) {
        return Days.date(event.date(), Language.JA) + " "
                + Days.time(event.times().start()) + "~ のイベントに参加します";
    }
}
