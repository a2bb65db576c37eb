package kakolog.chatlog;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import kakolog.access.Viewer;
import kakolog.access.Viewer.SignedIn;
import kakolog.chat.Markup;
import kakolog.chat.Message;
import kakolog.chat.Speaker;
import kakolog.chatlog.LogView.Passed;
import kakolog.chatlog.LogView.Post;
import kakolog.chatlog.LogView.Quoted;
import kakolog.chatlog.LogView.Ref;
import kakolog.chatlog.LogView.Unfolded;
import kakolog.id.EventSlug;
import kakolog.id.Snowflake;
import kakolog.text.Days;
import kakolog.web.Json;
import org.jspecify.annotations.Nullable;

/** Turns the messages of one page into what is shown of each. */
final class Posts {
    private static final int QUOTED = 80;
    /** Stands for what a spoiler hides. */
    private static final String HIDDEN = "▮▮▮";

    private final Surroundings around;
    private final PageNames names;
    private final PartsOf parts;

    /**
     * What was looked up for the messages of one page.
     *
     * @param targets the messages that they answer, as far as they are in the log
     * @param threads those that unfold under a message, by its id
     * @param questions the questions before and after each one that asks
     * @param topics the items of the agenda that lead to a message
     * @param self who reads the page; their own messages they can take away
     * @param organizes whether they may do so with any
     */
    record Surroundings(
            EventSlug event,
            Cast cast,
            Map<Snowflake, Line> targets,
            Map<Snowflake, List<Unfolded>> threads,
            Map<Snowflake, Neighbours> questions,
            Map<Snowflake, List<Ref>> topics,
            Viewer self,
            boolean organizes) {}

    /** The questions before and after one. */
    record Neighbours(@Nullable Snowflake earlier, @Nullable Snowflake later) {}

    Posts(Surroundings around, PageNames names, PartsOf parts) {
        this.around = around;
        this.names = names;
        this.parts = parts;
    }

    Post of(Line line, Message message) {
        var neighbours = around.questions().getOrDefault(line.id(), new Neighbours(null, null));
        var editedAt = message.editedAt();
        return new Post(
                line.id().toString(),
                LogAddress.message(around.event(), line.id()),
                Days.time(line.at().atZone(names.zone())),
                Json.time(line.at().atZone(names.zone())),
                Markup.isOnlyEmoji(message.text()),
                Markup.html(message.text(), names),
                editedAt == null ? "" : names.moment(editedAt, 'f'),
                message.pinned(),
                quoted(message),
                passed(message),
                parts.of(message),
                parts.reactions(message),
                threads(line),
                around.topics().getOrDefault(line.id(), List.of()),
                line.facets().asks(),
                address(neighbours.earlier()),
                address(neighbours.later()),
                more(line));
    }

    private String address(@Nullable Snowflake message) {
        return message == null ? "" : LogAddress.message(around.event(), message);
    }

    private @Nullable Quoted quoted(Message message) {
        var reply = message.reply();
        if (reply == null) {
            return null;
        }
        var target = around.targets().get(reply.to());
        var answered = target == null ? null : target.message();
        if (target == null || answered == null) {
            return new Quoted("", names.messages().get("log.reply-gone"), "");
        }
        return new Quoted(speaker(target).name(), beginning(answered), LogAddress.message(around.event(), target.id()));
    }

    private String beginning(Message message) {
        var words = Markup.quoted(message.text(), HIDDEN, names);
        if (words.isEmpty()) {
            return names.messages().get(message.attachments().isEmpty() ? "log.reply-other" : "log.reply-file");
        }
        return words.codePointCount(0, words.length()) <= QUOTED
                ? words
                : words.substring(0, words.offsetByCodePoints(0, QUOTED)) + "…";
    }

    private @Nullable Passed passed(Message message) {
        var forwarded = message.forwarded();
        if (forwarded == null) {
            return null;
        }
        Instant at = forwarded.at();
        return new Passed(
                at == null ? "" : names.moment(at, 'f'), Markup.html(forwarded.text(), names), parts.of(forwarded));
    }

    /** Where a thread alone is. */
    String threadAddress(Snowflake thread) {
        return LogAddress.thread(around.event(), thread);
    }

    List<Unfolded> threads(Line line) {
        return around.threads().getOrDefault(line.id(), List.of());
    }

    /** Where a message can be taken away; empty for whom it is not to take. */
    String more(Line line) {
        if (around.organizes()) {
            return LogAddress.desk(around.event()) + "/messages/" + line.id();
        }
        boolean own = around.self() instanceof SignedIn reader && reader.id().equals(line.author());
        return own ? "/me/messages/" + line.id() : "";
    }

    /** Who wrote a message, by the name that is shown with it. */
    Speaker speaker(Line line) {
        var person = line.author();
        var speaker = Optional.ofNullable(around.cast().speakers().get(person))
                .orElseGet(() -> new Speaker(person, names.unknownPerson(), "", false, null));
        var message = line.message();
        var shown = message == null ? null : message.shownAs();
        return shown == null ? speaker : new Speaker(person, shown, speaker.account(), speaker.bot(), speaker.color());
    }

    /** What Discord said of what somebody did; in our words where we know what it was. */
    String systemWords(Line line, Message message) {
        var key = "log.system." + message.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
        var name = speaker(line).name();
        var text = Markup.quoted(message.text(), HIDDEN, names);
        return names.messages().get(key, name, text.isBlank() ? "…" : text);
    }
}
