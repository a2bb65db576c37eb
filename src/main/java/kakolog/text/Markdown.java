package kakolog.text;

import com.vladsch.flexmark.ast.Image;
import com.vladsch.flexmark.ast.ImageRef;
import com.vladsch.flexmark.ast.Link;
import com.vladsch.flexmark.ext.gfm.strikethrough.StrikethroughExtension;
import com.vladsch.flexmark.ext.tables.TablesExtension;
import com.vladsch.flexmark.html.HtmlRenderer;
import com.vladsch.flexmark.parser.Parser;
import com.vladsch.flexmark.util.data.DataHolder;
import com.vladsch.flexmark.util.data.MutableDataSet;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;

/**
 * Markdown as people write it in the content folder. HTML in it is shown as text, only http(s), mailto, site-relative and
 * fragment addresses become links. Safe for several threads.
 */
public final class Markdown {
    /** Only these kinds of address become links; the library's own filter lets {@code JavaScript:} and {@code data:} pass. */
    static final String REFUSED_ADDRESS = "(?is)(?!https?://|mailto:|/(?!/)|#).*";

    private static final Pattern REFUSED = Pattern.compile(REFUSED_ADDRESS);
    private static final Pattern HEADING = Pattern.compile("(</?)h([1-5])(?=>)");

    private static final DataHolder OPTIONS = new MutableDataSet()
            .set(
                    Parser.EXTENSIONS,
                    List.of(new BareAddresses(), TablesExtension.create(), StrikethroughExtension.create()))
            .set(TablesExtension.MIN_SEPARATOR_DASHES, 1)
            .set(HtmlRenderer.ESCAPE_HTML, true)
            .set(HtmlRenderer.SUPPRESSED_LINKS, REFUSED_ADDRESS)
            // A line break in Japanese prose is no blank: the source is wrapped where the writer liked.
            .set(HtmlRenderer.SOFT_BREAK, "\n")
            .toImmutable();

    static final Parser PARSER = Parser.builder(OPTIONS).build();
    static final HtmlRenderer RENDERER = HtmlRenderer.builder(OPTIONS).build();

    private Markdown() {}

    /**
     * Prose as safe HTML.
     *
     * @throws MarkdownTooHard where {@link MarkdownLimits} refuse the text
     */
    public static String html(String markdown) {
        MarkdownLimits.check(markdown);
        return RENDERER.render(PARSER.parse(markdown));
    }

    /** Links that {@link #html} leaves as plain words, since nobody knows where they would lead. */
    public static List<Outline.Oddity> refusedLinks(String markdown) {
        MarkdownLimits.check(markdown);
        var document = PARSER.parse(markdown);
        var refused = new ArrayList<Outline.Oddity>();
        for (var node : document.getDescendants()) {
            if (node instanceof Image || node instanceof ImageRef) {
                refused.add(new Outline.Oddity(
                        document.getLineNumber(node.getStartOffset()) + 1, "an image", "a link to it"));
            } else if (node instanceof Link link && isRefused(link.getUrl().unescape())) {
                refused.add(new Outline.Oddity(
                        document.getLineNumber(node.getStartOffset()) + 1,
                        "a link to " + link.getUrl().unescape(),
                        "an address that begins with http://, https:// or /"));
            }
        }
        return refused;
    }

    static boolean isRefused(String address) {
        return REFUSED.matcher(address).matches();
    }

    /** HTML made here with each heading one level lower. */
    public static String lowered(String html) {
        return HEADING.matcher(html).replaceAll(found -> found.group(1) + "h" + (Integer.parseInt(found.group(2)) + 1));
    }

    /** The words of HTML made here, without markup. */
    public static String words(String html) {
        return Jsoup.parseBodyFragment(html).text();
    }

    /**
     * Nested lists with the paragraphs before and after them.
     *
     * @throws MarkdownTooHard where {@link MarkdownLimits} refuse the text
     */
    public static Outline outline(String markdown) {
        MarkdownLimits.check(markdown);
        return new OutlineReader(PARSER.parse(markdown)).read();
    }
}
