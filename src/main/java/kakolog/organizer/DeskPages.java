package kakolog.organizer;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import kakolog.content.Event;
import kakolog.content.Events;
import kakolog.record.Change;
import kakolog.record.Change.Kind;
import kakolog.record.Changes;
import kakolog.template.StaticTemplates;
import kakolog.text.Days;
import kakolog.text.Messages;
import kakolog.web.Answer;
import kakolog.web.Asking;
import kakolog.web.Frames;
import kakolog.web.Html;
import kakolog.web.ViewAsWords;

/** {@code /organize}: where organizers begin; {@code /organize/record}: who changed what when, in words. */
public final class DeskPages {
    private static final int EVENTS = 12;
    private static final int CHANGES = 50;
    private static final Set<Kind> TAKEN_AWAY =
            Set.of(Kind.MESSAGE_HIDDEN, Kind.MESSAGE_REMOVED, Kind.MESSAGES_REMOVED);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    private final StaticTemplates templates = new StaticTemplates();
    private final Events events;
    private final Changes changes;
    private final Frames frames;

    public DeskPages(Events events, Changes changes, Frames frames) {
        this.events = events;
        this.changes = changes;
        this.frames = frames;
    }

    /** The newest events, and the last changes. */
    public record DeskPage(List<Evening> events, List<Line> changes) {}

    /** An event on the desk. */
    public record Evening(String slug, String date, String state) {}

    /** The record, a page of it; the numbers of the pages beside it are 0 where there is none. */
    public record RecordPage(List<Line> changes, int page, int pages) {}

    /** One change in words. */
    public record Line(String date, String time, String who, String words) {}

    public Answer desk(Asking asking) {
        var messages = Messages.in(asking.language());
        var newest = events.current().all().stream()
                .limit(EVENTS)
                .map(event -> evening(event, asking, messages))
                .toList();
        return Html.of(templates.organizerDesk(frames.of(asking), new DeskPage(newest, lines(0, 5, asking))))
                .unkept();
    }

    private static Evening evening(Event event, Asking asking, Messages messages) {
        return new Evening(
                event.slug().value(),
                Days.date(event.date(), asking.language()),
                messages.get("state." + event.state(asking.now()).word()));
    }

    public Answer record(Asking asking) {
        int pages = Math.max(1, (changes.count() + CHANGES - 1) / CHANGES);
        int number = Math.min(asking.page(), pages);
        var page = new RecordPage(lines((number - 1) * CHANGES, CHANGES, asking), number, pages);
        return Html.of(templates.organizerRecord(frames.of(asking), page)).unkept();
    }

    private List<Line> lines(int offset, int limit, Asking asking) {
        var messages = Messages.in(asking.language());
        var zone = events.current().site().zone();
        return changes.newest(offset, limit).stream()
                .map(change -> line(change, zone, messages))
                .toList();
    }

    private static Line line(Change change, ZoneId zone, Messages messages) {
        var at = change.at().atZone(zone);
        var subject = switch (change.kind()) {
            case VIEW_AS_STARTED, VIEW_AS_ENDED -> ViewAsWords.of(change.subject(), messages);
            case ROLE_MATCHED,
                    PARTICIPANT_SEEN,
                    PARTICIPANT_ENDED,
                    PARTICIPANT_REVOKED,
                    PARTICIPANT_RESTORED,
                    STREAM_SET,
                    STREAM_CLEARED,
                    EVENING_ENDED,
                    EVENING_REOPENED,
                    MATERIAL_ADDED,
                    MATERIAL_SENT,
                    MATERIAL_APPROVED,
                    MATERIAL_REPLACED,
                    MATERIAL_RENAMED,
                    MATERIAL_PUBLISHED,
                    MATERIAL_MOVED,
                    MATERIAL_DELETED,
                    MATERIAL_RESTORED,
                    MATERIAL_PURGED,
                    MARK_SWITCHED_ON,
                    MARK_SWITCHED_OFF,
                    UPLOAD_LINK_MADE,
                    UPLOAD_LINK_CLOSED,
                    LOG_IMPORTED,
                    LOG_PUBLISHED,
                    LOG_WITHDRAWN,
                    LOG_CLIPPED,
                    LOG_DELETED,
                    LOG_TOPIC_SET,
                    LOG_LINK_TAKEN,
                    LOG_LINK_RETURNED,
                    MESSAGE_HIDDEN,
                    MESSAGE_REMOVED,
                    MESSAGES_REMOVED,
                    TOKEN_MADE,
                    TOKEN_REVOKED -> change.subject();
        };
        return new Line(
                Days.shortDate(at.toLocalDate(), messages.language()),
                at.format(TIME),
                who(change, messages),
                messages.get(
                        (isByAuthor(change) ? "change.own-" : "change.")
                                + change.kind().word(),
                        change.event(),
                        subject));
    }

    /** Of who took away what they had written themselves the record knows nothing more. */
    private static boolean isByAuthor(Change change) {
        return TAKEN_AWAY.contains(change.kind())
                && change.actor().isEmpty()
                && change.actorName().isEmpty();
    }

    /** A command and the holder of an upload link have a name and no account. */
    private static String who(Change change, Messages messages) {
        if (isByAuthor(change)) {
            return messages.get("change.by-author");
        }
        return change.actorName().isEmpty() ? messages.get("change.by-discord") : change.actorName();
    }
}
