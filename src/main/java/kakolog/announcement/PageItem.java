package kakolog.announcement;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import kakolog.content.Handles;
import org.jspecify.annotations.Nullable;

/** An item of an announcement page while it is being read: words, a literal block, and the items below. */
final class PageItem {
    private String markdown;
    private @Nullable String code;
    private final List<PageItem> children = new ArrayList<>();

    PageItem(String markdown) {
        this.markdown = markdown.strip();
    }

    void goOn(String words) {
        markdown = (markdown + " " + words.strip()).strip();
    }

    void giveCode(String block) {
        code = block;
    }

    void add(PageItem child) {
        children.add(child);
    }

    @Nullable
    String code() {
        return code;
    }

    List<PageItem> children() {
        return List.copyOf(children);
    }

    List<Inline.Piece> pieces() {
        return Inline.read(markdown);
    }

    String words() {
        return Inline.words(pieces());
    }

    /** The handles, where the item holds nothing else. */
    List<String> handles() {
        return Handles.in(words());
    }

    Stream<PageItem> walk() {
        return Stream.concat(Stream.of(this), children.stream().flatMap(PageItem::walk));
    }
}
