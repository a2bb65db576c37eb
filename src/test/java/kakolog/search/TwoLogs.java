package kakolog.search;

import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kakolog.access.Audience;
import kakolog.id.EventSlug;
import kakolog.id.Snowflake;

/** An index of two evenings' logs, and short ways to fill it and to ask it. */
final class TwoLogs implements AutoCloseable {
    static final EventSlug MAY = new EventSlug("2021-05-18");
    static final EventSlug JULY = new EventSlug("2021-07-06");
    static final Snowflake TARO = new Snowflake(1);
    static final Snowflake HANAKO = new Snowflake(-2);
    static final Set<String> BOOSTER = Set.of("everyone", "members", "boosters");

    private static final List<LogSpeaker> SPEAKERS = List.of(
            new LogSpeaker(TARO, List.of("太郎", "Taro", "やまだ　たろう")), new LogSpeaker(HANAKO, List.of("花子", "hanako")));

    final Map<Long, String> words = new HashMap<>();
    final LogIndex index;

    TwoLogs(Path folder) {
        index = LogIndex.open(folder.resolve("logs.db"), this::of);
        put(
                MAY,
                new Audience.LogReadersOf(MAY, true),
                SPEAKERS,
                List.of(
                        entry(0, "録画はﾄﾞﾜﾝｺﾞに公開する", TARO),
                        new LogEntry(1, "QUIC https://example.com/", HANAKO, Set.of(Trait.LINK)),
                        new LogEntry(2, "録画🎉", TARO, Set.of(Trait.IMAGE))));
        put(
                JULY,
                new Audience.LogReadersOf(JULY, true),
                SPEAKERS,
                List.of(entry(0, "今日の録画", TARO), entry(1, "ＱＵＩＣの話", HANAKO)));
    }

    private Map<Long, String> of(Collection<Long> rows) {
        return rows.stream().filter(words::containsKey).collect(Collectors.toMap(row -> row, words::get));
    }

    static LogEntry entry(int place, String text, Snowflake author) {
        return new LogEntry(place, text, author, Set.of());
    }

    /** Texts of Taro and Hanako in turn. */
    void put(String slug, Audience audience, List<LogSpeaker> speakers, String... texts) {
        var entries = IntStream.range(0, texts.length)
                .mapToObj(place -> entry(place, texts[place], place % 2 == 0 ? TARO : HANAKO))
                .toList();
        put(new EventSlug(slug), audience, speakers, entries);
    }

    private void put(EventSlug event, Audience audience, List<LogSpeaker> speakers, List<LogEntry> entries) {
        words.keySet().removeIf(row -> LogRow.event(row).equals(event));
        entries.forEach(entry -> words.put(LogRow.of(event, entry.place()), entry.words()));
        index.replace(event, "f", audience, speakers, entries.iterator());
    }

    LogResults search(String query, Set<String> keys, int offset, int limit, int most) {
        return index.search(SearchQuery.parse(query), keys, Findable.ALL, offset, limit, most);
    }

    /** The hits as {@code 05-18#0}, of the year 2021. */
    String found(String query, Set<String> keys) {
        return search(query, keys, 0, 20, 100).hits().stream()
                .map(hit -> hit.event().value().substring(5) + "#" + hit.place())
                .collect(Collectors.joining(" "));
    }

    String found(String query) {
        return found(query, BOOSTER);
    }

    @Override
    public void close() {
        index.close();
    }
}
