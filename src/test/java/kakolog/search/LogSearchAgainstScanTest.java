package kakolog.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kakolog.access.Audience;
import kakolog.id.EventSlug;
import kakolog.id.Snowflake;
import kakolog.text.Fold;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The index finds what a look at every message finds, in the same order, through any history of changes. */
class LogSearchAgainstScanTest {
    /** Few characters, so that random queries hit, and hit by halves. */
    private static final List<String> ALPHABET = List.of(
            "録", "画", "録画", "a", "B", "ａ", "ー", "ガ", "ｶﾞ", "+", "-", "\"", "🎉", "𠮷", " ", "　", "\n", "é", "e\u0301",
            "\0");

    private static final List<EventSlug> EVENTS = List.of(
            new EventSlug("2021-05-18"),
            new EventSlug("2021-05-18-2"),
            new EventSlug("2021-05-18-4"),
            new EventSlug("2021-05-19"),
            new EventSlug("2021-07-06"),
            new EventSlug("2020-12-31"),
            new EventSlug("2021-01-01"),
            new EventSlug("0001-01-01"),
            new EventSlug("2099-12-31"));

    private static final List<String> NAMES = List.of("Taro", "taro", "タロウ", "ﾀﾛｳ 二世", "ta", "Hanako", "hana", "@at");
    private static final List<String> AFTER_FROM =
            List.of("taro", "@Taro", "ta", "a", "\"タロウ 二世\"", "タ", "hanako", "xyz", "ａｔ", "o");

    private static final List<Set<String>> VIEWERS = List.of(
            Set.of("everyone", "members", "boosters"),
            Set.of("everyone", "members"),
            Set.of("everyone", "participants/2021-05-18"),
            Set.of("everyone", "participants/2021-05-18-2", "participants/2020-12-31", "participants/2021-07-06"),
            Set.of());

    private final Random random = new Random(20210706);
    private final Map<EventSlug, Log> logs = new HashMap<>();

    private record Log(Audience audience, List<LogSpeaker> speakers, Map<Integer, LogEntry> entries) {}

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(ints = {500, NewPostings.MOST})
    void same_hits_in_the_same_order_in_how_many_parts_an_evening_is_ever_written(int mostHeld) {
        int hits = 0;
        try (var index = LogIndex.open(folder.resolve("logs.db"), this::words, 3, mostHeld)) {
            for (int round = 0; round < 50; round++) {
                change(index);
                for (int i = 0; i < 60; i++) {
                    hits += assertSame(index, query(), VIEWERS.get(random.nextInt(VIEWERS.size())));
                }
            }
        }
        assertTrue(hits > 20_000, "queries that find nothing prove nothing: " + hits);
    }

    private Map<Long, String> words(Collection<Long> rows) {
        var words = new HashMap<Long, String>();
        for (long row : rows) {
            var log = logs.get(LogRow.event(row));
            var entry = log == null ? null : log.entries().get(LogRow.place(row));
            if (entry != null) {
                words.put(row, entry.words());
            }
        }
        return words;
    }

    private int assertSame(LogIndex index, String raw, Set<String> viewer) {
        var query = SearchQuery.parse(raw);
        var expected = scan(query, viewer);
        int most = random.nextInt(4) == 0 ? random.nextInt(40) : 5000;
        int offset = random.nextInt(4) == 0 ? random.nextInt(40) : 0;
        int limit = random.nextInt(4) == 0 ? random.nextInt(40) : 5000;
        var results = index.search(query, viewer, Findable.ALL, offset, limit, most);
        var about = raw + " for " + viewer + " from " + offset + " up to " + limit + " of " + most;
        assertEquals(
                expected.stream().limit(most).skip(offset).limit(limit).toList(),
                results.hits().stream()
                        .map(hit -> hit.event() + "#" + hit.place())
                        .toList(),
                about);
        assertEquals(Math.min(expected.size(), most), results.count(), about);
        assertEquals(expected.size() > most, results.more(), about);
        return expected.size();
    }

    private void change(LogIndex index) {
        var event = EVENTS.get(random.nextInt(EVENTS.size()));
        var log = logs.get(event);
        switch (log == null ? 0 : random.nextInt(5)) {
            case 1 -> {
                logs.remove(event);
                index.remove(event);
            }
            // Gone from what is kept; the index has not heard of it yet.
            case 2 -> log.entries().keySet().removeIf(place -> random.nextInt(5) == 0);
            case 3 -> index.optimize();
            default -> {
                logs.put(event, log(event));
                replace(index, event, logs.get(event));
            }
        }
    }

    private static void replace(LogIndex index, EventSlug event, Log log) {
        index.replace(
                event,
                "f",
                log.audience(),
                log.speakers(),
                log.entries().values().iterator());
    }

    private Log log(EventSlug event) {
        var audience = switch (random.nextInt(4)) {
            case 0 -> Audience.organizers();
            case 1 -> new Audience.LogReadersOf(event, false);
            default -> new Audience.LogReadersOf(event, true);
        };
        var speakers = IntStream.range(0, 8)
                .filter(id -> random.nextBoolean())
                .mapToObj(id -> new LogSpeaker(new Snowflake(id), names(id)))
                .collect(Collectors.toCollection(ArrayList::new));
        boolean isSparse = random.nextBoolean();
        var entries = new TreeMap<Integer, LogEntry>();
        for (int i = 0; i < 400; i++) {
            int place = isSparse && random.nextInt(10) == 0 ? random.nextInt(LogRow.PLACES) : i;
            entries.put(place, entry(place));
        }
        return new Log(audience, speakers, entries);
    }

    private List<String> names(int id) {
        return List.of(NAMES.get(id), NAMES.get(random.nextInt(NAMES.size())) + random.nextInt(2));
    }

    private LogEntry entry(int place) {
        var has = EnumSet.noneOf(Trait.class);
        for (var trait : Trait.values()) {
            if (random.nextInt(4) == 0) {
                has.add(trait);
            }
        }
        return new LogEntry(place, text(8), new Snowflake(random.nextInt(8)), has);
    }

    private String text(int most) {
        return IntStream.range(0, random.nextInt(most + 1))
                .mapToObj(i -> ALPHABET.get(random.nextInt(ALPHABET.size())))
                .collect(Collectors.joining());
    }

    private String query() {
        var query = IntStream.range(0, random.nextInt(4))
                .mapToObj(i -> text(random.nextInt(12) == 0 ? 20 : 3))
                .map(word -> random.nextInt(5) == 0 ? "-" + word : word)
                .collect(Collectors.joining(" "));
        return query
                + sometimes(" from:" + AFTER_FROM.get(random.nextInt(AFTER_FROM.size())))
                + sometimes(" from:" + AFTER_FROM.get(random.nextInt(AFTER_FROM.size())))
                + sometimes(" has:" + List.of("link", "image", "file", "コード").get(random.nextInt(4)))
                + sometimes(" has:" + List.of("リンク", "画像", "ファイル", "code").get(random.nextInt(4)))
                + sometimes(" in:" + EVENTS.get(random.nextInt(EVENTS.size())))
                + sometimes(" in:"
                        + List.of("2021-05-18-3", "2021-05-18-9", "9999-12-31", "log", "過去ログ", "agenda")
                                .get(random.nextInt(6)))
                + sometimes(" "
                        + List.of("on", "before", "after").get(random.nextInt(3))
                        + ":"
                        + List.of("2021", "2021-05", "2021-05-18", "2021-05-19", "9999", "0001")
                                .get(random.nextInt(6)));
    }

    private String sometimes(String operator) {
        return random.nextInt(5) == 0 ? operator : "";
    }

    private List<String> scan(SearchQuery query, Set<String> viewer) {
        boolean isAsked = !query.terms().isEmpty()
                || !query.speakers().isEmpty()
                || !query.traits().isEmpty()
                || !query.events().isEmpty()
                || !query.period().isAlways();
        if (!isAsked || !(query.kinds().isEmpty() || query.kinds().contains(Kind.LOG))) {
            return List.of();
        }
        var readable = logs.keySet().stream()
                .filter(event ->
                        !Collections.disjoint(logs.get(event).audience().openedBy(), viewer))
                .toList();
        var authors = query.speakers().stream()
                .flatMap(name -> authors(name, readable).stream())
                .collect(Collectors.toSet());
        return readable.stream()
                .filter(event -> query.events().isEmpty() || query.events().contains(event))
                .filter(event -> isIn(event, query.period()))
                .sorted(LogSearchAgainstScanTest::newestFirst)
                .flatMap(event -> logs.get(event).entries().values().stream()
                        .filter(entry -> query.speakers().isEmpty() || authors.contains(entry.author()))
                        .filter(entry -> answers(entry, query))
                        .map(entry -> event + "#" + entry.place()))
                .toList();
    }

    private static int newestFirst(EventSlug one, EventSlug other) {
        int byDate = other.date().compareTo(one.date());
        return byDate != 0 ? byDate : Integer.compare(one.number(), other.number());
    }

    private static boolean isIn(EventSlug event, Period period) {
        return (period.from() == null || !event.date().isBefore(period.from()))
                && (period.until() == null || event.date().isBefore(period.until()));
    }

    private Set<Snowflake> authors(String wanted, List<EventSlug> readable) {
        return List.<BiPredicate<String, String>>of(String::equals, String::startsWith, String::contains).stream()
                .map(test -> readable.stream()
                        .flatMap(event -> logs.get(event).speakers().stream())
                        .filter(speaker -> speaker.names().stream().anyMatch(name -> test.test(folded(name), wanted)))
                        .map(LogSpeaker::id)
                        .collect(Collectors.toSet()))
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(Set.of());
    }

    private static String folded(String name) {
        return Fold.text(name).strip();
    }

    private static boolean answers(LogEntry entry, SearchQuery query) {
        var text = Fold.text(entry.words());
        return query.terms().stream().allMatch(text::contains)
                && query.excluded().stream().noneMatch(text::contains)
                && entry.has().containsAll(query.traits());
    }
}
