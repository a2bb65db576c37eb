package kakolog.archive;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kakolog.access.Policy;
import kakolog.chatlog.LogSearch;
import kakolog.search.Hit;
import kakolog.search.Kind;
import kakolog.search.SearchIndex;
import kakolog.search.SearchQuery;
import kakolog.search.SearchResults;
import kakolog.search.Span;
import kakolog.template.StaticTemplates;
import kakolog.text.Days;
import kakolog.text.Language;
import kakolog.web.Answer;
import kakolog.web.Asking;
import kakolog.web.Frames;
import kakolog.web.Html;
import kakolog.web.Json;
import kakolog.web.OwnPath;
import org.jspecify.annotations.Nullable;

/** {@code /search} and {@code /api/search}: what this viewer may find, in groups, newest first. */
public final class SearchPages {
    private static final int HITS_OF_EACH_KIND = 10;
    private static final int HITS_OF_ONE_KIND = 50;

    private final StaticTemplates templates = new StaticTemplates();
    private final Supplier<SearchIndex> index;
    private final LogHits logs;
    private final Frames frames;
    private final Policy policy;

    /** @param index waits until the index is ready */
    public SearchPages(
            Supplier<SearchIndex> index, LogSearch logs, Supplier<ZoneId> zone, Frames frames, Policy policy) {
        this.logs = new LogHits(logs, zone, policy);
        this.index = index;
        this.frames = frames;
        this.policy = policy;
    }

    /**
     * What was found.
     *
     * @param query as typed
     * @param notUnderstood what looked like an operator and was searched as text
     * @param onlyNarrows whether the query has no word to look for
     */
    public record SearchPage(
            String query,
            List<Group> groups,
            List<String> notUnderstood,
            boolean truncated,
            boolean onlyNarrows,
            boolean found) {}

    /**
     * The hits of one kind.
     *
     * @param count in words, as {@code 1000+}
     * @param all the address of the rest; empty where these are all
     */
    public record Group(String kind, String count, List<Result> hits, String all, String previous, String following) {}

    /** One hit; the date is empty for what has none. */
    public record Result(
            String path, String date, String isoDate, String context, List<Span> title, List<Span> snippet) {}

    /** The answer of the API. */
    public record Found(String query, int count, boolean more, List<FoundGroup> groups, List<String> notUnderstood) {}

    /** The hits of one kind in the API. */
    public record FoundGroup(String kind, int count, boolean more, List<FoundHit> hits) {}

    /** One hit in the API; the date is null for what has none. */
    public record FoundHit(
            String kind, @Nullable LocalDate date, String path, String title, List<String> context, String snippet) {}

    public Answer page(Asking asking) {
        var typed = typed(asking);
        var query = SearchQuery.parse(typed);
        var groups = new ArrayList<Group>();
        search(query, asking).forEach((kind, results) -> {
            if (!results.hits().isEmpty()) {
                groups.add(group(kind, results, typed, asking));
            }
        });
        var page = new SearchPage(
                typed,
                groups,
                query.notUnderstood(),
                query.truncated(),
                query.onlyNarrows() && groups.isEmpty(),
                !groups.isEmpty());
        return Html.of(templates.archiveSearch(frames.of(asking), page));
    }

    public Answer api(Asking asking) {
        var typed = typed(asking);
        var query = SearchQuery.parse(typed);
        var groups = search(query, asking).entrySet().stream()
                .map(found -> new FoundGroup(
                        word(found.getKey()),
                        found.getValue().count(),
                        found.getValue().more(),
                        found.getValue().hits().stream().map(SearchPages::hit).toList()))
                .toList();
        return Json.of(new Found(
                typed,
                groups.stream().mapToInt(FoundGroup::count).sum(),
                groups.stream().anyMatch(FoundGroup::more),
                groups,
                query.notUnderstood()));
    }

    /** What a form asks within, the log of an evening for one, stands before what was typed there. */
    private static String typed(Asking asking) {
        return Stream.of("within", "q")
                .map(asking::parameter)
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" "));
    }

    private Map<Kind, SearchResults> search(SearchQuery query, Asking asking) {
        var keys = policy.keysOf(asking.viewer());
        var kind = wantedKind(asking);
        if (kind.isEmpty()) {
            var all = new EnumMap<Kind, SearchResults>(Kind.class);
            all.putAll(index.get().searchByKind(query, keys, HITS_OF_EACH_KIND));
            all.put(Kind.LOG, logs.first(query, asking, HITS_OF_EACH_KIND));
            return all;
        }
        int offset = (asking.page() - 1) * HITS_OF_ONE_KIND;
        return Map.of(
                kind.get(),
                kind.get() == Kind.LOG
                        ? logs.page(query, asking, offset, HITS_OF_ONE_KIND)
                        : index.get().search(query, keys, kind.get(), offset, HITS_OF_ONE_KIND));
    }

    private static Optional<Kind> wantedKind(Asking asking) {
        var wanted = asking.parameter("kind").orElse("");
        return List.of(Kind.values()).stream()
                .filter(kind -> word(kind).equals(wanted))
                .findFirst();
    }

    private static Group group(Kind kind, SearchResults results, String typed, Asking asking) {
        var address = "/search?q=" + OwnPath.part(typed) + "&kind=" + word(kind);
        boolean oneKind = wantedKind(asking).isPresent();
        int page = asking.page();
        boolean moreAfter = results.more() || results.count() > page * HITS_OF_ONE_KIND;
        return new Group(
                word(kind),
                results.more() ? results.count() + "+" : String.valueOf(results.count()),
                results.hits().stream()
                        .map(hit -> result(hit, asking.language()))
                        .toList(),
                !oneKind && results.count() > results.hits().size() ? address : "",
                oneKind && page > 1 ? address + "&page=" + (page - 1) : "",
                oneKind && moreAfter && page * HITS_OF_ONE_KIND < SearchResults.MOST
                        ? address + "&page=" + (page + 1)
                        : "");
    }

    private static Result result(Hit hit, Language language) {
        var date = hit.date();
        return new Result(
                hit.path(),
                date == null ? "" : Days.date(date, language),
                date == null ? "" : date.toString(),
                hit.context(),
                hit.title().isEmpty() ? hit.snippet() : hit.title(),
                hit.title().isEmpty() ? List.of() : hit.snippet());
    }

    private static FoundHit hit(Hit hit) {
        return new FoundHit(
                word(hit.kind()),
                hit.date(),
                hit.path(),
                text(hit.title()),
                hit.context().isEmpty() ? List.of() : List.of(hit.context().split(" › ")),
                text(hit.snippet()));
    }

    private static String text(List<Span> spans) {
        var text = new StringBuilder();
        spans.forEach(span -> text.append(span.text()));
        return text.toString();
    }

    private static String word(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
