package kakolog.chatlog;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import kakolog.access.Viewer.SignedIn;
import kakolog.chat.Markup;
import kakolog.chatlog.Removals.Trace;
import kakolog.db.Database;
import kakolog.id.EventSlug;
import kakolog.id.Snowflake;
import kakolog.record.Change;
import kakolog.session.Actor;
import kakolog.template.StaticTemplates;
import kakolog.text.Days;
import kakolog.web.Answer;
import kakolog.web.Asking;
import kakolog.web.BadInput;
import kakolog.web.Frames;
import kakolog.web.Html;
import kakolog.web.NotFound;
import org.jspecify.annotations.Nullable;

/**
 * What of somebody's is kept in the logs, and taking it away: {@code /me/messages} for themselves, whether or not they may read the
 * logs, and the pages of single messages for them and for organizers.
 */
public final class MessagePages {
    private static final int ON_A_PAGE = 100;

    private final StaticTemplates templates = new StaticTemplates();
    private final Database database;
    private final LogDoor door;
    private final ChatLogs logs;
    private final Casts casts;
    private final Removals removals;
    private final Supplier<ZoneId> zone;
    private final Frames frames;

    MessagePages(
            Database database,
            LogDoor door,
            ChatLogs logs,
            Casts casts,
            Removals removals,
            Supplier<ZoneId> zone,
            Frames frames) {
        this.database = database;
        this.door = door;
        this.logs = logs;
        this.casts = casts;
        this.removals = removals;
        this.zone = zone;
        this.frames = frames;
    }

    /**
     * The reader's own messages, newest first.
     *
     * @param earlier where older ones are; empty for nowhere
     */
    public record OwnMessagesPage(int count, List<Kept> messages, String earlier, String fault) {}

    /** One message: where it can be taken away, when and in which log it was said, and how it begins. */
    public record Kept(String more, String date, String time, String words, int files) {}

    /**
     * One message, to be taken away.
     *
     * @param action where the form is sent to
     * @param back where one came from
     * @param author of the message; empty where it is the reader's own
     * @param href where it is in the log; empty for who may not read that
     * @param topics the items of the agenda that could lead to it; empty for all but organizers
     */
    public record MessagePage(
            String action,
            String back,
            String author,
            String date,
            String time,
            String words,
            String href,
            String fault,
            List<Choice> topics,
            String topicAction,
            String id) {}

    /** An item of the agenda to choose. */
    public record Choice(String id, String text) {}

    /** A message with the event of its log. */
    private record Own(EventSlug event, Line line) {}

    /** How many of somebody's messages are kept. */
    public int count(Snowflake person) {
        return database.reader()
                .withHandle(handle -> handle.createQuery("select count(*) from log_message where author = :person")
                        .bind("person", OrderedIds.of(person))
                        .mapTo(Integer.class)
                        .one());
    }

    private static Snowflake self(Asking asking) {
        if (asking.visit().self() instanceof SignedIn person) {
            return person.id();
        }
        throw new NotFound();
    }

    public Answer own(Asking asking) {
        return own("", asking);
    }

    private Answer own(String fault, Asking asking) {
        var self = self(asking);
        int offset = (asking.page() - 1) * ON_A_PAGE;
        var found = database.reader()
                .withHandle(handle -> handle.createQuery("""
                        select event, row, id, thread, author, sent_at, traits, body from log_message
                        where author = :person order by id desc limit :limit offset :offset
                        """)
                        .bind("person", OrderedIds.of(self))
                        .bind("limit", ON_A_PAGE + 1)
                        .bind("offset", offset)
                        .map((row, context) -> new Own(new EventSlug(row.getString("event")), LogLines.line(row)))
                        .list());
        var shown =
                found.stream().limit(ON_A_PAGE).map(own -> kept(own, asking)).toList();
        var earlier = found.size() > ON_A_PAGE ? "/me/messages?page=" + (asking.page() + 1) : "";
        var page = new OwnMessagesPage(count(self), shown, earlier, fault);
        return Html.of(templates.chatlogOwn(frames.of(asking), page)).unkept();
    }

    private Kept kept(Own own, Asking asking) {
        var message = own.line().message();
        var at = own.line().at().atZone(zone.get());
        return new Kept(
                "/me/messages/" + own.line().id(),
                Days.shortDate(at.toLocalDate(), asking.language()),
                Days.time(at),
                message == null ? "" : Markup.plain(message.text()),
                message == null ? 0 : Words.attachments(message).size());
    }

    /** All that the reader has written goes. */
    public Answer removeAll(Asking asking) {
        if (asking.field("sure").isEmpty()) {
            return own("unsure", asking).withStatus(400);
        }
        var self = self(asking);
        removals.silence(self, by(asking), asking.now());
        return Answer.redirect("/me/messages");
    }

    /** The name of who had their own taken away is not kept in the record either. */
    private static Change.By by(Asking asking) {
        return new Change.By(self(asking).toString(), "");
    }

    public Answer ownMessage(Asking asking) {
        return page(ownLine(asking), "", asking);
    }

    private Own ownLine(Asking asking) {
        return find(null, asking)
                .filter(own -> own.line().author().equals(self(asking)))
                .orElseThrow(NotFound::new);
    }

    public Answer removeOwn(Asking asking) {
        var own = ownLine(asking);
        removals.remove(own.line().id(), self(asking), trace(asking), by(asking), asking.now());
        return Answer.redirect("/me/messages");
    }

    private static Trace trace(Asking asking) {
        return switch (asking.field("do").orElse("")) {
            case "hide" -> Trace.MARK;
            case "remove" -> Trace.NOTHING;
            default -> throw new BadInput("error.400.text", "");
        };
    }

    /** For organizers. */
    public Answer message(Asking asking) {
        return page(anyLine(asking), "", asking);
    }

    private Own anyLine(Asking asking) {
        var event = door.event(asking);
        return find(event.slug(), asking).orElseThrow(NotFound::new);
    }

    public Answer remove(Asking asking) {
        var own = anyLine(asking);
        if (asking.field("do").filter("all"::equals).isPresent()) {
            if (asking.field("sure").isEmpty()) {
                return page(own, "unsure", asking).withStatus(400);
            }
            removals.silence(own.line().author(), Actor.of(asking), asking.now());
        } else {
            removals.remove(own.line().id(), Removals.NOBODY, trace(asking), Actor.of(asking), asking.now());
        }
        return Answer.redirect(LogAddress.of(own.event()));
    }

    private Optional<Own> find(@Nullable EventSlug event, Asking asking) {
        return Snowflake.of(asking.name("id"))
                .flatMap(id -> database.reader()
                        .withHandle(handle -> handle.createQuery("""
                        select event, row, id, thread, author, sent_at, traits, body from log_message
                        where id = :id and (:any or event = :event) and body <> '' limit 1
                        """)
                                .bind("id", OrderedIds.of(id))
                                .bind("any", event == null)
                                .bind("event", event == null ? "" : event.value())
                                .map((row, context) ->
                                        new Own(new EventSlug(row.getString("event")), LogLines.line(row)))
                                .findOne()));
    }

    private Answer page(Own own, String fault, Asking asking) {
        boolean desk = asking.path().startsWith("/organize/");
        var at = own.line().at().atZone(zone.get());
        var message = own.line().message();
        var name = desk
                ? logs.of(own.event())
                        .map(log -> casts.of(log).name(own.line().author()))
                        .orElse("")
                : "";
        var here = LogAddress.desk(own.event()) + "/messages/" + own.line().id();
        var page = new MessagePage(
                desk ? here : "/me/messages/" + own.line().id(),
                desk ? LogAddress.message(own.event(), own.line().id()) : "/me/messages",
                name,
                Days.date(at.toLocalDate(), asking.language()),
                Days.time(at),
                message == null ? "" : Markup.plain(message.text()),
                desk ? LogAddress.message(own.event(), own.line().id()) : "",
                fault,
                desk ? topics(asking) : List.of(),
                LogAddress.desk(own.event()) + "/topics",
                own.line().id().toString());
        return Html.of(templates.chatlogMessage(frames.of(asking), page)).unkept();
    }

    private List<Choice> topics(Asking asking) {
        return door.event(asking)
                .items()
                .filter(item -> !item.namesSpeakers() && !item.text().isBlank())
                .map(item -> new Choice(item.id(), item.text()))
                .toList();
    }
}
