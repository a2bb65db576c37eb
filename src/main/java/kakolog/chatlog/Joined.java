package kakolog.chatlog;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import kakolog.chat.Message;
import kakolog.chat.Message.Attachment;
import kakolog.chat.Message.Embed;
import kakolog.chat.Message.Forwarded;
import kakolog.chat.Message.Kind;
import kakolog.chat.Message.Poll;
import kakolog.chat.Message.Reply;
import kakolog.id.Snowflake;
import org.jspecify.annotations.Nullable;

/**
 * One message as it was kept and as it was read again, perhaps from elsewhere: Discord's API and its exporters each tell what the
 * other leaves out. Only a later edit replaces what was said; what one lacks is taken from the other; what changes without an edit,
 * as reactions do, is of whoever knows Discord as of later.
 */
final class Joined {
    private final Message kept;
    private final Message read;
    private final boolean edited;
    private final boolean newer;

    private Joined(Message kept, Message read, boolean edited, boolean newer) {
        this.kept = kept;
        this.read = read;
        this.edited = edited;
        this.newer = newer;
    }

    /**
     * What both tell; times in milliseconds, for an exporter cuts Discord's microseconds.
     *
     * @param older whether what is kept is known as of later than what was read
     */
    static Message of(Message kept, Message read, boolean older) {
        var before = inMillis(kept);
        var after = inMillis(read);
        int edited = editedAt(after).compareTo(editedAt(before));
        // What its author has edited since must not come back with an export from before.
        return edited < 0 ? before : new Joined(before, after, edited > 0, edited > 0 || !older).both();
    }

    private static Instant editedAt(Message message) {
        return Objects.requireNonNullElse(message.editedAt(), Instant.MIN);
    }

    static Message inMillis(Message message) {
        var editedAt = message.editedAt();
        var forwarded = message.forwarded();
        return new Message(
                message.id(),
                message.thread(),
                message.opens(),
                message.kind(),
                message.author(),
                inMillis(message.at()),
                editedAt == null ? null : inMillis(editedAt),
                message.pinned(),
                message.text(),
                message.reply(),
                message.attachments(),
                message.embeds(),
                message.stickers(),
                message.reactions(),
                forwarded == null ? null : inMillis(forwarded),
                message.poll(),
                message.shownAs());
    }

    private static Forwarded inMillis(Forwarded forwarded) {
        var at = forwarded.at();
        return new Forwarded(
                forwarded.source(),
                at == null ? null : inMillis(at),
                forwarded.text(),
                forwarded.attachments(),
                forwarded.embeds(),
                forwarded.stickers());
    }

    private static Instant inMillis(Instant at) {
        return at.truncatedTo(ChronoUnit.MILLIS);
    }

    private Message both() {
        return new Message(
                kept.id(),
                either(read.thread(), kept.thread()),
                either(read.opens(), kept.opens()),
                kind(),
                kept.author(),
                kept.at(),
                read.editedAt(),
                newer ? read.pinned() : kept.pinned(),
                edited ? read.text() : words(kept.text(), read.text()),
                reply(kept.reply(), read.reply()),
                edited ? filled(read.attachments(), kept.attachments()) : all(kept.attachments(), read.attachments()),
                edited ? read.embeds() : embeds(),
                some(read.stickers(), kept.stickers()),
                newer ? read.reactions() : kept.reactions(),
                forwarded(kept.forwarded(), read.forwarded()),
                poll(kept.poll(), read.poll()),
                newer ? either(read.shownAs(), kept.shownAs()) : either(kept.shownAs(), read.shownAs()));
    }

    private static <T> @Nullable T either(@Nullable T first, @Nullable T second) {
        return first == null ? second : first;
    }

    private static String words(String first, String second) {
        return first.isEmpty() ? second : first;
    }

    private static int number(int first, int second) {
        return first == 0 ? second : first;
    }

    private static <T> List<T> some(List<T> first, List<T> second) {
        return first.isEmpty() ? second : first;
    }

    /** An exporter has names for a few kinds only. */
    private Kind kind() {
        return kept.kind() == Kind.OTHER || (kept.kind() == Kind.CHAT && read.kind() != Kind.OTHER)
                ? read.kind()
                : kept.kind();
    }

    private static @Nullable Reply reply(@Nullable Reply kept, @Nullable Reply read) {
        return kept == null || read == null || !kept.to().equals(read.to())
                ? either(read, kept)
                : new Reply(kept.to(), kept.deleted() || read.deleted());
    }

    /** Each file of these with what those tell of it besides. */
    private static List<Attachment> filled(List<Attachment> these, List<Attachment> those) {
        var known = byId(those);
        return these.stream()
                .map(one -> {
                    var other = known.get(one.id());
                    return other == null ? one : filled(one, other);
                })
                .toList();
    }

    private static List<Attachment> all(List<Attachment> these, List<Attachment> those) {
        var all = new ArrayList<>(filled(these, those));
        var known = byId(these);
        those.stream().filter(one -> !known.containsKey(one.id())).forEach(all::add);
        return all;
    }

    private static Map<Snowflake, Attachment> byId(List<Attachment> attachments) {
        var byId = new LinkedHashMap<Snowflake, Attachment>();
        attachments.forEach(one -> byId.putIfAbsent(one.id(), one));
        return byId;
    }

    /** Nobody's import opens what its author had covered. */
    private static Attachment filled(Attachment one, Attachment other) {
        return new Attachment(
                one.id(),
                one.name(),
                one.size() == 0 ? other.size() : one.size(),
                words(one.description(), other.description()),
                number(one.width(), other.width()),
                number(one.height(), other.height()),
                one.spoiler() || other.spoiler());
    }

    /** A preview that its author took away is gone without an edit. */
    private List<Embed> embeds() {
        return newer ? filledEmbeds(read.embeds(), kept.embeds()) : filledEmbeds(kept.embeds(), read.embeds());
    }

    /** Each of these with what those tell of it besides: the first of an address with the first, the second with the second. */
    private static List<Embed> filledEmbeds(List<Embed> these, List<Embed> those) {
        var left = new ArrayList<>(those);
        var filled = new ArrayList<Embed>();
        for (var one : these) {
            var other = left.stream().filter(another -> isSame(one, another)).findFirst();
            other.ifPresent(left::remove);
            filled.add(other.map(another -> filled(one, another)).orElse(one));
        }
        return filled;
    }

    /** What a bot wrote leads nowhere, and has a title at best. */
    private static boolean isSame(Embed one, Embed other) {
        return one.url().equals(other.url())
                && (!one.url().isEmpty() || one.title().equals(other.title()));
    }

    private static Embed filled(Embed one, Embed other) {
        return new Embed(
                words(one.title(), other.title()),
                one.url(),
                words(one.description(), other.description()),
                words(one.author(), other.author()),
                words(one.footer(), other.footer()),
                either(one.color(), other.color()),
                words(one.picture(), other.picture()),
                some(one.fields(), other.fields()));
    }

    /** What was passed on stays what it was, whatever becomes of the original. */
    private static @Nullable Forwarded forwarded(@Nullable Forwarded kept, @Nullable Forwarded read) {
        if (kept == null || read == null) {
            return either(kept, read);
        }
        return new Forwarded(
                either(kept.source(), read.source()),
                either(kept.at(), read.at()),
                words(kept.text(), read.text()),
                all(kept.attachments(), read.attachments()),
                kept.embeds().isEmpty() ? read.embeds() : filledEmbeds(kept.embeds(), read.embeds()),
                some(kept.stickers(), read.stickers()));
    }

    private @Nullable Poll poll(@Nullable Poll before, @Nullable Poll after) {
        if (before == null || after == null) {
            return either(after, before);
        }
        boolean counted = after.choices().stream().noneMatch(choice -> choice.votes() < 0);
        return newer && counted ? after : before;
    }
}
