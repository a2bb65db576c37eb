package kakolog.archive;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kakolog.content.Event;
import kakolog.content.Events;
import kakolog.content.Snapshot;
import kakolog.content.Topic;
import kakolog.template.StaticTemplates;
import kakolog.text.Language;
import kakolog.web.Answer;
import kakolog.web.Asking;
import kakolog.web.Frames;
import kakolog.web.Html;
import org.jspecify.annotations.Nullable;

/** {@code /links}: the link ledger, one row an address. */
public final class LinkPages {
    /** More choices than this nobody reads; the address takes any. */
    private static final int MOST_CHOICES = 200;

    private final StaticTemplates templates = new StaticTemplates();
    private final Events events;
    private final Frames frames;
    private volatile @Nullable Counted counted;

    private record Counted(Snapshot in, Choices choices) {}

    public LinkPages(Events events, Frames frames) {
        this.events = events;
        this.frames = frames;
    }

    /**
     * The ledger.
     *
     * @param count addresses that the filter admits; {@code all} those there are
     * @param query the filter for the other forms of the list, with its question mark
     */
    public record LinksPage(
            List<LinkRow> rows, int count, int all, LinkFilter filter, String query, Choices choices, Pager pager) {}

    /** What the filter offers. */
    public record Choices(List<String> years, List<Choice> topics, List<Choice> hosts) {}

    /** One choice of a filter, with how many addresses it leaves. */
    public record Choice(String value, String name, long count) {}

    public Answer list(Asking asking) {
        var snapshot = events.current();
        var filter = LinkFilter.of(asking);
        var found = filter.apply(snapshot);
        var pager = Pager.of(asking.page(), found.size(), "/links", filter::query);
        var rows = pager.cut(found).stream()
                .map(entry -> LinkRow.of(entry, asking.language()))
                .toList();
        var page = new LinksPage(
                rows,
                found.size(),
                snapshot.ledger().entries().size(),
                filter,
                filter.query(1),
                choices(snapshot),
                pager);
        return Html.of(templates.archiveLinks(frames.of(asking), page));
    }

    static List<LinkRow> rowsOf(Event event, Snapshot snapshot, Language language) {
        return snapshot.ledger().of(event).stream()
                .map(entry -> LinkRow.of(entry, language))
                .toList();
    }

    /** Counted once for each reading of the content: of 100,000 addresses it takes longer than the rest of the page. */
    private Choices choices(Snapshot snapshot) {
        var known = counted;
        if (known == null || !known.in().equals(snapshot)) {
            known = new Counted(snapshot, new Choices(years(snapshot), topics(snapshot), hosts(snapshot)));
            counted = known;
        }
        return known.choices();
    }

    private static List<String> years(Snapshot snapshot) {
        return snapshot.published().stream()
                .map(event -> String.valueOf(event.date().getYear()))
                .distinct()
                .toList();
    }

    private static List<Choice> topics(Snapshot snapshot) {
        var counts = snapshot.ledger().entries().stream()
                .flatMap(entry -> entry.mentions().stream()
                        .flatMap(mention -> Stream.ofNullable(mention.topic()))
                        .map(Topic::slug)
                        .distinct())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        return snapshot.topics().all().stream()
                .filter(topic -> counts.containsKey(topic.slug()))
                .map(topic -> new Choice(topic.slug(), topic.name(), counts.getOrDefault(topic.slug(), 0L)))
                .sorted(Comparator.comparingLong(Choice::count).reversed())
                .limit(MOST_CHOICES)
                .toList();
    }

    private static List<Choice> hosts(Snapshot snapshot) {
        Map<String, Long> counts = snapshot.ledger().entries().stream()
                .map(entry -> entry.host())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        return counts.entrySet().stream()
                .map(host -> new Choice(host.getKey(), host.getKey(), host.getValue()))
                .sorted(Comparator.comparingLong(Choice::count).reversed().thenComparing(Choice::name))
                .limit(MOST_CHOICES)
                .toList();
    }
}
