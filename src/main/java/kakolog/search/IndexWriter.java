package kakolog.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import kakolog.access.Audience;
import kakolog.text.Fold;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Changes the index within one transaction of its caller. */
final class IndexWriter {
    private static final int BATCH = 1000;

    private final Handle handle;

    IndexWriter(Handle handle) {
        this.handle = handle;
    }

    private record Row(long id, Document document) {}

    void remove(String source) {
        // FTS5 likes row numbers that go up: one that goes down ends the segment it is writing.
        handle.createUpdate(
                        "delete from fts where rowid in (select id from document where source = :source order by id)")
                .bind("source", source)
                .execute();
        handle.createUpdate("delete from document where source = :source")
                .bind("source", source)
                .execute();
        handle.createUpdate("delete from source where name = :source")
                .bind("source", source)
                .execute();
    }

    void removeAll() {
        handle.execute("delete from document");
        handle.execute("delete from source");
        handle.execute("insert into fts (fts) values ('delete-all')");
    }

    void add(Collection<Source> sources) {
        sources.forEach(this::addSource);
        addAudiences(sources);
        var rows = rows(sources);
        for (int start = 0; start < rows.size(); start += BATCH) {
            addDocuments(rows.subList(start, Math.min(start + BATCH, rows.size())));
        }
    }

    /** Merges the segments of a first build, which makes queries faster. */
    void optimize() {
        handle.execute("insert into fts (fts) values ('optimize')");
    }

    private void addSource(Source source) {
        handle.createUpdate("insert into source (name, fingerprint) values (:name, :fingerprint)")
                .bind("name", source.name())
                .bind("fingerprint", source.fingerprint())
                .execute();
    }

    /** Each document with the next free slot of its kind and day, row numbers going up. */
    private List<Row> rows(Collection<Source> sources) {
        var next = new HashMap<RowIds, Long>();
        var rows = new ArrayList<Row>();
        for (var source : sources) {
            for (var document : source.documents()) {
                var day = RowIds.of(document.kind(), document.date());
                long id = next.computeIfAbsent(day, this::firstFree);
                next.put(day, id + 1);
                rows.add(new Row(id, document));
            }
        }
        rows.sort(Comparator.comparingLong(Row::id));
        return rows;
    }

    private long firstFree(RowIds day) {
        return handle.createQuery("select coalesce(max(id) + 1, :low) from document where id between :low and :high")
                .bind("low", day.low())
                .bind("high", day.high())
                .mapTo(Long.class)
                .one();
    }

    /** Who holds which key may find what is meant for whom: so that a search asks by the keys alone. */
    private void addAudiences(Collection<Source> sources) {
        var audiences = new HashSet<Audience>();
        sources.forEach(source -> source.documents().forEach(document -> audiences.add(document.audience())));
        for (var audience : audiences) {
            for (var key : audience.openedBy()) {
                handle.createUpdate(
                                "insert into opener (audience, key) values (:audience, :key) on conflict do nothing")
                        .bind("audience", audience.key())
                        .bind("key", key)
                        .execute();
            }
        }
    }

    private void addDocuments(List<Row> rows) {
        try (var documents = handle.prepareBatch("""
                        insert into document (id, source, audience, has_link, own_folded, context_folded,
                          key, kind, date, path, title, context, body)
                        values (:id, :source, :audience, :hasLink, :own, :contextFolded,
                          :key, :kind, :date, :path, :title, :context, :body)
                        """);
                var grams = handle.prepareBatch("insert into fts (rowid, g) values (:id, :grams)")) {
            rows.forEach(row -> add(row, documents, grams));
            documents.execute();
            grams.execute();
        }
    }

    private static void add(Row row, PreparedBatch documents, PreparedBatch grams) {
        var document = row.document();
        var date = document.date();
        var own = ownFolded(document);
        var context = Fold.text(document.context());
        documents
                .bind("id", row.id())
                .bind("source", document.source())
                .bind("audience", document.audience().key())
                .bind("key", document.key())
                .bind("hasLink", document.hasLink())
                .bind("own", own)
                .bind("contextFolded", context)
                .bind("kind", document.kind().name())
                .bind("date", date == null ? null : date.toEpochDay())
                .bind("path", document.path())
                .bind("title", document.title())
                .bind("context", document.context())
                .bind("body", document.body())
                .add();
        grams.bind("id", row.id()).bind("grams", Grams.ofDocument(own, context)).add();
    }

    /** Title and body, the title once where the body repeats it. No folded text holds a line's end: no term spans both. */
    private static String ownFolded(Document document) {
        var title = Fold.text(document.title());
        var body = Fold.text(document.body());
        return body.contains(title) ? body : title + "\n" + body;
    }
}
