package kakolog.announcement;

import java.util.regex.Pattern;

/** Columns at the beginning of a line; a tab reaches to the next column that four divides, as CommonMark counts. */
final class Indent {
    private static final int TAB = 4;
    private static final Pattern MARKER = Pattern.compile("[-*+] +");

    private Indent() {}

    /** How many columns of blanks the line begins with. */
    static int of(String line) {
        int column = 0;
        for (int at = 0; at < line.length(); at++) {
            char c = line.charAt(at);
            if (c != ' ' && c != '\t') {
                return column;
            }
            column = after(c, column);
        }
        return column;
    }

    /** The column where the words of the line begin: behind its bullet, if it has one. */
    static int contentOf(String line) {
        var marker = MARKER.matcher(line.stripLeading());
        return of(line) + (marker.lookingAt() ? marker.end() : 0);
    }

    /** The line without that many columns of blanks at its beginning, or without all where it has fewer. */
    static String without(int columns, String line) {
        int column = 0;
        int at = 0;
        while (column < columns && at < line.length() && (line.charAt(at) == ' ' || line.charAt(at) == '\t')) {
            column = after(line.charAt(at), column);
            at++;
        }
        return " ".repeat(Math.max(0, column - columns)) + line.substring(at);
    }

    private static int after(char blank, int column) {
        return blank == '\t' ? column + TAB - column % TAB : column + 1;
    }
}
