package kakolog.chat;

import java.time.Instant;
import java.util.List;
import kakolog.id.Snowflake;

/** Writes a message's text as HTML; everything that was not made here goes through {@link #escape}. */
final class MarkupHtml implements Walk {
    /** As Discord measures them, in CSS pixels; the style sheet makes those of a message of nothing else larger. */
    private static final String EMOJI_SIZE = "width=\"22\" height=\"22\"";

    private final Names names;
    private final StringBuilder html = new StringBuilder();
    /** Where the text turns its direction, what is turned in one element must not turn what follows it. */
    private final String isolated;

    private MarkupHtml(Names names, boolean turns) {
        this.names = names;
        this.isolated = turns ? " dir=\"auto\"" : "";
    }

    static String of(String text, Names names) {
        var writer = new MarkupHtml(names, text.chars().anyMatch(Clean::turns));
        writer.all(MarkupReader.read(text));
        return writer.html.toString();
    }

    @Override
    public void words(String text) {
        escape(text);
    }

    @Override
    public void newLine() {
        html.append("<br>");
    }

    @Override
    public void marked(Node.Mark mark, List<Node> inside) {
        switch (mark) {
            case STRONG -> element("strong", "", inside);
            case EMPHASIS -> element("em", "", inside);
            case UNDERLINE -> element("u", "", inside);
            case STRIKE -> element("s", "", inside);
            case SPOILER -> spoiler(inside);
        }
    }

    /**
     * A spoiler must open without a script and stand within a line, which {@code details} cannot: so it takes the focus, and
     * the style sheet shows what has it, or what is pointed at.
     */
    private void spoiler(List<Node> inside) {
        html.append(inside.stream().anyMatch(Node::isBlock) ? "<div" : "<span");
        html.append(" class=\"spoiler\" tabindex=\"0\" role=\"group\" aria-label=\"");
        escape(names.spoilerLabel());
        html.append('"').append(isolated).append('>');
        all(inside);
        html.append(inside.stream().anyMatch(Node::isBlock) ? "</div>" : "</span>");
    }

    private void element(String name, String attributes, List<Node> inside) {
        html.append('<').append(name).append(attributes).append(isolated).append('>');
        all(inside);
        html.append("</").append(name).append('>');
    }

    @Override
    public void code(String code) {
        html.append("<code").append(isolated).append('>');
        escape(code);
        html.append("</code>");
    }

    @Override
    public void fenced(String language, String code) {
        html.append("<pre class=\"code\"><code");
        html.append(language.isEmpty() ? "" : " class=\"language-" + language + "\"")
                .append('>');
        escape(code);
        html.append("</code></pre>");
    }

    @Override
    public void link(String address, List<Node> label) {
        html.append("<a href=\"");
        escape(address);
        html.append("\" rel=\"nofollow noopener noreferrer\"").append(isolated).append('>');
        if (label.isEmpty()) {
            escape(address);
        } else {
            all(label);
        }
        html.append("</a>");
    }

    @Override
    public void mention(Node.Mentioned what, Snowflake id) {
        called(what.called(id, names));
    }

    @Override
    public void called(String name) {
        html.append("<bdi class=\"mention\">");
        escape(name);
        html.append("</bdi>");
    }

    @Override
    public void emoji(String name, Snowflake id) {
        // The pictures are copies of our own: an address that leads elsewhere is a fault, and not followed.
        var kept = names.emoji(id).filter(MarkupHtml::isOurs);
        if (kept.isEmpty()) {
            escape(":" + name + ":");
            return;
        }
        html.append("<img class=\"emoji\" alt=\":").append(name).append(":\" title=\":");
        html.append(name).append(":\" src=\"");
        escape(kept.get());
        html.append("\" ").append(EMOJI_SIZE).append(" loading=\"lazy\">");
    }

    private static boolean isOurs(String address) {
        return address.startsWith("/") && !address.startsWith("//") && address.indexOf('\\') < 0;
    }

    @Override
    public void moment(Instant at, char style) {
        html.append("<time datetime=\"").append(at).append("\">");
        escape(names.moment(at, style));
        html.append("</time>");
    }

    @Override
    public void quote(List<Node> inside) {
        html.append("<blockquote class=\"quote\">");
        all(inside);
        html.append("</blockquote>");
    }

    /** The page has its own headings above these. */
    @Override
    public void heading(int level, List<Node> inside) {
        var name = level == 0 ? "div" : "h" + (3 + level);
        html.append('<').append(name).append(level == 0 ? " class=\"subtext\">" : " class=\"heading\">");
        all(inside);
        html.append("</").append(name).append('>');
    }

    @Override
    public void listing(int start, List<Node.Item> items) {
        boolean numbered = start >= 0;
        html.append(numbered ? start == 1 ? "<ol>" : "<ol start=\"" + start + "\">" : "<ul>");
        for (var item : items) {
            html.append("<li>");
            all(item.inside());
            all(item.under());
            html.append("</li>");
        }
        html.append(numbered ? "</ol>" : "</ul>");
    }

    private void escape(String text) {
        var clean = Clean.text(text);
        for (int at = 0; at < clean.length(); at++) {
            char c = clean.charAt(at);
            switch (c) {
                case '&' -> html.append("&amp;");
                case '<' -> html.append("&lt;");
                case '>' -> html.append("&gt;");
                case '"' -> html.append("&quot;");
                case '\'' -> html.append("&#39;");
                default -> html.append(c);
            }
        }
    }
}
