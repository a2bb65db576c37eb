package kakolog.chat;

import java.time.Instant;
import java.util.List;
import kakolog.id.Snowflake;
import org.jspecify.annotations.Nullable;

/** Writes the words of a message in one line. */
final class PlainText implements Walk {
    private final StringBuilder plain = new StringBuilder();
    private final @Nullable Quoted quoted;

    private PlainText(@Nullable Quoted quoted) {
        this.quoted = quoted;
    }

    /** What a quotation shows and a search does not find: names and moments, and what stands for a spoiler. */
    private record Quoted(String hidden, Names names) {}

    static String of(String text) {
        return of(text, null);
    }

    static String of(String text, String hidden, Names names) {
        return of(text, new Quoted(hidden, names));
    }

    private static String of(String text, @Nullable Quoted quoted) {
        var writer = new PlainText(quoted);
        writer.all(MarkupReader.read(text));
        return oneLine(writer.plain);
    }

    /** Marks that turn the direction are left out: nobody isolates a line that is quoted. */
    private static String oneLine(CharSequence text) {
        var line = new StringBuilder(text.length());
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            boolean blank = Character.isWhitespace(c);
            boolean begins = line.isEmpty() || line.charAt(line.length() - 1) == ' ';
            if (!Clean.turns(c) && !(blank && begins)) {
                line.append(blank ? ' ' : c);
            }
        }
        return line.toString().strip();
    }

    @Override
    public void words(String text) {
        plain.append(text);
    }

    @Override
    public void newLine() {
        plain.append('\n');
    }

    @Override
    public void marked(Node.Mark mark, List<Node> inside) {
        if (mark == Node.Mark.SPOILER && quoted != null) {
            plain.append(quoted.hidden());
        } else {
            all(inside);
        }
    }

    @Override
    public void code(String code) {
        plain.append(code);
    }

    @Override
    public void fenced(String language, String code) {
        plain.append('\n').append(code).append('\n');
    }

    /** With a blank behind it, or what follows would be read as the rest of the address. */
    @Override
    public void link(String address, List<Node> label) {
        all(label);
        plain.append(label.isEmpty() ? "" : " ").append(address).append(' ');
    }

    @Override
    public void mention(Node.Mentioned what, Snowflake id) {
        plain.append(quoted == null ? what.sign() : what.called(id, quoted.names()));
    }

    @Override
    public void called(String name) {
        plain.append(name);
    }

    @Override
    public void emoji(String name, Snowflake id) {
        plain.append(':').append(name).append(':');
    }

    @Override
    public void moment(Instant at, char style) {
        plain.append(quoted == null ? " " : quoted.names().moment(at, style));
    }

    @Override
    public void quote(List<Node> inside) {
        onItsOwn(inside);
    }
}
