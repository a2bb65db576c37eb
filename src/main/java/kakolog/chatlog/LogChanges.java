package kakolog.chatlog;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import kakolog.blob.BlobStore;
import kakolog.chat.NamedFile;
import kakolog.chatlog.LogImport.Wish;
import kakolog.content.Event;
import kakolog.content.LocalTimes;
import kakolog.id.Snowflake;
import kakolog.search.LogRow;
import kakolog.session.Actor;
import kakolog.text.Messages;
import kakolog.web.Answer;
import kakolog.web.Asking;
import kakolog.web.BadInput;
import kakolog.web.Conflict;
import kakolog.web.NotFound;
import org.jspecify.annotations.Nullable;

/** What organizers send from the desk of a log. */
public final class LogChanges {
    private final LogDoor door;
    private final ChatLogs logs;
    private final LogLinks links;
    private final AgendaPlaces places;
    private final ImportJobs jobs;
    private final BotImport bot;
    private final LogDesk desk;
    private final LogLines lines;
    private final BlobStore blobs;
    private final Supplier<Long> mostBytes;

    /** @param mostBytes of a file that belongs to a log */
    LogChanges(
            LogDoor door,
            ChatLogs logs,
            LogLinks links,
            AgendaPlaces places,
            ImportJobs jobs,
            BotImport bot,
            LogDesk desk,
            LogLines lines,
            BlobStore blobs,
            Supplier<Long> mostBytes) {
        this.door = door;
        this.logs = logs;
        this.links = links;
        this.places = places;
        this.jobs = jobs;
        this.bot = bot;
        this.desk = desk;
        this.lines = lines;
        this.blobs = blobs;
        this.mostBytes = mostBytes;
    }

    /** Takes an export by the form; it is imported beside the pages, and the desk tells how far it is. */
    public Answer upload(Asking asking) {
        var event = door.event(asking);
        demandTurn(asking);
        var intake = LogIntake.read(asking, blobs);
        try {
            var wish = new Wish(
                    intake.text("publish").isPresent(), intake.text("drop_gone").isPresent());
            begin(event, source(event, intake), wish, asking);
            return back(event, "import");
        } catch (ImportFault fault) {
            return desk.page(event, fault.in(Messages.in(asking.language())), asking)
                    .withStatus(400);
        }
    }

    /**
     * Asks before gigabytes are taken for nothing.
     *
     * @throws Conflict where another import is under way
     */
    void demandTurn(Asking asking) {
        if (jobs.isBusy()) {
            asking.files().dropSome();
            throw new Conflict("log.import.busy");
        }
    }

    /** What was sent, ready to be read; it is put away where it is no log. */
    LogSource source(Event event, LogIntake intake) throws ImportFault {
        boolean handedOn = false;
        try {
            if (!LogRow.canHold(event.slug())) {
                throw new ImportFault("log.import.fault.no-room", event.slug().value());
            }
            List<NamedFile> files = intake.files();
            var source = ExportSource.of(files, mostBytes.get(), intake::putAway);
            handedOn = true;
            return source;
        } catch (IOException unreadable) {
            throw new ImportFault("log.import.fault.broken");
        } finally {
            if (!handedOn) {
                intake.putAway();
            }
        }
    }

    /** @throws Conflict where another import is under way */
    ImportJobs.Job begin(Event event, LogSource source, Wish wish, Asking asking) {
        return jobs.begin(event.slug(), source, wish, Actor.of(asking))
                .orElseThrow(() -> new Conflict("log.import.busy"));
    }

    /** Has the bot read the channel. */
    public Answer fetch(Asking asking) {
        var event = door.event(asking);
        var messages = Messages.in(asking.language());
        var channel = asking.field("channel").map(String::strip).flatMap(Snowflake::of);
        var from = instant(asking, "from", event);
        var until = instant(asking, "until", event);
        if (channel.isEmpty()) {
            return desk.page(event, messages.get("log.bot.no-channel"), asking).withStatus(400);
        }
        if (from == null || until == null || !from.isBefore(until)) {
            return desk.page(event, messages.get("log.window.wrong"), asking).withStatus(400);
        }
        var source =
                LogRow.canHold(event.slug()) ? bot.source(channel.get(), from, until) : Optional.<LogSource>empty();
        if (source.isEmpty()) {
            return desk.page(event, messages.get("log.import.fault.not-set-up"), asking)
                    .withStatus(400);
        }
        begin(event, source.get(), new Wish(false, asking.field("drop_gone").isPresent()), asking);
        return back(event, "import");
    }

    /** One change of the log, as the button says. */
    public Answer change(Asking asking) {
        var event = door.event(asking);
        if (asking.field("do").filter("stop"::equals).isPresent()) {
            // There may be no log yet.
            jobs.stop(event.slug());
            return back(event, "import");
        }
        var log = logs.of(event.slug()).orElseThrow(NotFound::new);
        var by = Actor.of(asking);
        var now = asking.now();
        switch (asking.field("do").orElse("")) {
            case "publish" -> logs.publish(event.slug(), by, now);
            case "withdraw" -> logs.withdraw(event.slug(), by, now);
            case "clip" -> {
                var from = instant(asking, "from", event);
                var until = instant(asking, "until", event);
                if (isTyped(asking, "from", from)
                        || isTyped(asking, "until", until)
                        || (from != null && until != null && !from.isBefore(until))) {
                    return desk.page(event, Messages.in(asking.language()).get("log.window.wrong"), asking)
                            .withStatus(400);
                }
                logs.clip(log.event(), from, until, by, now);
            }
            case "delete" -> {
                if (asking.field("sure").isEmpty()) {
                    return desk.page(event, Messages.in(asking.language()).get("log.delete-unsure"), asking)
                            .withStatus(400);
                }
                if (jobs.last(event.slug()).filter(job -> !job.isOver()).isPresent()) {
                    throw new Conflict("log.delete-busy");
                }
                logs.delete(event.slug(), by, now);
            }
            default -> throw new BadInput("error.400.text", "");
        }
        return back(event, "log");
    }

    /** Whether something was typed that is no time. */
    private static boolean isTyped(Asking asking, String field, @Nullable Instant read) {
        return read == null && !asking.field(field).orElse("").isBlank();
    }

    private static @Nullable Instant instant(Asking asking, String field, Event event) {
        return asking.field(field).flatMap(text -> LocalTimes.read(text, event)).orElse(null);
    }

    /** Says where an item of the agenda was talked about. */
    public Answer topic(Asking asking) {
        var event = door.event(asking);
        var log = logs.of(event.slug()).orElseThrow(NotFound::new);
        var item = asking.field("item").orElse("");
        if (event.items().noneMatch(one -> one.id().equals(item))) {
            throw new BadInput("log.topic.no-item", "");
        }
        boolean nowhere = asking.field("do").filter("nowhere"::equals).isPresent();
        // What is pasted may be the whole link of a message.
        var typed = asking.field("message").orElse("").strip().replaceFirst(".*m-(\\d{1,20})$", "$1");
        var message = Snowflake.of(typed);
        if (!nowhere && message.flatMap(id -> lines.find(log, id)).isEmpty()) {
            throw new BadInput("log.topic.no-message", typed);
        }
        places.set(event.slug(), item, nowhere ? null : message.orElseThrow(), Actor.of(asking), asking.now());
        return back(event, "topics");
    }

    /** Takes an address from the chat into the public links, or gives it back. */
    public Answer link(Asking asking) {
        var event = door.event(asking);
        var log = logs.of(event.slug()).orElseThrow(NotFound::new);
        if (asking.field("do").filter("return"::equals).isPresent()) {
            links.giveBack(event.slug(), asking.field("key").orElse(""), Actor.of(asking), asking.now());
            return back(event, "links");
        }
        var url = asking.field("url").orElse("");
        var candidate = links.candidates(event, log).stream()
                .filter(one -> one.url().equals(url))
                .findFirst()
                .orElseThrow(() -> new Conflict("log.links.gone"));
        var title = asking.field("title")
                .map(String::strip)
                .filter(text -> !text.isEmpty() && text.length() <= 200)
                .orElse(candidate.title());
        links.take(
                event.slug(),
                new LogLinks.Candidate(candidate.url(), title, candidate.message(), candidate.at()),
                Actor.of(asking),
                asking.now());
        return back(event, "links");
    }

    private static Answer back(Event event, String part) {
        return Answer.redirect(LogAddress.desk(event.slug()) + "#" + part);
    }
}
