package kakolog.chatlog;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import kakolog.chatlog.LogLinks.Candidate;
import kakolog.content.Event;
import kakolog.content.LocalTimes;
import kakolog.template.StaticTemplates;
import kakolog.text.Days;
import kakolog.text.Messages;
import kakolog.web.Answer;
import kakolog.web.Asking;
import kakolog.web.Frames;
import kakolog.web.Html;
import org.jspecify.annotations.Nullable;

/** {@code /organize/events/{slug}/log}: what organizers do with the log of an event. */
public final class LogDesk {
    private static final int MOST_MISSING = 200;
    private static final int MOST_CANDIDATES = 300;

    private final StaticTemplates templates = new StaticTemplates();
    private final LogDoor door;
    private final ChatLogs logs;
    private final LogFiles files;
    private final LogLinks links;
    private final Kept<List<Candidate>> candidates;
    private final AgendaPlaces places;
    private final Courses courses;
    private final ImportJobs jobs;
    private final BotImport bot;
    private final Supplier<ZoneId> zone;
    private final Frames frames;

    LogDesk(
            LogDoor door,
            ChatLogs logs,
            LogFiles files,
            LogLinks links,
            AgendaPlaces places,
            Courses courses,
            ImportJobs jobs,
            BotImport bot,
            Supplier<ZoneId> zone,
            Frames frames) {
        this.door = door;
        this.logs = logs;
        this.files = files;
        this.links = links;
        candidates = new Kept<>(() -> logs.now().keySet());
        this.places = places;
        this.courses = courses;
        this.jobs = jobs;
        this.bot = bot;
        this.zone = zone;
        this.frames = frames;
    }

    /**
     * The page.
     *
     * @param standing none, draft or published
     * @param from the time that the log is shown from, as a field of a form has it; empty where there is no such bound
     * @param running what becomes of the last import; null where there was none since the start
     * @param fault what could not be done, in words; empty otherwise
     * @param channel the id of the channel that the bot would read; empty where none is set
     */
    public record LogDeskPage(
            String slug,
            String date,
            String standing,
            int messages,
            int people,
            String from,
            String until,
            @Nullable Running running,
            String fault,
            String channel,
            boolean bot,
            String botFrom,
            String botUntil,
            int missing,
            List<Lost> lost,
            List<Topic> topics,
            List<Posted> posted,
            List<TakenLink> taken) {}

    /** An import: its phase as a word of {@code log.import.phase.*} while it runs, its result in words when it is over. */
    public record Running(String phase, int percent, String result, String fault) {}

    /** A file of which there is no copy. */
    public record Lost(String kind, String name, String fault) {}

    /** An item of the agenda, and where it leads; empty for nowhere. */
    public record Topic(String id, String text, String time, String href, String message, boolean guessed) {}

    /** An address that was posted. */
    public record Posted(String url, String title, String time, String href, String message) {}

    /** An address that was taken into the public links. */
    public record TakenLink(String key, String url, String title) {}

    public Answer show(Asking asking) {
        return page(door.event(asking), "", asking);
    }

    /** The page with what could not be done. */
    Answer page(Event event, String fault, Asking asking) {
        var messages = Messages.in(asking.language());
        var log = logs.of(event.slug()).orElse(null);
        // While an import runs the page is asked for each second, and what would be read of the log is another one
        // soon.
        boolean busy = jobs.last(event.slug()).filter(job -> !job.isOver()).isPresent();
        var extent = log == null ? new Courses.Extent(0, 0) : courses.extent(log);
        var page = new LogDeskPage(
                event.slug().value(),
                Days.date(event.date(), asking.language()),
                log == null ? "none" : log.isPublished() ? "published" : "draft",
                extent.messages(),
                extent.people(),
                log == null ? "" : local(log.shownFrom(), event),
                log == null ? "" : local(log.shownUntil(), event),
                jobs.last(event.slug()).map(job -> running(job, messages)).orElse(null),
                fault,
                bot.channel(),
                bot.isThere(),
                local(BotImport.from(event), event),
                local(BotImport.until(event), event),
                files.missing(event.slug()),
                files.missing(event.slug(), MOST_MISSING).stream()
                        .map(one -> new Lost(
                                messages.get("log.medium." + one.kind().toLowerCase(Locale.ROOT)),
                                one.name(),
                                messages.get("log.missing." + one.fault())))
                        .toList(),
                log == null || busy ? List.of() : topics(event, log),
                log == null || busy ? List.of() : posted(event, log),
                links.taken(event.slug()).stream()
                        .map(taken -> new TakenLink(taken.key(), taken.url(), taken.title()))
                        .toList());
        return Html.of(templates.chatlogDesk(frames.of(asking), page)).unkept();
    }

    private static String local(@Nullable Instant at, Event event) {
        return at == null ? "" : LocalTimes.field(at, event);
    }

    static Running running(ImportJobs.Job job, Messages messages) {
        var result = job.imported()
                .map(done -> messages.get(
                        "log.import.done",
                        done.read(),
                        done.added(),
                        done.changed(),
                        done.withheld(),
                        done.gone(),
                        done.total()))
                .orElse("");
        return new Running(
                job.isOver() ? "" : job.phase().name().toLowerCase(Locale.ROOT),
                (int) Math.round(job.share() * 100),
                result,
                job.fault().map(fault -> fault.in(messages)).orElse(""));
    }

    private List<Topic> topics(Event event, Log log) {
        var found = places.of(event, log);
        return event.items()
                .filter(item -> !item.namesSpeakers() && !item.text().isBlank())
                .map(item -> {
                    var place = found.get(item.id());
                    return place == null
                            ? new Topic(item.id(), item.text(), "", "", "", false)
                            : new Topic(
                                    item.id(),
                                    item.text(),
                                    Days.time(place.at().atZone(zone.get())),
                                    LogAddress.message(event.slug(), place.message()),
                                    place.message().toString(),
                                    place.guessed());
                })
                .toList();
    }

    private List<Posted> posted(Event event, Log log) {
        return candidates.of(log, event.agenda(), () -> firstCandidates(event, log)).stream()
                .map(candidate -> new Posted(
                        candidate.url(),
                        candidate.title(),
                        Days.time(candidate.at().atZone(zone.get())),
                        LogAddress.message(event.slug(), candidate.message()),
                        candidate.message().toString()))
                .toList();
    }

    /** What is taken and given back makes another version of the log. */
    private List<Candidate> firstCandidates(Event event, Log log) {
        return links.candidates(event, log).stream().limit(MOST_CANDIDATES).toList();
    }
}
