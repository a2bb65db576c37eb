package kakolog.chatlog;

import java.time.ZoneId;
import java.util.List;
import java.util.function.Supplier;
import kakolog.chatlog.LogDoor.Entered;
import kakolog.chatlog.LogLines.Part;
import kakolog.chatlog.LogView.Block;
import kakolog.chatlog.LogView.Course;
import kakolog.chatlog.LogView.Ref;
import kakolog.id.Snowflake;
import kakolog.template.StaticTemplates;
import kakolog.text.Days;
import kakolog.text.Messages;
import kakolog.web.Answer;
import kakolog.web.Asking;
import kakolog.web.Frames;
import kakolog.web.Html;

/** {@code /events/{slug}/log}: the evening's chat as it was, a stretch at a time. */
public final class LogPages {
    private final StaticTemplates templates = new StaticTemplates();
    private final LogDoor door;
    private final Scrolling scrolling;
    private final Gathering gathering;
    private final Casts casts;
    private final Courses courses;
    private final AgendaPlaces places;
    private final Supplier<ZoneId> zone;
    private final Frames frames;

    LogPages(
            LogDoor door,
            Scrolling scrolling,
            Gathering gathering,
            Casts casts,
            Courses courses,
            AgendaPlaces places,
            Supplier<ZoneId> zone,
            Frames frames) {
        this.door = door;
        this.scrolling = scrolling;
        this.gathering = gathering;
        this.casts = casts;
        this.courses = courses;
        this.places = places;
        this.zone = zone;
        this.frames = frames;
    }

    /**
     * A stretch of the log.
     *
     * @param draft whether only organizers see it
     * @param thread the name of the thread that it is of; empty for the channel
     * @param threadId likewise
     * @param at the time that was jumped to, for the form; empty for none
     * @param earlier where the stretch before is; empty where this is the first
     * @param topics the items of the agenda that lead into the log, in their order
     */
    public record LogPage(
            String slug,
            String date,
            boolean draft,
            String channel,
            int messages,
            int people,
            String thread,
            String threadId,
            boolean questions,
            String at,
            Course course,
            List<Block> blocks,
            String earlier,
            String later,
            List<Ref> topics,
            String desk) {}

    public Answer show(Asking asking) {
        var entered = door.enter(asking);
        var stretch = scrolling.of(entered.log(), asking, zone.get());
        return Html.of(templates.chatlogLog(frames.of(asking), page(entered, stretch, asking)))
                .unkept();
    }

    private LogPage page(Entered entered, Scrolling.Stretch stretch, Asking asking) {
        var log = entered.log();
        var shown = stretch.lines();
        var cast = casts.of(log);
        var extent = courses.extent(log);
        return new LogPage(
                log.event().value(),
                Days.date(entered.event().date(), asking.language()),
                !log.isPublished(),
                log.channelName(),
                extent.messages(),
                extent.people(),
                stretch.part() instanceof Part.OfThread one ? nameOf(one.thread(), stretch, cast, asking) : "",
                stretch.part() instanceof Part.OfThread one ? one.thread().toString() : "",
                stretch.part() == Part.Questions.INSTANCE,
                asking.parameter("at").map(EveningTime::clock).orElse(""),
                courses.of(log, zone.get()),
                gathering.blocks(entered, cast, stretch, asking),
                stretch.less() && !shown.isEmpty() ? neighbour(log, stretch.part(), "before", shown.get(0)) : "",
                stretch.more() && !shown.isEmpty()
                        ? neighbour(log, stretch.part(), "after", shown.get(shown.size() - 1))
                        : "",
                places.refs(entered.event(), log),
                door.organizes(asking.viewer()) ? LogAddress.desk(log.event()) : "");
    }

    /** Of one of which nothing is shown the name is not told either: it may lie outside the window. */
    private static String nameOf(Snowflake thread, Scrolling.Stretch stretch, Cast cast, Asking asking) {
        var known = stretch.lines().isEmpty() ? null : cast.threads().get(thread);
        if (known == null) {
            return thread.toString();
        }
        // The name went with the words that it was made of.
        return known.name().isEmpty() ? Messages.in(asking.language()).get("log.thread.in") : known.name();
    }

    private static String neighbour(Log log, Part part, String direction, Line line) {
        var address = LogAddress.of(log.event()) + "?" + direction + "=" + line.id();
        if (part instanceof Part.OfThread one) {
            return address + "&thread=" + one.thread();
        }
        return part == Part.Questions.INSTANCE ? address + "&only=questions" : address;
    }
}
