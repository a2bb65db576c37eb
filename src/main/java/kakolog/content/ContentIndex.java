package kakolog.content;

import java.util.ArrayList;
import java.util.List;
import kakolog.access.Audience;
import kakolog.search.Document;
import kakolog.search.Kind;
import kakolog.search.SearchIndex;
import kakolog.search.Source;

/** Keeps the search index in step with the content: what has not changed since it was entered is left alone. */
public final class ContentIndex {
    private final SearchIndex index;

    public ContentIndex(SearchIndex index) {
        this.index = index;
    }

    /** Enters what is new or changed and takes out what is gone, all or nothing; returns how many files were touched. */
    public int update(Snapshot snapshot) {
        var known = index.fingerprints();
        var sources = new ArrayList<Source>();
        snapshot.published().forEach(event -> sources.add(Source.of("events/" + event.slug(), documents(event))));
        snapshot.pages().forEach(page -> sources.add(Source.of("pages/" + page.name(), List.of(document(page)))));
        var gone = new ArrayList<>(
                known.keySet().stream().filter(ContentIndex::isContent).toList());
        sources.forEach(source -> gone.remove(source.name()));
        var changed = sources.stream()
                .filter(source -> !source.fingerprint().equals(known.get(source.name())))
                .toList();
        if (known.isEmpty() && !changed.isEmpty()) {
            index.replaceAll(changed);
        } else if (!changed.isEmpty() || !gone.isEmpty()) {
            index.change(changed, gone);
        }
        return changed.size() + gone.size();
    }

    /** Whether the source is a file of the content: others enter theirs into the same index. */
    private static boolean isContent(String source) {
        return source.startsWith("events/") || source.startsWith("pages/");
    }

    private static List<Document> documents(Event event) {
        var documents = new ArrayList<Document>();
        event.agenda().forEach(item -> add(documents, event, item, ""));
        for (int number = 0; number < event.chatLinks().size(); number++) {
            var link = event.chatLinks().get(number);
            documents.add(new Document(
                    "events/" + event.slug() + "#links-" + number,
                    Kind.LINK,
                    "events/" + event.slug(),
                    event.date(),
                    "/events/" + event.slug() + "#links",
                    link.title(),
                    "",
                    link.url(),
                    event.audience(),
                    true));
        }
        return documents;
    }

    private static void add(List<Document> documents, Event event, AgendaItem item, String above) {
        var source = "events/" + event.slug();
        var path = "/events/" + event.slug() + "#" + item.id();
        var audience = event.audience();
        documents.add(new Document(
                source + "#" + item.id(),
                Kind.AGENDA,
                source,
                event.date(),
                path,
                item.text(),
                above,
                item.code() == null ? "" : item.code(),
                audience,
                !item.links().isEmpty()));
        var here = above.isEmpty() ? item.text() : above + " › " + item.text();
        for (int number = 0; number < item.links().size(); number++) {
            var link = item.links().get(number);
            documents.add(new Document(
                    source + "#" + item.id() + "-" + number,
                    Kind.LINK,
                    source,
                    event.date(),
                    path,
                    link.title(),
                    item.text().equals(link.title()) ? above : here,
                    link.url(),
                    audience,
                    true));
        }
        item.children().forEach(child -> add(documents, event, child, here));
    }

    private static Document document(Page page) {
        var source = "pages/" + page.name();
        return new Document(
                source,
                Kind.PAGE,
                source,
                null,
                "/" + source,
                page.title(),
                "",
                page.text(),
                Audience.everyone(),
                page.html().contains("<a "));
    }
}
