package kakolog.archive;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kakolog.content.AgendaItem;
import kakolog.content.Event;
import kakolog.content.Link;
import kakolog.content.SignUpLine;
import kakolog.content.Snapshot;
import kakolog.content.Topic;
import kakolog.web.Json;
import kakolog.web.PublicUrl;
import org.jspecify.annotations.Nullable;

/**
 * One event in the API.
 *
 * @param url of its page
 * @param end null where nobody stated it
 * @param attendance null where nobody counted
 * @param hasMaterials whether there are published ones
 * @param materials those that the viewer may have; null for everybody else
 * @param streamUrl the viewing URL; null for everybody who may not have it now
 * @param links every link of the agenda, in reading order
 */
record WholeEvent(
        String slug,
        String url,
        String date,
        String start,
        @Nullable String end,
        String zone,
        @Nullable String title,
        String role,
        String state,
        SignUp signup,
        List<String> hosts,
        List<String> guests,
        @Nullable Integer attendance,
        List<Item> agenda,
        List<NamedLink> links,
        boolean hasMaterials,
        boolean hasLog,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<Map<String, @Nullable Object>> materials,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String streamUrl) {

    /**
     * How to sign up.
     *
     * @param text the line to post
     * @param closesAt the first instant at which it is too late
     */
    record SignUp(String text, String closesAt) {}

    /** A line of the agenda with all below it; the code is left out where there is none. */
    record Item(
            String id,
            String text,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String code,

            List<Link> links,
            List<String> speakers,
            List<Item> children) {
        static Item of(AgendaItem item) {
            return new Item(
                    item.id(),
                    item.text(),
                    item.code(),
                    item.links(),
                    item.speakers(),
                    item.children().stream().map(Item::of).toList());
        }
    }

    /** A link of the agenda; the topic is the name of the one it stands under, null where it stands under none. */
    record NamedLink(String title, String url, @Nullable String topic) {}

    /** What hangs on the viewer, and the facts that everybody may know. */
    record Gated(
            boolean hasMaterials,
            boolean hasLog,
            @Nullable List<Map<String, @Nullable Object>> materials,
            @Nullable String streamUrl) {
        /** Whether it tells something that not everybody may know. */
        boolean isOpen() {
            return materials != null || streamUrl != null;
        }
    }

    static WholeEvent of(Event event, Snapshot snapshot, PublicUrl publicUrl, Gated gated, Instant now) {
        var times = event.times();
        var end = times.statedEnd();
        return new WholeEvent(
                event.slug().value(),
                publicUrl.of(Place.of(event).href()),
                event.date().toString(),
                Json.time(times.start()),
                end == null ? null : Json.time(end),
                snapshot.site().zone().getId(),
                event.title(),
                event.role(),
                event.state(now).word(),
                new SignUp(SignUpLine.of(event), Json.time(times.closed())),
                event.hosts(),
                event.guests(),
                event.attendance(),
                event.agenda().stream().map(Item::of).toList(),
                Stream.concat(
                                event.agenda().stream().flatMap(top -> links(top, snapshot).stream()),
                                event.chatLinks().stream().map(link -> new NamedLink(link.title(), link.url(), null)))
                        .toList(),
                gated.hasMaterials(),
                gated.hasLog(),
                gated.materials(),
                gated.streamUrl());
    }

    private static List<NamedLink> links(AgendaItem top, Snapshot snapshot) {
        var topic = snapshot.topics().of(top).map(Topic::name).orElse(null);
        return top.walk()
                .flatMap(item -> item.links().stream())
                .map(link -> new NamedLink(link.title(), link.url(), topic))
                .toList();
    }
}
