package kakolog.search;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kakolog.access.Audience;
import org.jspecify.annotations.Nullable;

/**
 * Measures the index with 130,000 documents of made-up Japanese: 1,000 evenings of 29 agenda items and 100 links, and 1,000
 * pages. The only argument is a folder to build it in.
 */
final class SearchSpeed {
    /** Elapsed time tells as much of the machine's other work as of ours. */
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private static final int EVENINGS = 1000;
    private static final int WORDS = 12_000;
    private static final int ROUNDS = 300;
    private static final Set<String> ANYBODY = Set.of("everyone");
    private static final String PARTICLES = "のはをがにでともへや";

    private final Random random = new Random(20210706);
    private final List<String> vocabulary =
            IntStream.range(0, WORDS).mapToObj(this::word).toList();

    private SearchSpeed() {}

    @SuppressWarnings("SystemOut")
    public static void main(String[] args) throws IOException {
        var file = Path.of(args[0]).resolve("search-speed.db");
        Files.deleteIfExists(file);
        var speed = new SearchSpeed();
        var sources = IntStream.range(0, EVENINGS).mapToObj(speed::evening).collect(Collectors.toList());
        IntStream.range(0, EVENINGS).mapToObj(speed::page).forEach(sources::add);
        try (var index = SearchIndex.open(file)) {
            long start = System.nanoTime();
            index.replaceAll(sources);
            System.out.printf("build %d ms, %d MB%n", millisSince(start), Files.size(file) / 1_000_000);
            start = System.nanoTime();
            index.replace(sources.get(500).name(), "again", sources.get(500).documents());
            System.out.printf("replace one evening %d ms%n", millisSince(start));
            speed.measure(index, sources);
        }
        long start = System.nanoTime();
        SearchIndex.open(file).close();
        System.out.printf("open %d ms%n", millisSince(start));
    }

    private void measure(SearchIndex index, List<Source> sources) {
        print(index, "(warming up)", null, () -> piece(sources, 1 + random.nextInt(6)));
        for (int length : new int[] {1, 2, 3, 6}) {
            print(index, length + " characters", null, () -> piece(sources, length));
        }
        for (var kind : Kind.values()) {
            print(index, "2 characters " + kind, kind, () -> piece(sources, 2));
        }
        print(index, "two words", null, () -> piece(sources, 2) + " " + piece(sources, 2));
        print(index, "excluding", null, () -> piece(sources, 2) + " -" + piece(sources, 1));
        print(index, "in an event", null, () -> "の in:" + slug(random.nextInt(EVENINGS)));
        print(index, "in a month", null, () -> piece(sources, 2) + " on:2021-05");
        print(index, "frequent: の", null, () -> "の");
        print(index, "frequent: example", null, () -> "example");
        print(index, "frequent in context only: 話題", null, () -> "話題");
        print(index, "frequent halves, no hit: examplehttps", null, () -> "examplehttps");
        print(index, "signs: //", null, () -> "//");
        print(index, "signs, miss: ++", null, () -> "++");
        print(index, "miss", null, () -> "鬱" + piece(sources, 2));
        print(index, "ten letters", null, () -> "e x a m p l t h s o");
    }

    @SuppressWarnings("SystemOut")
    private void print(SearchIndex index, String name, @Nullable Kind kind, Supplier<String> queries) {
        var elapsed = new long[ROUNDS];
        var worked = new long[ROUNDS];
        var counts = new long[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            var query = queries.get();
            long cpu = THREADS.getCurrentThreadCpuTime();
            long start = System.nanoTime();
            var results = index.search(SearchQuery.parse(query), ANYBODY, kind, 0, 20);
            elapsed[i] = System.nanoTime() - start;
            worked[i] = THREADS.getCurrentThreadCpuTime() - cpu;
            counts[i] = results.count();
        }
        Stream.of(elapsed, worked, counts).forEach(Arrays::sort);
        System.out.printf(
                "%-40s p50 %6.2f ms  p99 %6.2f ms  p99 of CPU %6.2f ms  hits p50 %d%n",
                name,
                elapsed[ROUNDS / 2] / 1e6,
                elapsed[ROUNDS * 99 / 100] / 1e6,
                worked[ROUNDS * 99 / 100] / 1e6,
                counts[ROUNDS / 2]);
    }

    private static long millisSince(long start) {
        return (System.nanoTime() - start) / 1_000_000;
    }

    /** A stretch of some document's text, so that frequent ones are asked for more often. */
    private String piece(List<Source> sources, int length) {
        while (true) {
            var documents = sources.get(random.nextInt(sources.size())).documents();
            var text = documents.get(random.nextInt(documents.size())).body();
            int start = random.nextInt(text.length() - length + 1);
            var piece = text.substring(start, start + length);
            if (piece.chars().allMatch(Character::isLetterOrDigit)) {
                return piece;
            }
        }
    }

    private static String slug(int number) {
        return LocalDate.of(2019, 1, 1).plusDays(number * 3L).toString();
    }

    private Source evening(int number) {
        var slug = slug(number);
        var source = "events/" + slug;
        var documents = new ArrayList<Document>();
        for (int i = 0; i < 29; i++) {
            var text = sentence(20 + random.nextInt(40));
            documents.add(document(source, Kind.AGENDA, source + "#a" + i, LocalDate.parse(slug), text, text));
        }
        for (int i = 0; i < 100; i++) {
            var title = sentence(15 + random.nextInt(30));
            var body = title + " https://example.com/" + Integer.toString(random.nextInt(1_000_000), 36);
            documents.add(document(source, Kind.LINK, source + "#l" + i, LocalDate.parse(slug), title, body));
        }
        return new Source(source, "f" + number, documents);
    }

    private Source page(int number) {
        var source = "pages/" + number;
        return new Source(source, "f", List.of(document(source, Kind.PAGE, source, null, sentence(10), sentence(600))));
    }

    private Document document(
            String source, Kind kind, String key, @Nullable LocalDate date, String title, String body) {
        var context = "話題 › " + sentence(20);
        return new Document(
                key, kind, source, date, "/" + key, title, context, body, Audience.everyone(), kind == Kind.LINK);
    }

    private String sentence(int length) {
        var text = new StringBuilder();
        while (text.length() < length) {
            // Zipf's law: the n-th word comes about 1/n as often as the first.
            int rank = (int) Math.exp(random.nextDouble() * Math.log(WORDS));
            text.append(vocabulary.get(Math.min(rank, WORDS - 1)));
            text.append(PARTICLES.charAt(random.nextInt(PARTICLES.length())));
        }
        return text.toString();
    }

    private String word(int number) {
        return switch (number % 3) {
            case 0 -> letters('一', 2500, 2);
            case 1 -> letters('ア', 80, 3 + random.nextInt(3));
            default -> letters('a', 26, 3 + random.nextInt(5));
        };
    }

    private String letters(char first, int range, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> Character.toString(first + random.nextInt(range)))
                .collect(Collectors.joining());
    }
}
