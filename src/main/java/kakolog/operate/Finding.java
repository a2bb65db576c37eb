package kakolog.operate;

import java.util.regex.Pattern;

/**
 * One thing that the doctor looked at.
 *
 * @param mend what to do about a fault; empty where there is none
 */
public record Finding(Kind kind, String text, String mend) {
    /** Names come from Discord, where anybody may have put anything into them. */
    private static final Pattern NOT_FOR_A_TERMINAL = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\u2028\\u2029]+");

    /** How it is. */
    public enum Kind {
        OK,
        /** Nothing that must be mended, but to be known. */
        NOTE,
        FAULT
    }

    public static Finding ok(String text) {
        return new Finding(Kind.OK, text, "");
    }

    public static Finding note(String text) {
        return new Finding(Kind.NOTE, text, "");
    }

    public static Finding fault(String text, String mend) {
        return new Finding(Kind.FAULT, text, mend);
    }

    public boolean isFault() {
        return kind == Kind.FAULT;
    }

    /** As the line that is printed. */
    @Override
    public String toString() {
        var line = switch (kind) {
            case OK -> "ok: " + text;
            case NOTE -> "note: " + text;
            case FAULT -> mend.isEmpty() ? "fault: " + text : "fault: " + text + "; " + mend;
        };
        return NOT_FOR_A_TERMINAL.matcher(line).replaceAll(" ");
    }
}
