package kakolog.content;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import kakolog.access.Audience;
import kakolog.access.Guarded;
import kakolog.id.EventSlug;
import org.jspecify.annotations.Nullable;

/**
 * One talk evening as its file tells it.
 *
 * @param title null where the evening has none but its date
 * @param role the name of the dated role
 * @param hosts handles, without the @
 * @param guests handles, without the @
 * @param attendance how many came; null where nobody counted
 * @param lead safe HTML before the agenda; empty where there is none
 * @param speakers handles that the agenda names for the whole evening
 * @param closing safe HTML after the agenda
 * @param chatLinks from the chat of the evening, that organizers took in; they stand in no file
 */
public record Event(
        EventSlug slug,
        Timetable times,
        @Nullable String title,
        String role,
        List<String> hosts,
        List<String> guests,
        @Nullable Integer attendance,
        Status status,
        LogReaders logReaders,
        String lead,
        List<AgendaItem> agenda,
        List<String> speakers,
        String closing,
        List<Link> chatLinks)
        implements Guarded {
    public Event {
        hosts = List.copyOf(hosts);
        guests = List.copyOf(guests);
        agenda = List.copyOf(agenda);
        speakers = List.copyOf(speakers);
        chatLinks = List.copyOf(chatLinks);
    }

    /** What the organizers said of the event. */
    public enum Status {
        ANNOUNCED,
        DRAFT,
        CALLED_OFF
    }

    /** Who besides boosters reads the past log of the event. */
    public enum LogReaders {
        BOOSTERS,
        PARTICIPANTS
    }

    public LocalDate date() {
        return slug.date();
    }

    public EventState state(Instant now) {
        return switch (status) {
            case DRAFT -> EventState.DRAFT;
            case CALLED_OFF -> EventState.CALLED_OFF;
            case ANNOUNCED -> times.at(now);
        };
    }

    /** A draft is the organizers' own; anything else is everyone's. */
    @Override
    public Audience audience() {
        return status == Status.DRAFT ? Audience.organizers() : Audience.everyone();
    }

    /** Nobody else learns of a draft. */
    @Override
    public boolean isHidden() {
        return status == Status.DRAFT;
    }

    /** All items at all depths, in reading order. */
    public Stream<AgendaItem> items() {
        return agenda.stream().flatMap(AgendaItem::walk);
    }

    /** All links of the agenda, in reading order. */
    public List<Link> links() {
        return items().flatMap(item -> item.links().stream()).toList();
    }

    /** The same evening, ended at this instant by an organizer. */
    Event endedAt(Instant instant) {
        return with(times.endedAt(instant), chatLinks);
    }

    /** The same evening with links from its chat. */
    Event withChatLinks(List<Link> links) {
        return with(times, links);
    }

    private Event with(Timetable otherTimes, List<Link> otherLinks) {
        return new Event(
                slug,
                otherTimes,
                title,
                role,
                hosts,
                guests,
                attendance,
                status,
                logReaders,
                lead,
                agenda,
                speakers,
                closing,
                otherLinks);
    }
}
