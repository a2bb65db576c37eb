package kakolog.material;

import java.util.Optional;
import kakolog.access.Audience;
import kakolog.access.Granted;
import kakolog.access.Policy;
import kakolog.content.Event;
import kakolog.content.Events;
import kakolog.id.EventSlug;
import kakolog.web.Asking;
import kakolog.web.NotFound;

/**
 * Lets those in whom the materials of an event are for. What it answers to anybody else is the same for a name that is there
 * and for one that is not.
 */
final class Door {
    private final Events events;
    private final Materials materials;
    private final Policy policy;

    Door(Events events, Materials materials, Policy policy) {
        this.events = events;
        this.materials = materials;
        this.policy = policy;
    }

    /**
     * The event of the address.
     *
     * @throws NotFound where there is none
     * @throws kakolog.access.Refused where it is a draft and the viewer no organizer
     */
    Event event(Asking asking) {
        var event = EventSlug.of(asking.name("slug"))
                .flatMap(events.current()::find)
                .orElseThrow(NotFound::new);
        return policy.grant(asking.viewer(), event).thing();
    }

    /**
     * The event of the address, for whom its materials are for.
     *
     * @throws kakolog.access.Refused for anybody else
     */
    Event eventOfHolder(Asking asking) {
        var event = event(asking);
        policy.demand(asking.viewer(), new Audience.ParticipantsOf(event.slug()));
        return event;
    }

    /**
     * The material of the address.
     *
     * @throws NotFound where there is none by that name, or none that this holder may have yet
     * @throws kakolog.access.Refused for whom the event's materials are not for
     */
    Granted<Shown> material(Asking asking) {
        var event = eventOfHolder(asking);
        return materials
                .find(event.slug(), asking.name("name"))
                .flatMap(material -> granted(material, event, asking))
                .orElseThrow(NotFound::new);
    }

    /** The key to a material; empty where this viewer may not have it now. */
    Optional<Granted<Shown>> granted(Material material, Event event, Asking asking) {
        return policy.grantIfAdmitted(asking.viewer(), new Shown(material, event, asking.now()));
    }

    /**
     * The key to the file of a material that the viewer has been granted.
     *
     * @throws NotFound where it has no such revision, or that is no file
     */
    Granted<ShownFile> file(Granted<Shown> shown, Revision revision, Asking asking) {
        return shown.thing()
                .file(revision)
                .map(file -> policy.grant(asking.viewer(), file))
                .orElseThrow(NotFound::new);
    }
}
