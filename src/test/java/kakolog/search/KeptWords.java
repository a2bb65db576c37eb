package kakolog.search;

import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import kakolog.db.Database;
import kakolog.db.Durability;
import kakolog.id.EventSlug;

/** Messages kept in a table, as those of a real log are. */
final class KeptWords implements LogWords, AutoCloseable {
    private final Database database;

    KeptWords(Path file) {
        database = Database.open(file, Durability.DERIVED, 4);
        database.writer().useHandle(handle -> handle.execute("""
                create table if not exists message (row integer not null primary key, words text not null) strict
                """));
    }

    void keep(EventSlug event, List<LogEntry> entries) {
        database.writer().useTransaction(handle -> {
            try (var batch = handle.prepareBatch("insert or replace into message (row, words) values (:row, :words)")) {
                entries.forEach(entry -> batch.bind("row", LogRow.of(event, entry.place()))
                        .bind("words", entry.words())
                        .add());
                batch.execute();
            }
        });
    }

    void lose(EventSlug event, int place) {
        database.writer()
                .useHandle(handle -> handle.createUpdate("delete from message where row = :row")
                        .bind("row", LogRow.of(event, place))
                        .execute());
    }

    @Override
    public Map<Long, String> of(Collection<Long> rows) {
        var asked = rows.stream().map(String::valueOf).collect(Collectors.joining(",", "[", "]"));
        return database.reader().withHandle(handle -> {
            var words = new HashMap<Long, String>();
            handle.createQuery("select row, words from message where row in (select value from json_each(:rows))")
                    .bind("rows", asked)
                    .map((row, context) -> words.put(row.getLong(1), row.getString(2)))
                    .list();
            return words;
        });
    }

    @Override
    public void close() {
        database.close();
    }
}
