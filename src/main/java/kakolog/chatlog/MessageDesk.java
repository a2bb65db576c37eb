package kakolog.chatlog;

import java.time.ZoneId;
import java.util.List;
import java.util.function.Supplier;
import kakolog.chat.Markup;
import kakolog.chatlog.KeptMessages.Kept;
import kakolog.chatlog.MessagePage.Choice;
import kakolog.content.Event;
import kakolog.id.Snowflake;
import kakolog.session.Actor;
import kakolog.template.StaticTemplates;
import kakolog.text.Days;
import kakolog.web.Answer;
import kakolog.web.Asking;
import kakolog.web.Frames;
import kakolog.web.Html;
import kakolog.web.NotFound;

/** {@code /organize/events/{slug}/log/messages/{id}}: one message, which organizers take away or have the agenda lead to. */
public final class MessageDesk {
    private final StaticTemplates templates = new StaticTemplates();
    private final KeptMessages messages;
    private final LogDoor door;
    private final ChatLogs logs;
    private final Casts casts;
    private final Removals removals;
    private final Supplier<ZoneId> zone;
    private final Frames frames;

    MessageDesk(
            KeptMessages messages,
            LogDoor door,
            ChatLogs logs,
            Casts casts,
            Removals removals,
            Supplier<ZoneId> zone,
            Frames frames) {
        this.messages = messages;
        this.door = door;
        this.logs = logs;
        this.casts = casts;
        this.removals = removals;
        this.zone = zone;
        this.frames = frames;
    }

    public Answer message(Asking asking) {
        return page("", asking);
    }

    public Answer remove(Asking asking) {
        var kept = find(door.event(asking), asking);
        if (asking.field("do").filter("all"::equals).isPresent()) {
            if (asking.field("sure").isEmpty()) {
                return page("unsure", asking).withStatus(400);
            }
            removals.silence(kept.line().author(), Actor.of(asking), asking.now());
        } else {
            removals.remove(
                    kept.line().id(), Removals.NOBODY, Removals.Trace.of(asking), Actor.of(asking), asking.now());
        }
        return Answer.redirect(LogAddress.of(kept.event()));
    }

    private Kept find(Event event, Asking asking) {
        return Snowflake.of(asking.name("id"))
                .flatMap(id -> messages.find(event.slug(), id))
                .orElseThrow(NotFound::new);
    }

    private Answer page(String fault, Asking asking) {
        var event = door.event(asking);
        var line = find(event, asking).line();
        var at = line.at().atZone(zone.get());
        var message = line.message();
        var inLog = LogAddress.message(event.slug(), line.id());
        var desk = LogAddress.desk(event.slug());
        var page = new MessagePage(
                desk + "/messages/" + line.id(),
                inLog,
                logs.of(event.slug()).map(log -> casts.of(log).name(line)).orElse(""),
                Days.date(at.toLocalDate(), asking.language()),
                Days.time(at),
                message == null ? "" : Markup.plain(message.text()),
                inLog,
                fault,
                topics(event),
                desk + "/topics",
                line.id().toString());
        return Html.of(templates.chatlogMessage(frames.of(asking), page)).unkept();
    }

    private static List<Choice> topics(Event event) {
        return event.items()
                .filter(item -> !item.namesSpeakers() && !item.text().isBlank())
                .map(item -> new Choice(item.id(), item.text()))
                .toList();
    }
}
