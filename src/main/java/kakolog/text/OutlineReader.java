package kakolog.text;

import com.vladsch.flexmark.ast.FencedCodeBlock;
import com.vladsch.flexmark.ast.Image;
import com.vladsch.flexmark.ast.ImageRef;
import com.vladsch.flexmark.ast.IndentedCodeBlock;
import com.vladsch.flexmark.ast.Link;
import com.vladsch.flexmark.ast.LinkRef;
import com.vladsch.flexmark.ast.ListBlock;
import com.vladsch.flexmark.ast.ListItem;
import com.vladsch.flexmark.ast.Paragraph;
import com.vladsch.flexmark.util.ast.Block;
import com.vladsch.flexmark.util.ast.Document;
import com.vladsch.flexmark.util.ast.Node;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import kakolog.text.Outline.Entry;
import kakolog.text.Outline.Oddity;

/** Walks a parsed document as an outline; one document, one reader. */
final class OutlineReader {
    /** What a Japanese keyboard makes of a list mark: the blank after it in full width, which Markdown takes for a word. */
    private static final Pattern LOOKS_LIKE_AN_ITEM = Pattern.compile("^[-*+・]\u3000", Pattern.MULTILINE);

    private final Document document;
    private final List<Oddity> oddities = new ArrayList<>();

    /** Where each line begins: the document itself counts from its first character at every question. */
    private final int[] lineStarts;

    OutlineReader(Document document) {
        this.document = document;
        var chars = document.getChars().toString();
        lineStarts = IntStream.rangeClosed(0, chars.length())
                .filter(at -> at == 0 || chars.charAt(at - 1) == '\n')
                .toArray();
    }

    Outline read() {
        var lead = new StringBuilder();
        var entries = new ArrayList<Entry>();
        var closing = new StringBuilder();
        for (var block : document.getChildren()) {
            if (block instanceof ListBlock) {
                entries.addAll(entries(block));
            } else if (block instanceof Paragraph
                    && LOOKS_LIKE_AN_ITEM.matcher(block.getChars()).find()) {
                oddities.add(
                        new Oddity(line(block), "a list mark with a full-width blank behind it", "a half-width blank"));
            } else if (block instanceof Paragraph) {
                checkLinks(block);
                (entries.isEmpty() ? lead : closing)
                        .append("<p>" + Inlines.of(block).html() + "</p>\n");
            } else {
                odd(block, "a list item or a paragraph");
            }
        }
        return new Outline(lead.toString(), entries, closing.toString(), oddities);
    }

    private List<Entry> entries(Node list) {
        var entries = new ArrayList<Entry>();
        for (var item : list.getChildren()) {
            if (item instanceof ListItem) {
                entries.add(entry(item));
            } else {
                odd(item, "a list item");
            }
        }
        return entries;
    }

    private Entry entry(Node item) {
        Inlines words = null;
        var codes = new ArrayList<String>();
        var children = new ArrayList<Entry>();
        for (var block : item.getChildren()) {
            if (block instanceof ListBlock) {
                children.addAll(entries(block));
            } else if (block instanceof FencedCodeBlock || block instanceof IndentedCodeBlock) {
                codes.add(((Block) block).getContentChars().normalizeEOL());
            } else if (block instanceof Paragraph && words == null) {
                checkLinks(block);
                words = Inlines.of(block);
            } else {
                odd(block, "one line of words, a literal block or a nested list");
            }
        }
        if (words == null && codes.isEmpty()) {
            oddities.add(new Oddity(line(item), "an item without words", "words after the list mark"));
        }
        return words == null
                ? new Entry(line(item), "", "", codes, List.of(), children)
                : new Entry(line(item), words.text(), words.html(), codes, words.anchors(), children);
    }

    private void checkLinks(Node block) {
        for (var node : block.getDescendants()) {
            if (node instanceof Image || node instanceof ImageRef) {
                oddities.add(new Oddity(line(node), "an image", "a link to it"));
            } else if (node instanceof Link link
                    && Markdown.isRefused(link.getUrl().unescape())) {
                oddities.add(new Oddity(
                        line(node),
                        "a link to " + shortened(link.getUrl().unescape()),
                        "an http:// or https:// address"));
            } else if (node instanceof LinkRef link) {
                // A reference that is defined nowhere is plain text in brackets; one that is defined hides its address.
                if (link.getReferenceNode(document) != null) {
                    oddities.add(new Oddity(line(node), "a link by reference", "the address in round brackets"));
                }
            }
        }
    }

    private static String shortened(String address) {
        return address.length() <= 60 ? address : address.substring(0, 60) + "…";
    }

    private void odd(Node block, String expected) {
        oddities.add(new Oddity(line(block), "a block of the kind " + block.getNodeName(), expected));
    }

    private int line(Node node) {
        int found = Arrays.binarySearch(lineStarts, node.getStartOffset());
        return found >= 0 ? found + 1 : -found - 1;
    }
}
