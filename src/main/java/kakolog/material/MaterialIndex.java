package kakolog.material;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kakolog.access.Audience;
import kakolog.blob.BlobId;
import kakolog.content.Event;
import kakolog.content.Snapshot;
import kakolog.id.EventSlug;
import kakolog.search.Document;
import kakolog.search.Kind;
import kakolog.search.SearchIndex;
import kakolog.search.Source;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the search index in step with the materials: their titles and the text of every page, each to be found by those whom
 * the material is for, and by organizers alone before it is published. Thread safe.
 */
public final class MaterialIndex {
    private static final String SOURCES = "materials/";

    private final Materials materials;
    private final Previews previews;
    private final Supplier<Snapshot> content;
    private final Supplier<Optional<SearchIndex>> index;
    /** The stretch of time for which what is entered is right; null before anything is. */
    private @Nullable Instant enteredAt;

    private @Nullable Instant rightUntil;
    private @Nullable Snapshot enteredOf;
    /** What was entered of each event: while that is the same, nothing of it need be read again. */
    private final Map<EventSlug, List<Object>> entered = new HashMap<>();

    /** @param index empty before it is ready */
    public MaterialIndex(
            Materials materials, Previews previews, Supplier<Snapshot> content, Supplier<Optional<SearchIndex>> index) {
        this.materials = materials;
        this.previews = previews;
        this.content = content;
        this.index = index;
    }

    /**
     * Brings it up to date where the content has changed, or the clock has passed an instant at which something is published,
     * forwards or backwards.
     */
    public synchronized void catchUp(Instant now) {
        var since = enteredAt;
        var until = rightUntil;
        boolean right = since != null && !now.isBefore(since) && (until == null || now.isBefore(until));
        if (!right || !content.get().equals(enteredOf)) {
            update(now);
        }
    }

    /** Enters what is new or changed and takes out what is gone. */
    public synchronized void update(Instant now) {
        var ready = index.get();
        if (ready.isEmpty()) {
            return;
        }
        var snapshot = content.get();
        var known = ready.get().fingerprints();
        var gone = new HashSet<>(
                known.keySet().stream().filter(name -> name.startsWith(SOURCES)).toList());
        Instant next = null;
        for (var slug : events()) {
            var event = snapshot.find(slug);
            if (event.isEmpty()) {
                continue;
            }
            var state = state(event.get(), now);
            var name = source(slug);
            if (state.equals(entered.get(slug)) && known.containsKey(name)) {
                gone.remove(name);
            } else if (enter(ready.get(), event.get(), known.get(name), now)) {
                gone.remove(name);
                entered.put(slug, state);
            }
            next = earlier(next, nextChange(event.get(), now));
        }
        gone.forEach(ready.get()::remove);
        enteredOf = snapshot;
        enteredAt = now;
        rightUntil = next;
    }

    /** Enters an event's materials, where they are not entered so already; tells whether there are any. */
    private boolean enter(SearchIndex into, Event event, @Nullable String fingerprint, Instant now) {
        var source = Source.of(source(event.slug()), documents(event, now));
        if (!source.documents().isEmpty() && !source.fingerprint().equals(fingerprint)) {
            into.replace(source.name(), source.fingerprint(), source.documents());
        }
        return !source.documents().isEmpty();
    }

    /** All that the documents of an event follow from. */
    private List<Object> state(Event event, Instant now) {
        var state = new ArrayList<Object>();
        for (var material : materials.of(event.slug())) {
            state.add(material);
            state.add(material.isPublished(event, now));
            material.latest()
                    .content()
                    .file()
                    .ifPresent(file -> state.add(previews.of(file.blob()).pages()));
        }
        return state;
    }

    private Set<EventSlug> events() {
        return materials.all().stream()
                .filter(material -> !material.isDeleted())
                .map(Material::event)
                .collect(Collectors.toSet());
    }

    /** Whether a PDF is among the materials as they are now. */
    boolean holds(BlobId pdf) {
        return materials.all().stream()
                .anyMatch(material -> material.latest()
                        .content()
                        .file()
                        .filter(file -> file.blob().equals(pdf))
                        .isPresent());
    }

    private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isBefore(other) ? one : other;
    }

    private @Nullable Instant nextChange(Event event, Instant now) {
        return materials.of(event.slug()).stream()
                .flatMap(material -> material.nextPublication(event, now).stream())
                .min(Instant::compareTo)
                .orElse(null);
    }

    private List<Document> documents(Event event, Instant now) {
        return materials.of(event.slug()).stream()
                .filter(material -> !material.isWaiting())
                .flatMap(material -> documents(material, event, now))
                .toList();
    }

    private Stream<Document> documents(Material material, Event event, Instant now) {
        var audience = new Shown(material, event, now).audience();
        var documents = new ArrayList<Document>();
        documents.add(whole(material, audience));
        var texts = material.latest()
                .content()
                .file()
                .map(file -> file.type() == FileType.PDF ? previews.texts(file.blob()) : List.<String>of())
                .orElse(List.of());
        for (int page = 1; page <= texts.size(); page++) {
            var text = texts.get(page - 1);
            if (!text.isBlank()) {
                documents.add(page(material, page, text, audience));
            }
        }
        return documents.stream();
    }

    private static Document whole(Material material, Audience audience) {
        boolean isLink = material.latest().content() instanceof Content.Outside;
        return new Document(
                source(material.event()) + "#" + material.id(),
                Kind.MATERIAL,
                source(material.event()),
                material.event().date(),
                isLink ? Address.of(material) : Address.viewer(material),
                material.title().text(),
                "",
                material.latest().content() instanceof Content.Outside outside
                        ? outside.url().toString()
                        : material.name().value(),
                audience,
                isLink);
    }

    private static Document page(Material material, int page, String text, Audience audience) {
        return new Document(
                source(material.event()) + "#" + material.id() + "-" + page,
                Kind.MATERIAL,
                source(material.event()),
                material.event().date(),
                Address.viewer(material, page),
                "",
                material.title().text() + " › " + page,
                text,
                audience,
                text.contains("://"));
    }

    private static String source(EventSlug event) {
        return SOURCES + event;
    }
}
