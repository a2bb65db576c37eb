package kakolog.organizer;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import kakolog.access.Audience;
import kakolog.access.Policy;
import kakolog.access.Viewer;
import kakolog.access.Viewer.SignedIn;
import kakolog.access.Viewer.Standing;
import kakolog.content.Event;
import kakolog.content.Events;
import kakolog.evening.WatchPanel;
import kakolog.id.EventSlug;
import kakolog.id.Snowflake;
import kakolog.session.Actor;
import kakolog.session.Membership;
import kakolog.session.Participation;
import kakolog.session.Participation.Participant;
import kakolog.template.StaticTemplates;
import kakolog.text.Days;
import kakolog.text.Messages;
import kakolog.web.Answer;
import kakolog.web.Asking;
import kakolog.web.BadInput;
import kakolog.web.Frames;
import kakolog.web.Html;
import kakolog.web.NotFound;
import org.jspecify.annotations.Nullable;

/** {@code /organize/events/{slug}}: who may see what of one event now, by the same policy that decides it, and who takes part. */
public final class AccessPages {
    private static final Snowflake SOMEBODY = new Snowflake(0);

    private final StaticTemplates templates = new StaticTemplates();
    private final Events events;
    private final WatchPanel evenings;
    private final Policy policy;
    private final Participation participation;
    private final @Nullable Membership membership;
    private final Frames frames;
    private final Runnable changed;

    /**
     * @param membership null where nobody has set up Discord
     * @param changed run after each change, so that no page shows what was before
     */
    public AccessPages(
            Events events,
            WatchPanel evenings,
            Policy policy,
            Participation participation,
            @Nullable Membership membership,
            Frames frames,
            Runnable changed) {
        this.events = events;
        this.evenings = evenings;
        this.policy = policy;
        this.participation = participation;
        this.membership = membership;
        this.frames = frames;
        this.changed = changed;
    }

    /**
     * Who may see what.
     *
     * @param now the moment of which the table speaks
     * @param things the columns, in words
     */
    public record AccessPage(
            String slug, String date, String now, List<String> things, List<Row> rows, List<Person> participants) {}

    /**
     * A kind of person.
     *
     * @param viewAs the word to look as one; empty where one cannot
     * @param may one for each thing
     */
    public record Row(String who, String viewAs, List<Boolean> may) {}

    /** Somebody who was seen holding the dated role. */
    public record Person(String id, String name, String seen, String state, boolean revoked) {}

    /** A thing of the event, as its audience sees it. */
    private record Thing(String key, Audience audience) {}

    public Answer show(Asking asking) {
        var event = find(asking);
        var messages = Messages.in(asking.language());
        var things = things(event, asking.now());
        var page = new AccessPage(
                event.slug().value(),
                Days.date(event.date(), asking.language()),
                Days.time(asking.now().atZone(events.current().site().zone())),
                things.stream()
                        .map(thing -> messages.get("access.thing." + thing.key()))
                        .toList(),
                rows(event, things, asking.now(), messages),
                participation.of(event.slug()).stream()
                        .map(participant -> person(participant, asking, messages))
                        .toList());
        return Html.of(templates.organizerAccess(frames.of(asking), page)).unkept();
    }

    private List<Thing> things(Event event, Instant now) {
        var ofParticipants = new Audience.ParticipantsOf(event.slug());
        boolean participantsToo = event.logReaders() == Event.LogReaders.PARTICIPANTS;
        return List.of(
                new Thing("page", event.audience()),
                new Thing("stream", evenings.audience(event, now)),
                new Thing("materials", ofParticipants),
                new Thing("log", new Audience.LogReadersOf(event.slug(), participantsToo)),
                new Thing("desk", Audience.organizers()));
    }

    private List<Row> rows(Event event, List<Thing> things, Instant now, Messages messages) {
        var slug = event.slug();
        var other = EventSlug.of("1970-01-01").orElseThrow();
        var rows = new ArrayList<Row>();
        rows.add(row("anonymous", "anonymous", Viewer.anonymous(), things, messages));
        rows.add(row("outsider", "", new SignedIn(SOMEBODY, new Standing.Outsider(now)), things, messages));
        rows.add(row("member", "member", member(now, false, false, Set.of()), things, messages));
        rows.add(row("participant", "participant/" + slug, member(now, false, false, Set.of(slug)), things, messages));
        rows.add(row("another", "", member(now, false, false, Set.of(other)), things, messages));
        rows.add(row("booster", "booster", member(now, true, false, Set.of()), things, messages));
        rows.add(row("organizer", "", member(now, false, true, Set.of()), things, messages));
        return rows;
    }

    private Row row(String who, String viewAs, Viewer viewer, List<Thing> things, Messages messages) {
        return new Row(
                messages.get("access.who." + who),
                viewAs,
                things.stream()
                        .map(thing -> policy.admits(viewer, thing.audience()))
                        .toList());
    }

    private static Viewer member(Instant now, boolean booster, boolean organizer, Set<EventSlug> events) {
        return new SignedIn(SOMEBODY, new Standing.Member(now, Set.of(), booster, organizer, events));
    }

    private Person person(Participant participant, Asking asking, Messages messages) {
        var seen = participant.seenAt().atZone(events.current().site().zone());
        var state = participant.revoked() ? "revoked" : participant.ended() ? "ended" : "valid";
        return new Person(
                participant.person().toString(),
                participant.name(),
                Days.shortDate(seen.toLocalDate(), asking.language()) + " " + Days.time(seen),
                messages.get("access.state." + state),
                participant.revoked());
    }

    /** Takes a participant's right away, or gives it back. */
    public Answer rule(Asking asking) {
        var event = find(asking);
        var person = Snowflake.of(asking.field("person").orElse(""))
                .orElseThrow(() -> new BadInput("access.bad-person", ""));
        var right = asking.field("right")
                .filter(Set.of("revoke", "restore")::contains)
                .orElseThrow(() -> new BadInput("error.400.text", ""));
        boolean revoked = right.equals("revoke");
        participation.rule(event.slug(), person, revoked, Actor.of(asking), asking.now());
        if (membership != null) {
            membership.forget(person);
        }
        changed.run();
        return Answer.redirect("/organize/events/" + event.slug() + "#participants");
    }

    private Event find(Asking asking) {
        var event = EventSlug.of(asking.name("slug"))
                .flatMap(events.current()::find)
                .orElseThrow(NotFound::new);
        return policy.grant(asking.viewer(), event).thing();
    }
}
