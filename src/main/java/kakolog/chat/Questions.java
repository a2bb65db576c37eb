package kakolog.chat;

import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import kakolog.id.Snowflake;

/**
 * Tells whether a message asks something, by how Japanese ends a question and by the question mark. It guesses: what reads
 * like a question is one.
 */
final class Questions implements Walk {
    /** Stands for what has no words of its own: code, a moment. */
    private static final char THING = '\uFFFC';

    /** Stands for a bare address; a question mark right behind it may have belonged to it. */
    private static final char ADDRESS = '\uFFFB';

    /** What may follow the end of a question: a full stop, a bracket, laughter, a thing; but not what is only cited. */
    private static final String END = "(?=[ \\t。．.…!！(（)）】wｗ笑草〜～ー?？\\p{So}" + THING + ADDRESS + "]|[」』]++(?!と|って)|$)";

    private static final Pattern MARKED = Pattern.compile(
            "(?<![?？" + ADDRESS + "])(?:[?？]*？|[?？]++(?![A-Za-z0-9_=&/.,:;(\\[]))(?![?？]*+[」』]++(?:と|って))");

    private static final Pattern JAPANESE =
            Pattern.compile("(?:です|ます|でした|ました|でしょう|ましょう|だろう|ません)か(?:ね[ぇえ]?|な|しら|[ぁあ])?" + END
                    + "|か(?:な|しら)[ぁあー〜～]*" + END
                    + "|っけ" + END
                    + "|教えて(?:下さい|ください|くださ[ーぁ]+い|もらえ|いただけ|頂け|ほしい|欲しい)");

    private static final Pattern PREFIX = Pattern.compile(
            "[\\s【\\[(（「]*(?:誰か|だれか|どなたか|[QＱ][.．:：]" + "|質問(?:[】\\])）」:：、。!！\\s]|です|が?あります|があ|させて|したい|いいで|よろしい|$))");

    private final StringBuilder lines = new StringBuilder();

    static boolean asks(String text) {
        var walk = new Questions();
        walk.all(MarkupReader.read(text));
        for (var line : walk.lines.toString().split("\n", -1)) {
            if (isQuestion(line)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isQuestion(String line) {
        return isMarked(line)
                || JAPANESE.matcher(line).find()
                || PREFIX.matcher(line).lookingAt();
    }

    /** A question mark with nothing before it is surprise. */
    private static boolean isMarked(String line) {
        for (int at = 0; at < line.length(); at++) {
            char c = line.charAt(at);
            if (Character.isLetterOrDigit(c) || c == THING || c == ADDRESS) {
                return MARKED.matcher(line).find(at + 1);
            }
        }
        return false;
    }

    @Override
    public void words(String text) {
        lines.append(text);
    }

    @Override
    public void newLine() {
        lines.append('\n');
    }

    @Override
    public void code(String code) {
        lines.append(THING);
    }

    @Override
    public void link(String address, List<Node> label) {
        if (label.isEmpty()) {
            lines.append(ADDRESS);
        }
        all(label);
    }

    @Override
    public void mention(Node.Mentioned what, Snowflake id) {
        lines.append(' ');
    }

    @Override
    public void emoji(String name, Snowflake id) {
        lines.append(' ');
    }

    @Override
    public void moment(Instant at, char style) {
        lines.append(THING);
    }

    @Override
    public void quote(List<Node> inside) {
        newLine();
    }
}
