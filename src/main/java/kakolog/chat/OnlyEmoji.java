package kakolog.chat;

import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import kakolog.id.Snowflake;

/** Counts the emoji of a message that says nothing else. */
final class OnlyEmoji implements Walk {
    /** Discord shows so many large; with one more they are small again. */
    private static final int MOST = 27;

    /** Those of the older planes that are pictures by themselves (Emoji_Presentation of Unicode 15.1), and the heart. */
    private static final String PICTURES = "⌚⌛⏩-⏬⏰⏳◽◾☔☕♈-♓♿⚓⚡⚪⚫⚽⚾⛄⛅⛎⛔⛪⛲⛳⛵⛺⛽✅✊✋✨❌❎❓-❕❗➕-➗➰➿⬛⬜⭐⭕❤";

    /** Signs that are text until a selector makes them pictures. */
    private static final String SIGNS = "©®‼⁉™ℹ↔-↙↩↪⌨⏏⏭-⏯⏱⏲⏸-⏺Ⓜ▪▫▶◀◻◼☀-➿⤴⤵⬅-⬇〰〽㊗㊙";

    private static final String ONE = "(?:[\\x{1F000}-\\x{1F1E5}\\x{1F200}-\\x{1FAFF}" + PICTURES + "]\\uFE0F?|["
            + SIGNS + "]\\uFE0F)[\\x{1F3FB}-\\x{1F3FF}]?[\\x{E0020}-\\x{E007F}]*";

    private static final Pattern EMOJI = Pattern.compile("\\s*+(?:[\\x{1F1E6}-\\x{1F1FF}]{2}|[0-9#*]\\uFE0F?\\u20E3|"
            + ONE + "(?:\\u200D" + ONE + "|\\u200D[♀♂⚕⚖✈]\\uFE0F?){0,8})");

    private int count;
    private boolean only = true;

    static boolean is(String text) {
        var walk = new OnlyEmoji();
        walk.all(MarkupReader.read(text));
        return walk.only && walk.count >= 1 && walk.count <= MOST;
    }

    @Override
    public void words(String text) {
        var emoji = EMOJI.matcher(text);
        int at = 0;
        while (count <= MOST && emoji.region(at, text.length()).lookingAt()) {
            count++;
            at = emoji.end();
        }
        only = only && text.substring(at).isBlank();
    }

    @Override
    public void emoji(String name, Snowflake id) {
        count++;
    }

    @Override
    public void code(String code) {
        only = false;
    }

    @Override
    public void marked(Node.Mark mark, List<Node> inside) {
        only = false;
    }

    @Override
    public void link(String address, List<Node> label) {
        only = false;
    }

    @Override
    public void mention(Node.Mentioned what, Snowflake id) {
        only = false;
    }

    @Override
    public void called(String name) {
        only = false;
    }

    @Override
    public void moment(Instant at, char style) {
        only = false;
    }

    @Override
    public void quote(List<Node> inside) {
        only = false;
    }

    @Override
    public void heading(int level, List<Node> inside) {
        only = false;
    }

    @Override
    public void listing(int start, List<Node.Item> items) {
        only = false;
    }
}
