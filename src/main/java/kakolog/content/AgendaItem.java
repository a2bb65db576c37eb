package kakolog.content;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One line of an agenda with all below it.
 *
 * @param id stable: derived from the path of texts down to this item, so it changes only with its own words or those above
 * @param text the words without markup; an item that is only a code block has no words
 * @param html the same as safe inline HTML
 * @param code a literal block that belongs to the item, byte for byte; null where there is none
 * @param links in the order written, those of the children not included
 * @param speakers handles (without the @) named by a child that holds nothing but handles
 */
public record AgendaItem(
        String id,
        String text,
        String html,
        @Nullable String code,
        List<Link> links,
        List<String> speakers,
        List<AgendaItem> children) {
    public AgendaItem {
        links = List.copyOf(links);
        speakers = List.copyOf(speakers);
        children = List.copyOf(children);
    }

    /** Whether the item holds nothing but handles: it stays an item, and names the speakers of the one above it. */
    public boolean namesSpeakers() {
        return !Handles.in(text).isEmpty();
    }

    /** This item and all below it, in reading order. */
    public Stream<AgendaItem> walk() {
        return Stream.concat(Stream.of(this), children.stream().flatMap(AgendaItem::walk));
    }
}
