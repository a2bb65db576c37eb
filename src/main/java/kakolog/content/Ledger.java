package kakolog.content;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kakolog.id.EventSlug;
import org.jspecify.annotations.Nullable;

/** The link ledger: each address once, with every evening and topic that named it. Immutable. */
public final class Ledger {
    private static final Pattern TRACKING = Pattern.compile("utm_[A-Za-z0-9_]*(?:=.*)?");

    private final List<Entry> entries;
    private final Map<EventSlug, List<Entry>> byEvent = new HashMap<>();

    /**
     * One address.
     *
     * @param address the earliest spelling of it, as written
     * @param key the normalised address: what makes two spellings one
     * @param title the earliest title
     * @param otherTitles later titles that differ
     * @param host in lower case
     * @param mentions in order of time
     */
    public record Entry(
            String address, String key, String title, List<String> otherTitles, String host, List<Mention> mentions) {
        public Entry {
            otherTitles = List.copyOf(otherTitles);
            mentions = List.copyOf(mentions);
        }

        /** An entry is known by its address; what hangs on its mentions is large. */
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Entry entry && key.equals(entry.key);
        }

        @Override
        public int hashCode() {
            return key.hashCode();
        }

        public Event first() {
            return mentions.get(0).event();
        }

        public Event last() {
            return mentions.get(mentions.size() - 1).event();
        }
    }

    /**
     * One place that named the address.
     *
     * @param item the agenda item that holds the link
     * @param topic the topic it stands under; null where it stands under none
     */
    public record Mention(
            Event event,
            AgendaItem item,
            Link link,
            @Nullable Topic topic) {}

    /** Where links from the chat of an evening stand: below its agenda, among all its links. */
    private static final AgendaItem FROM_CHAT =
            new AgendaItem("links", "過去ログ", "過去ログ", null, List.of(), List.of(), List.of());

    /** Enters the links of these events, which come in order of time. */
    Ledger(List<Event> events, Topics topics) {
        var mentions = new LinkedHashMap<String, List<Mention>>();
        var keysByEvent = new LinkedHashMap<EventSlug, Set<String>>();
        for (var event : events) {
            var keys = keysByEvent.computeIfAbsent(event.slug(), slug -> new LinkedHashSet<>());
            for (var top : event.agenda()) {
                var topic = topics.of(top).orElse(null);
                top.walk()
                        .forEach(item -> item.links().forEach(link -> {
                            var key = normalise(link.url());
                            keys.add(key);
                            mentions.computeIfAbsent(key, named -> new ArrayList<>())
                                    .add(new Mention(event, item, link, topic));
                        }));
            }
            for (var link : event.chatLinks()) {
                var key = normalise(link.url());
                keys.add(key);
                mentions.computeIfAbsent(key, named -> new ArrayList<>())
                        .add(new Mention(event, FROM_CHAT, link, null));
            }
        }
        var byKey = new HashMap<String, Entry>();
        mentions.forEach((key, all) -> byKey.put(key, entry(key, all)));
        entries = mentions.keySet().stream()
                .flatMap(key -> Stream.ofNullable(byKey.get(key)))
                .sorted(Comparator.comparing((Entry entry) -> entry.last().slug())
                        .reversed())
                .toList();
        keysByEvent.forEach((slug, keys) -> byEvent.put(
                slug,
                keys.stream().flatMap(key -> Stream.ofNullable(byKey.get(key))).toList()));
    }

    /** The addresses that this event named, in the order of its agenda. */
    public List<Entry> of(Event event) {
        return byEvent.getOrDefault(event.slug(), List.of());
    }

    /** All addresses, those named last first. */
    public List<Entry> entries() {
        return entries;
    }

    private static Entry entry(String key, List<Mention> mentions) {
        var link = mentions.get(0).link();
        var titles = new LinkedHashSet<String>();
        mentions.forEach(mention -> titles.add(mention.link().title()));
        titles.remove(link.title());
        return new Entry(link.url(), key, link.title(), List.copyOf(titles), host(key), mentions);
    }

    /**
     * What two spellings of one address have in common: no trailing slash of the path, no {@code utm_*} in the query, the
     * host in lower case. Scheme, query, fragment and the case of the path count.
     */
    public static String normalise(String address) {
        int schemeEnd = address.indexOf("://");
        int hostStart = schemeEnd + 3;
        int hostEnd = end(address, hostStart, "/?#");
        int pathEnd = end(address, hostEnd, "?#");
        int queryEnd = end(address, pathEnd, "#");
        int lastOfPath = pathEnd;
        while (lastOfPath > hostEnd && address.charAt(lastOfPath - 1) == '/') {
            lastOfPath--;
        }
        return address.substring(0, hostEnd).toLowerCase(Locale.ROOT)
                + address.substring(hostEnd, lastOfPath)
                + withoutTracking(address.substring(pathEnd, queryEnd))
                + address.substring(queryEnd);
    }

    /** A query with its question mark, or nothing where nothing is left. */
    private static String withoutTracking(String query) {
        if (query.length() <= 1) {
            return "";
        }
        var kept = Arrays.stream(query.substring(1).split("&"))
                .filter(pair -> !TRACKING.matcher(pair).matches())
                .collect(Collectors.joining("&"));
        return kept.isEmpty() ? "" : "?" + kept;
    }

    private static int end(String address, int from, String marks) {
        int at = from;
        while (at < address.length() && marks.indexOf(address.charAt(at)) < 0) {
            at++;
        }
        return at;
    }

    private static String host(String address) {
        try {
            return Optional.ofNullable(new URI(address).getHost()).orElse("");
        } catch (URISyntaxException unusual) {
            int start = address.indexOf("://") + 3;
            return address.substring(start, end(address, start, "/?#:"));
        }
    }
}
