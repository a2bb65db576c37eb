package kakolog.chatlog;

import java.time.ZoneId;
import java.util.List;
import java.util.function.Supplier;
import kakolog.access.Viewer.SignedIn;
import kakolog.chat.Markup;
import kakolog.chatlog.KeptMessages.Kept;
import kakolog.id.Snowflake;
import kakolog.template.StaticTemplates;
import kakolog.text.Days;
import kakolog.web.Answer;
import kakolog.web.Asking;
import kakolog.web.Frames;
import kakolog.web.Html;
import kakolog.web.NotFound;

/**
 * {@code /me/messages}: what of somebody's own is kept in the logs, and taking it away, whether or not they may read the logs.
 */
public final class OwnMessagePages {
    private static final String HERE = "/me/messages";
    private static final int ON_A_PAGE = 100;

    private final StaticTemplates templates = new StaticTemplates();
    private final KeptMessages messages;
    private final Removals removals;
    private final Supplier<ZoneId> zone;
    private final Frames frames;

    OwnMessagePages(KeptMessages messages, Removals removals, Supplier<ZoneId> zone, Frames frames) {
        this.messages = messages;
        this.removals = removals;
        this.zone = zone;
        this.frames = frames;
    }

    /**
     * The reader's own messages, newest first.
     *
     * @param known whether anything of the reader's is kept, if only the name or the picture
     * @param earlier where older ones are; empty for nowhere
     */
    public record OwnMessagesPage(int count, boolean known, List<OwnMessage> messages, String earlier, String fault) {}

    /** One message: where it can be taken away, when it was said, and how it begins. */
    public record OwnMessage(String more, String date, String time, String words, int files) {}

    /** How many of somebody's messages are kept. */
    public int count(Snowflake person) {
        return messages.count(person);
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
        var found = messages.by(self, (asking.page() - 1) * ON_A_PAGE, ON_A_PAGE + 1);
        var shown =
                found.stream().limit(ON_A_PAGE).map(kept -> own(kept, asking)).toList();
        var earlier = found.size() > ON_A_PAGE ? HERE + "?page=" + (asking.page() + 1) : "";
        int count = count(self);
        var page = new OwnMessagesPage(count, count > 0 || messages.knows(self), shown, earlier, fault);
        return Html.of(templates.chatlogOwn(frames.of(asking), page)).unkept();
    }

    private OwnMessage own(Kept kept, Asking asking) {
        var message = kept.line().message();
        var at = kept.line().at().atZone(zone.get());
        return new OwnMessage(
                HERE + "/" + kept.line().id(),
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
        removals.silence(self(asking), Removals.AUTHOR, asking.now());
        return Answer.redirect(HERE);
    }

    public Answer ownMessage(Asking asking) {
        var line = ownLine(asking);
        var at = line.at().atZone(zone.get());
        var message = line.message();
        var page = new MessagePage(
                HERE + "/" + line.id(),
                HERE,
                "",
                Days.date(at.toLocalDate(), asking.language()),
                Days.time(at),
                message == null ? "" : Markup.plain(message.text()),
                "",
                "",
                List.of(),
                "",
                line.id().toString());
        return Html.of(templates.chatlogMessage(frames.of(asking), page)).unkept();
    }

    private Line ownLine(Asking asking) {
        return Snowflake.of(asking.name("id"))
                .flatMap(messages::find)
                .map(Kept::line)
                .filter(line -> line.author().equals(self(asking)))
                .orElseThrow(NotFound::new);
    }

    public Answer removeOwn(Asking asking) {
        var line = ownLine(asking);
        removals.remove(line.id(), self(asking), Removals.Trace.of(asking), Removals.AUTHOR, asking.now());
        return Answer.redirect(HERE);
    }
}
