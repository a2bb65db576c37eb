package kakolog.text;

import com.vladsch.flexmark.ast.AutoLink;
import com.vladsch.flexmark.ast.Code;
import com.vladsch.flexmark.ast.Emphasis;
import com.vladsch.flexmark.ast.HardLineBreak;
import com.vladsch.flexmark.ast.HtmlEntity;
import com.vladsch.flexmark.ast.Link;
import com.vladsch.flexmark.ast.SoftLineBreak;
import com.vladsch.flexmark.ast.StrongEmphasis;
import com.vladsch.flexmark.ast.Text;
import com.vladsch.flexmark.ext.gfm.strikethrough.Strikethrough;
import com.vladsch.flexmark.util.ast.Node;
import java.util.ArrayList;
import java.util.List;
import kakolog.text.Outline.Anchor;

/**
 * What stands within one line of an outline, as plain words, as safe HTML and as links, in one walk. The library's renderer
 * leaves links out of anything smaller than a document.
 */
final class Inlines {
    private final StringBuilder text = new StringBuilder();
    private final StringBuilder html = new StringBuilder();
    private final List<Anchor> anchors = new ArrayList<>();

    static Inlines of(Node block) {
        var inlines = new Inlines();
        inlines.walk(block);
        return inlines;
    }

    String text() {
        return text.toString().strip();
    }

    String html() {
        return html.toString().strip();
    }

    List<Anchor> anchors() {
        return anchors;
    }

    private void walk(Node parent) {
        for (var node : parent.getChildren()) {
            if (node instanceof SoftLineBreak) {
                words(" ");
            } else if (node instanceof HardLineBreak) {
                text.append(' ');
                html.append("<br>");
            } else if (node instanceof Link link) {
                link(link, link.getUrl().unescape());
            } else if (node instanceof AutoLink link) {
                link(link, link.getText().toString());
            } else if (node instanceof Code code) {
                tagged("code", () -> words(code.getText().toString()));
            } else if (node instanceof Emphasis) {
                tagged("em", () -> walk(node));
            } else if (node instanceof StrongEmphasis) {
                tagged("strong", () -> walk(node));
            } else if (node instanceof Strikethrough) {
                tagged("del", () -> walk(node));
            } else if (node instanceof Text || node instanceof HtmlEntity) {
                words(node.getChars().unescape());
            } else if (node.hasChildren()) {
                walk(node);
            } else {
                // HTML and whatever else there is: shown as it was typed.
                words(node.getChars().toString());
            }
        }
    }

    private void link(Node link, String address) {
        int start = text.length();
        if (Markdown.isRefused(address)) {
            walk(link);
            return;
        }
        html.append("<a href=\"").append(escaped(address)).append('"');
        html.append(address.startsWith("http") ? " rel=\"nofollow noopener\">" : ">");
        if (link instanceof AutoLink) {
            words(address);
        } else {
            walk(link);
        }
        html.append("</a>");
        var title = text.substring(start).strip();
        anchors.add(new Anchor(title.isEmpty() ? address : title, address));
    }

    private void tagged(String tag, Runnable content) {
        html.append('<').append(tag).append('>');
        content.run();
        html.append("</").append(tag).append('>');
    }

    private void words(String words) {
        text.append(words);
        html.append(escaped(words));
    }

    /** Text as HTML, in an attribute as well. */
    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
