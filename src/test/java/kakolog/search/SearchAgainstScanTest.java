package kakolog.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kakolog.access.Audience;
import kakolog.id.EventSlug;
import kakolog.text.Fold;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The index finds what a look at every document finds, in the same order, through any history of changes. */
class SearchAgainstScanTest {
    /** Few characters, so that random queries hit, and hit by halves. */
    private static final List<String> ALPHABET = List.of(
            "録", "画", "録画", "a", "B", "ａ", "ー", "ガ", "ｶﾞ", "+", "-", "\"", "🎉", "𠮷", " ", "　", "\n", "é", "e\u0301",
            "\0");

    private static final List<Kind> KINDS = List.of(Kind.values());
    private static final List<Audience> AUDIENCES = List.of(
            Audience.everyone(),
            Audience.members(),
            Audience.organizers(),
            new Audience.ParticipantsOf(new EventSlug("2021-05-18")));
    /** Who boosts finds what participants of any event do. */
    private static final Set<String> MEMBER = Set.of("everyone", "members", "boosters");

    private final Random random = new Random(20210706);

    @TempDir
    Path folder;

    @Test
    void same_hits_in_the_same_order() {
        var sources = new ArrayList<Source>();
        int hits = 0;
        try (var index = SearchIndex.open(folder.resolve("search.db"))) {
            IntStream.range(0, 30).mapToObj(this::source).forEach(sources::add);
            index.replaceAll(sources);
            for (int round = 0; round < 20; round++) {
                for (int i = 0; i < 50; i++) {
                    hits += assertSame(index, sources, query());
                }
                change(index, sources);
            }
        }
        assertTrue(hits > 5000, "queries that find nothing prove nothing: " + hits);
    }

    private int assertSame(SearchIndex index, List<Source> sources, String raw) {
        var query = SearchQuery.parse(raw);
        var kind = random.nextInt(3) == 0 ? KINDS.get(random.nextInt(3)) : null;
        var expected = scan(sources, query, kind);
        var results = index.search(query, MEMBER, kind, 0, 1000);
        assertEquals(expected, results.hits().stream().map(Hit::key).toList(), raw);
        assertEquals(expected.size(), results.count(), raw);
        return expected.size();
    }

    private void change(SearchIndex index, List<Source> sources) {
        int which = random.nextInt(sources.size());
        var source = sources.remove(which);
        if (random.nextInt(4) == 0) {
            index.remove(source.name());
        } else {
            // At the end, as a source written later follows the others of its day.
            var changed = source(Integer.parseInt(source.name().substring(7)));
            sources.add(changed);
            index.replace(changed.name(), changed.fingerprint(), changed.documents());
        }
    }

    private static List<String> scan(List<Source> sources, SearchQuery query, @Nullable Kind kind) {
        if (query.terms().isEmpty()) {
            return List.of();
        }
        return sources.stream()
                .flatMap(source -> source.documents().stream())
                .filter(document -> kind == null || document.kind() == kind)
                .filter(document -> !Collections.disjoint(document.audience().openedBy(), MEMBER))
                .filter(document -> answers(document, query))
                .sorted(Comparator.comparing(SearchAgainstScanTest::dateOrNone)
                        .reversed()
                        .thenComparing(Document::kind))
                .map(Document::key)
                .toList();
    }

    private static LocalDate dateOrNone(Document document) {
        var date = document.date();
        return date == null ? LocalDate.MIN : date;
    }

    private static boolean answers(Document document, SearchQuery query) {
        var title = Fold.text(document.title());
        var body = Fold.text(document.body());
        var context = Fold.text(document.context());
        var period = query.period();
        var date = document.date();
        return query.terms().stream()
                        .allMatch(term -> title.contains(term) || body.contains(term) || context.contains(term))
                && query.terms().stream().anyMatch(term -> title.contains(term) || body.contains(term))
                && query.excluded().stream()
                        .noneMatch(term -> title.contains(term) || body.contains(term) || context.contains(term))
                && (!query.hasLink() || document.hasLink())
                && (query.kinds().isEmpty() || query.kinds().contains(document.kind()))
                && (period.from() == null || (date != null && !date.isBefore(period.from())))
                && (period.until() == null || (date != null && date.isBefore(period.until())));
    }

    private Source source(int number) {
        var name = "source/" + number;
        var date = number % 7 == 0 ? null : LocalDate.of(2021, 1, 1).plusDays(number / 2 * 20L);
        var documents = IntStream.range(0, random.nextInt(20))
                .mapToObj(i -> document(name, name + "#" + i, date))
                .toList();
        return new Source(name, "f" + random.nextInt(), documents);
    }

    private Document document(String source, String key, @Nullable LocalDate date) {
        return new Document(
                key,
                KINDS.get(random.nextInt(3)),
                source,
                date,
                "/" + key,
                text(6),
                text(6),
                text(12),
                AUDIENCES.get(random.nextInt(3)),
                random.nextBoolean());
    }

    private String text(int most) {
        return IntStream.range(0, random.nextInt(most + 1))
                .mapToObj(i -> ALPHABET.get(random.nextInt(ALPHABET.size())))
                .collect(Collectors.joining());
    }

    private String query() {
        var words = IntStream.range(0, 1 + random.nextInt(3))
                .mapToObj(i -> text(3))
                .map(word -> random.nextInt(5) == 0 ? "-" + word : word)
                .collect(Collectors.joining(" "));
        return switch (random.nextInt(8)) {
            case 0 -> words + " on:2021-0" + (1 + random.nextInt(9));
            case 1 -> words + " before:2021-0" + (1 + random.nextInt(9));
            case 2 -> words + " after:2021-0" + (1 + random.nextInt(9));
            case 3 -> words + " has:link";
            case 4 -> words + " in:links";
            default -> words;
        };
    }
}
