package kakolog.text;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Folds text so that what reads the same compares equal: NFKC (full and half width, ﾊﾟ, ①), letter case without regard
 * to any locale, every run of white space as one space. Control characters (U+0000 with them), invisible format
 * characters, variation selectors and halves of surrogate pairs are dropped.
 *
 * <p>Folding depends only on a character and the marks that combine with it, so a stretch of a text folds to a stretch of
 * the folded text wherever it stands.
 */
public final class Fold {
    /** Longer runs of marks than this are no writing (Unicode's stream-safe text allows 30), and sort in quadratic time. */
    private static final int LONGEST_CLUSTER = 32;

    private final String original;
    private final StringBuilder text;
    private int[] origins;

    private Fold(String original) {
        this.original = original;
        this.text = new StringBuilder(original.length());
        this.origins = new int[original.length()];
    }

    /** The folded text with its way back to the original. */
    public static Folded of(String original) {
        var fold = new Fold(original);
        int next;
        for (int at = 0; at < original.length(); at = next) {
            next = fold.clusterEnd(at);
            fold.append(at, next);
        }
        return new Folded(fold.text.toString(), fold.origins, original.length());
    }

    /** The folded text alone. */
    public static String text(String original) {
        return isPlain(original) ? lowerCase(original) : of(original).text();
    }

    /**
     * Whether folding changes nothing but the case of ASCII letters, as in most of our texts. Of those it takes a fiftieth
     * of the time then, which is what a search spends on all it looks at.
     */
    private static boolean isPlain(String text) {
        char before = 0;
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if ((!isItsOwnNfkc(c) && !(c >= 0x3001 && c <= 0x3029)) || c < ' ' || (c == ' ' && before == ' ')) {
                return false;
            }
            before = c;
        }
        return true;
    }

    private static String lowerCase(String plain) {
        var lower = new StringBuilder(plain.length());
        plain.chars().forEach(c -> lower.append((char) (c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c)));
        return lower.toString();
    }

    /** The runs of letters and digits of a folded text (ー is a letter), in order. */
    public static List<String> runs(String folded) {
        var runs = new ArrayList<String>();
        int start = -1;
        int next;
        for (int at = 0; at < folded.length(); at = next) {
            int codePoint = folded.codePointAt(at);
            next = at + Character.charCount(codePoint);
            boolean inRun = Character.isLetterOrDigit(codePoint);
            if (inRun && start < 0) {
                start = at;
            }
            if (start >= 0 && (!inRun || next == folded.length())) {
                runs.add(folded.substring(start, inRun ? next : at));
                start = -1;
            }
        }
        return runs;
    }

    /**
     * Each two neighbouring letters or digits of a folded text, and the last of each run alone: {@code 録画a} gives 録画,
     * 画a, a. Counts code points; repeats are kept.
     */
    public static List<String> bigrams(String folded) {
        var bigrams = new ArrayList<String>();
        for (String run : runs(folded)) {
            int next;
            for (int at = 0; at < run.length(); at = next) {
                next = run.offsetByCodePoints(at, 1);
                bigrams.add(run.substring(at, next == run.length() ? next : run.offsetByCodePoints(next, 1)));
            }
        }
        return bigrams;
    }

    /** The end of the characters from this one on that NFKC may join or reorder, so that they must be folded together. */
    private int clusterEnd(int start) {
        int end = start + Character.charCount(original.codePointAt(start));
        while (end < original.length() && end - start < LONGEST_CLUSTER) {
            int next = original.codePointAt(end);
            if (standsAlone(next) || !(isMark(next) || joins(original.substring(start, end), next))) {
                break;
            }
            end += Character.charCount(next);
        }
        return end;
    }

    /** A quick yes for the bulk of our texts: Latin-1, kana, kanji, their punctuation and widths never join what precedes. */
    private static boolean standsAlone(int c) {
        return c < 0x300
                || (c >= 0x3000 && c <= 0x3029)
                || (c >= 0x3041 && c <= 0x3096)
                || (c >= 0x30A1 && c <= 0x30FE)
                || (c >= 0x4E00 && c <= 0x9FFF)
                || (c >= 0xFF01 && c <= 0xFF9D);
    }

    private static boolean isMark(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.ENCLOSING_MARK;
    }

    private static boolean joins(String cluster, int next) {
        var following = Character.toString(next);
        return !nfkc(cluster + following).equals(nfkc(cluster) + nfkc(following));
    }

    private static String nfkc(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC);
    }

    private void append(int start, int end) {
        char first = original.charAt(start);
        if (end - start == 1 && isItsOwnNfkc(first)) {
            appendFolded(first, start);
        } else {
            nfkc(original.substring(start, end)).codePoints().forEach(codePoint -> appendFolded(codePoint, start));
        }
    }

    private static boolean isItsOwnNfkc(char c) {
        return c < 0x7F || (c >= 0x3041 && c <= 0x3096) || (c >= 0x30A1 && c <= 0x30FE) || (c >= 0x4E00 && c <= 0x9FFF);
    }

    private void keep(int codePoint, int origin) {
        int before = text.length();
        text.appendCodePoint(codePoint);
        if (text.length() > origins.length) {
            origins = Arrays.copyOf(origins, text.length() * 2);
        }
        for (int at = before; at < text.length(); at++) {
            origins[at] = origin;
        }
    }

    private void appendFolded(int codePoint, int origin) {
        if (isSpace(codePoint)) {
            if (text.isEmpty() || text.charAt(text.length() - 1) != ' ') {
                keep(' ', origin);
            }
        } else if (!isInvisible(codePoint)) {
            // By way of upper case, so that ς and σ, ı and i meet; a character at a time, so that no neighbour matters.
            keep(Character.toLowerCase(Character.toUpperCase(codePoint)), origin);
        }
    }

    private static boolean isSpace(int codePoint) {
        return codePoint == ' '
                || codePoint == 0x85
                || Character.isWhitespace(codePoint)
                || Character.isSpaceChar(codePoint);
    }

    private static boolean isInvisible(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.SURROGATE
                || (codePoint >= 0xFE00 && codePoint <= 0xFE0F)
                || (codePoint >= 0xE0100 && codePoint <= 0xE01EF);
    }
}
