package kakolog.chatlog;

import kakolog.access.Audience;
import kakolog.access.Policy;
import kakolog.access.Viewer;
import kakolog.content.Event;
import kakolog.content.Events;
import kakolog.id.EventSlug;
import kakolog.web.Asking;
import kakolog.web.NotFound;

/** Lets those in whom the log of an event is for; anybody else is answered the same, whether there is one or not. */
final class LogDoor {
    private final Events events;
    private final ChatLogs logs;
    private final Policy policy;

    LogDoor(Events events, ChatLogs logs, Policy policy) {
        this.events = events;
        this.logs = logs;
        this.policy = policy;
    }

    static Audience readersOf(Event event) {
        return new Audience.LogReadersOf(event.slug(), event.logReaders() == Event.LogReaders.PARTICIPANTS);
    }

    boolean reads(Viewer viewer, Event event) {
        return policy.admits(viewer, readersOf(event));
    }

    boolean organizes(Viewer viewer) {
        return policy.admits(viewer, Audience.organizers());
    }

    Policy policy() {
        return policy;
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

    /** An event and its log, for who may read it. */
    record Entered(Event event, Log log) {}

    /**
     * The log of the address.
     *
     * @throws NotFound where there is none yet, or a draft and the viewer is no organizer
     * @throws kakolog.access.Refused for whom it is not for
     */
    Entered enter(Asking asking) {
        var event = event(asking);
        policy.demand(asking.viewer(), readersOf(event));
        var log = logs.of(event.slug())
                .filter(found -> found.isPublished() || organizes(asking.viewer()))
                .orElseThrow(NotFound::new);
        return new Entered(event, log);
    }
}
