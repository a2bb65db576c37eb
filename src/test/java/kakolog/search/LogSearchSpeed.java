package kakolog.search;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kakolog.access.Audience;
import kakolog.id.EventSlug;

/**
 * Measures the index of the logs with 1,000,000 messages of made-up Japanese in 1,430 evenings. The argument is a folder to
 * build it in, which is used again where it has one. As many hits are counted as for a page of all kinds, and where it says
 * so, as for a page of messages alone.
 */
final class LogSearchSpeed {
    /** Elapsed time tells as much of the machine's other work as of ours. */
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private static final int ROUNDS = 300;
    private static final Set<String> BOOSTER = Set.of("everyone", "signed-in", "members", "boosters");
    private static final Set<String> NOBODY = Set.of("everyone", "signed-in", "members");

    private static final int MOST_IN_A_GROUP = 100;

    private final GeneratedChat chat = new GeneratedChat();
    private final LogIndex index;

    private LogSearchSpeed(LogIndex index) {
        this.index = index;
    }

    @SuppressWarnings("SystemOut")
    public static void main(String[] args) throws IOException {
        var file = Path.of(args[0]).resolve("log-search-speed.db");
        boolean isBuilt = Files.exists(file);
        try (var messages = new KeptWords(Path.of(args[0]).resolve("log-search-speed-words.db"));
                var index = LogIndex.open(file, messages)) {
            var speed = new LogSearchSpeed(index);
            if (!isBuilt) {
                speed.build(messages);
            }
            speed.measure();
        }
        System.out.printf("%n%d MB%n", Files.size(file) / 1_000_000);
    }

    @SuppressWarnings("SystemOut")
    private void build(KeptWords messages) {
        long kept = System.nanoTime();
        for (int i = GeneratedChat.EVENINGS - 1; i >= 0; i--) {
            messages.keep(GeneratedChat.slug(i), chat.evening(i));
        }
        System.out.printf("words kept in %d ms%n", millisSince(kept));
        long start = System.nanoTime();
        for (int i = GeneratedChat.EVENINGS - 1; i >= 0; i--) {
            var slug = GeneratedChat.slug(i);
            index.replace(
                    slug,
                    "f",
                    new Audience.LogReadersOf(slug, true),
                    chat.speakers(i),
                    chat.evening(i).iterator());
        }
        System.out.printf("built in %d ms%n", millisSince(start));
        start = System.nanoTime();
        index.optimize();
        System.out.printf("optimized in %d ms%n", millisSince(start));
        start = System.nanoTime();
        var slug = GeneratedChat.slug(700);
        index.replace(
                slug,
                "g",
                new Audience.LogReadersOf(slug, true),
                chat.speakers(700),
                chat.evening(700).iterator());
        System.out.printf("one evening replaced in %d ms%n", millisSince(start));
    }

    @SuppressWarnings("SystemOut")
    private void measure() {
        System.out.printf(
                "%n| query | booster | 300 scattered evenings | one evening | none |%n|---|---|---|---|---|%n");
        print("(warming up)", () -> chat.piece(2 + chat.random(5)));
        for (int length : new int[] {1, 2, 3, 6}) {
            print(length + " characters", () -> chat.piece(length));
        }
        print("one kanji", () -> chat.kanji());
        print("frequent: の", () -> "の");
        print("miss", () -> "鬱" + chat.piece(2));
        print("two words", () -> chat.piece(2) + " " + chat.piece(2));
        print("frequent halves, no hit: examplehttps", () -> "examplehttps");
        print("excluding", () -> chat.piece(2) + " -" + chat.piece(3));
        print("word from:", () -> chat.piece(2) + " from:" + chat.name());
        print("from: alone", () -> "from:" + chat.name());
        print("from: a letter that is in many names", () -> chat.piece(2) + " from:a");
        print("word has:link", () -> chat.piece(2) + " has:link");
        print("has:code alone", () -> "has:code");
        print("word before:", () -> chat.piece(2) + " before:2015-0" + (1 + chat.random(9)));
        print("word on: a month", () -> chat.piece(2) + " on:2015-0" + (1 + chat.random(9)));
        print("word in: an evening", () -> chat.piece(2) + " in:" + chat.someSlug());
        print("in: an evening alone", () -> "in:" + chat.someSlug());
        for (int length : new int[] {1, 2, 3, 6}) {
            print(length + " characters, counted to 1,000", SearchResults.MOST, () -> chat.piece(length));
        }
        print("two words, counted to 1,000", SearchResults.MOST, () -> chat.piece(2) + " " + chat.piece(2));
        print("word from:, counted to 1,000", SearchResults.MOST, () -> chat.piece(2) + " from:" + chat.name());
        print("word from: a letter, counted to 1,000", SearchResults.MOST, () -> chat.piece(2) + " from:a");
        print("word has:link, counted to 1,000", SearchResults.MOST, () -> chat.piece(2) + " has:link");
    }

    private void print(String name, Supplier<String> queries) {
        print(name, MOST_IN_A_GROUP, queries);
    }

    @SuppressWarnings("SystemOut")
    private void print(String name, int most, Supplier<String> queries) {
        var row = new StringBuilder("| " + name);
        row.append(" | ").append(measured(() -> BOOSTER, most, queries));
        row.append(" | ").append(measured(this::manyEvenings, most, queries));
        row.append(" | ").append(measured(() -> participantOf(chat.someSlug()), most, queries));
        row.append(" | ").append(measured(() -> NOBODY, most, queries));
        System.out.println(row.append(" |"));
    }

    private Set<String> manyEvenings() {
        var keys = IntStream.range(0, 300)
                .mapToObj(i -> participantOf(chat.someSlug()))
                .flatMap(Set::stream)
                .collect(Collectors.toSet());
        keys.addAll(NOBODY);
        return keys;
    }

    private static Set<String> participantOf(EventSlug event) {
        return Set.of("everyone", "signed-in", "members", "participants/" + event);
    }

    private String measured(Supplier<Set<String>> viewers, int most, Supplier<String> queries) {
        var elapsed = new long[ROUNDS];
        var worked = new long[ROUNDS];
        var counts = new long[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            var viewer = viewers.get();
            var query = queries.get();
            long cpu = THREADS.getCurrentThreadCpuTime();
            long start = System.nanoTime();
            var results = index.search(SearchQuery.parse(query), viewer, Findable.ALL, 0, 20, most);
            elapsed[i] = System.nanoTime() - start;
            worked[i] = THREADS.getCurrentThreadCpuTime() - cpu;
            counts[i] = results.count();
        }
        Arrays.sort(elapsed);
        Arrays.sort(worked);
        Arrays.sort(counts);
        return "%.2f / %.2f (cpu %.2f; %d hits)"
                .formatted(
                        elapsed[ROUNDS / 2] / 1e6,
                        elapsed[ROUNDS * 99 / 100] / 1e6,
                        worked[ROUNDS * 99 / 100] / 1e6,
                        counts[ROUNDS / 2]);
    }

    private static long millisSince(long start) {
        return (System.nanoTime() - start) / 1_000_000;
    }
}
