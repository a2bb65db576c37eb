package kakolog.content;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All topics of the archive, and which topic each top-level item belongs to. Immutable. */
public final class Topics {
    private final Map<String, Topic> bySlug = new LinkedHashMap<>();
    private final Map<String, Topic> byWording = new HashMap<>();

    /** Finds the topics of these events, which come in order of time. */
    Topics(Site site, List<Event> events) {
        var names = new HashMap<String, String>();
        site.topics().forEach(topic -> {
            names.put(topic.name(), topic.name());
            topic.aliases().forEach(alias -> names.put(alias, topic.name()));
        });
        var appearances = new LinkedHashMap<String, List<Topic.Appearance>>();
        for (var event : events) {
            for (var item : event.agenda()) {
                if (!item.text().isEmpty() && !item.namesSpeakers()) {
                    appearances
                            .computeIfAbsent(names.getOrDefault(item.text(), item.text()), name -> new ArrayList<>())
                            .add(new Topic.Appearance(event, item));
                }
            }
        }
        var slugs = slugs(site, appearances.keySet());
        appearances.forEach((name, seen) -> add(slugs.get(name), name, seen));
    }

    private void add(@Nullable String slug, String name, List<Topic.Appearance> appearances) {
        if (slug == null) {
            throw new IllegalStateException("no slug for a topic");
        }
        var wordings =
                appearances.stream().map(seen -> seen.item().text()).distinct().toList();
        var topic = new Topic(slug, name, wordings, appearances);
        bySlug.put(slug, topic);
        wordings.forEach(wording -> byWording.put(wording, topic));
    }

    /** All topics, in order of first appearance. */
    public Collection<Topic> all() {
        return List.copyOf(bySlug.values());
    }

    public Optional<Topic> find(String slug) {
        return Optional.ofNullable(bySlug.get(slug));
    }

    /** The topic of a top-level item; empty for one that only names speakers or holds only code. */
    public Optional<Topic> of(AgendaItem topLevelItem) {
        return Optional.ofNullable(byWording.get(topLevelItem.text()));
    }

    /** Topics that site.yaml names take their slugs first, so an unnamed one never pushes them aside. */
    private static Map<String, String> slugs(Site site, Set<String> names) {
        var slugs = new HashMap<String, String>();
        var taken = new HashSet<String>();
        for (var topic : site.topics()) {
            slugs.put(topic.name(), free(slug(topic.name()), topic.name(), taken));
        }
        for (var name : names) {
            slugs.computeIfAbsent(name, unnamed -> free(slug(unnamed), unnamed, taken));
        }
        return slugs;
    }

    private static String free(String slug, String name, Set<String> taken) {
        var free = taken.contains(slug) ? slug + "-" + Integer.toHexString(name.hashCode()) : slug;
        for (int number = 2; !taken.add(free); number++) {
            free = slug + "-" + number;
        }
        return free;
    }

    /** Letters and digits of any script in lower case, joined by hyphens: {@code WebTransport / HTTP/3} is {@code webtransport-http-3}. */
    static String slug(String name) {
        var folded = Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        var slug = folded.replaceAll("\\+", "p")
                .replaceAll("[^\\p{L}\\p{N}\\p{M}ー]+", "-")
                .replaceAll("^-+|-+$", "");
        return slug.isEmpty() ? "topic" : slug;
    }
}
