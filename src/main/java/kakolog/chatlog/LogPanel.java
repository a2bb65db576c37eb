package kakolog.chatlog;

import java.util.Map;
import java.util.Optional;
import kakolog.access.Viewer;
import kakolog.access.Viewer.SignedIn;
import kakolog.access.Viewer.Standing;
import kakolog.chatlog.LogView.Ref;
import kakolog.content.Event;
import kakolog.web.Asking;

/** What the page of an event says of its log: to its readers where it is, to anybody else that there is one. */
public final class LogPanel {
    private final ChatLogs logs;
    private final LogDoor door;
    private final AgendaPlaces places;
    private final Courses courses;

    LogPanel(ChatLogs logs, LogDoor door, AgendaPlaces places, Courses courses) {
        this.logs = logs;
        this.door = door;
        this.places = places;
        this.courses = courses;
    }

    /**
     * The panel.
     *
     * @param refusal why the reader may not have it, as a word of {@code log.panel.*}; empty where they may
     * @param href where the log is; empty where the reader may not have it or there is none
     * @param refs where the items of the agenda lead to, by their ids; empty for whom it is not
     * @param desk where organizers handle it; empty for anybody else
     */
    public record Panel(
            String refusal,
            String href,
            int messages,
            int people,
            boolean draft,
            boolean participantsToo,
            Map<String, Ref> refs,
            String desk) {
        /** Whether it tells something that not everybody may know. */
        public boolean isSecret() {
            return !href.isEmpty() || !desk.isEmpty();
        }
    }

    /** Empty where there is nothing to say. */
    public Optional<Panel> of(Event event, Asking asking) {
        boolean published = logs.has(event.slug());
        // Who is not signed in is not asked about: that may have to wait for Discord.
        var viewer = asking.visit().isSignedIn() ? asking.viewer() : Viewer.anonymous();
        boolean organizes = door.organizes(viewer);
        if (!published && !organizes) {
            return Optional.empty();
        }
        boolean participantsToo = event.logReaders() == Event.LogReaders.PARTICIPANTS;
        var desk = organizes ? LogAddress.desk(event.slug()) : "";
        var log = logs.of(event.slug()).orElse(null);
        if (!door.reads(viewer, event)) {
            return Optional.of(new Panel(refusal(viewer), "", 0, 0, false, participantsToo, Map.of(), ""));
        }
        if (log == null) {
            return Optional.of(new Panel("", "", 0, 0, false, participantsToo, Map.of(), desk));
        }
        var extent = courses.extent(log);
        return Optional.of(new Panel(
                "",
                LogAddress.of(event.slug()),
                extent.messages(),
                extent.people(),
                !log.isPublished(),
                participantsToo,
                places.refsByItem(event, log),
                desk));
    }

    private static String refusal(Viewer viewer) {
        if (viewer instanceof SignedIn signedIn) {
            return signedIn.standing() == Standing.Unclear.INSTANCE ? "unclear" : "without";
        }
        return "sign-in";
    }
}
