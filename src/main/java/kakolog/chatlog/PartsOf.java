package kakolog.chatlog;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kakolog.chat.Markup;
import kakolog.chat.Medium;
import kakolog.chat.Message;
import kakolog.chat.Message.Attachment;
import kakolog.chat.Message.Embed;
import kakolog.chat.Message.Poll;
import kakolog.chat.Message.Sticker;
import kakolog.chatlog.LogView.Ballot;
import kakolog.chatlog.LogView.EmbedView;
import kakolog.chatlog.LogView.FieldRow;
import kakolog.chatlog.LogView.FileRow;
import kakolog.chatlog.LogView.Parts;
import kakolog.chatlog.LogView.Picture;
import kakolog.chatlog.LogView.PollChoice;
import kakolog.chatlog.LogView.React;
import kakolog.id.EventSlug;
import org.jspecify.annotations.Nullable;

/** Turns what hangs on messages of one page into what is shown of it. */
final class PartsOf {
    private static final int LARGEST_WIDTH = 400;
    private static final int LARGEST_HEIGHT = 300;
    private static final int STICKER = 160;

    private final EventSlug event;
    private final Map<String, LogFile> files;
    private final PageNames names;

    PartsOf(EventSlug event, Map<String, LogFile> files, PageNames names) {
        this.event = event;
        this.files = files;
        this.names = names;
    }

    /** The keys of all that belongs to a message, to be looked up at once for a page. */
    static List<String> keysOf(Message message) {
        var keys = new ArrayList<>(Belongings.namedBy(message));
        keys.add(Medium.avatar(message.author()));
        message.stickers().forEach(sticker -> keys.add(Medium.sticker(sticker.id())));
        message.reactions().forEach(reaction -> {
            var id = reaction.emoji().id();
            if (id != null) {
                keys.add(Medium.emoji(id));
            }
        });
        var forwarded = message.forwarded();
        if (forwarded != null) {
            forwarded.stickers().forEach(sticker -> keys.add(Medium.sticker(sticker.id())));
        }
        Emoji.in(message).forEach(id -> keys.add(Medium.emoji(id)));
        return keys;
    }

    Parts of(Message message) {
        return of(message.text(), message.attachments(), message.embeds(), message.stickers(), message.poll());
    }

    Parts of(Message.Forwarded forwarded) {
        return of(forwarded.text(), forwarded.attachments(), forwarded.embeds(), forwarded.stickers(), null);
    }

    private Parts of(
            String text,
            List<Attachment> attachments,
            List<Embed> embeds,
            List<Sticker> stickers,
            @Nullable Poll poll) {
        var pictures = new ArrayList<Picture>();
        var rows = new ArrayList<FileRow>();
        var lost = new ArrayList<String>();
        for (var attachment : attachments) {
            var file = files.get(Medium.attachment(attachment.id()));
            if (file == null) {
                lost.add(attachment.name());
            } else if (MediaKeeper.isPicture(file.type())) {
                pictures.add(picture(attachment, file));
            } else {
                rows.add(new FileRow(LogAddress.file(event, file.key()), attachment.name(), size(file.size())));
            }
        }
        var stuck = new ArrayList<Picture>();
        for (var sticker : stickers) {
            names.address(Medium.sticker(sticker.id()))
                    .ifPresentOrElse(
                            address -> stuck.add(new Picture(address, sticker.name(), STICKER, STICKER, false)),
                            () -> lost.add(sticker.name()));
        }
        return new Parts(
                pictures,
                rows,
                embeds.stream().map(embed -> view(embed, text)).toList(),
                stuck,
                lost,
                poll == null ? null : ballot(poll));
    }

    private Picture picture(Attachment attachment, LogFile file) {
        double scale = Math.min(
                1,
                Math.min(
                        (double) LARGEST_WIDTH / Math.max(1, attachment.width()),
                        (double) LARGEST_HEIGHT / Math.max(1, attachment.height())));
        return new Picture(
                LogAddress.file(event, file.key()),
                attachment.description().isEmpty() ? attachment.name() : attachment.description(),
                (int) Math.round(attachment.width() * scale),
                (int) Math.round(attachment.height() * scale),
                attachment.spoiler());
    }

    private EmbedView view(Embed embed, String text) {
        var picture = embed.picture().isEmpty() ? null : files.get(embed.picture());
        var title = Markup.html(embed.title(), names);
        return new EmbedView(
                Markup.hides(text, embed.url()),
                Hue.of(embed.color()),
                embed.author(),
                title,
                // An address in the title leads where it says, and there are no links in links.
                isWeb(embed.url()) && !title.contains("<a ") ? embed.url() : "",
                Markup.html(embed.description(), names),
                embed.fields().stream()
                        .map(field -> new FieldRow(Markup.html(field.name(), names), Markup.html(field.value(), names)))
                        .toList(),
                embed.footer(),
                picture == null
                        ? null
                        : new Picture(LogAddress.file(event, picture.key()), embed.title(), 0, 0, false));
    }

    /** Whatever else an address begins with may do something when it is opened. */
    static boolean isWeb(String address) {
        return address.regionMatches(true, 0, "https://", 0, 8) || address.regionMatches(true, 0, "http://", 0, 7);
    }

    private static Ballot ballot(Poll poll) {
        long all = poll.choices().stream()
                .mapToLong(choice -> Math.max(0, choice.votes()))
                .sum();
        return new Ballot(
                poll.question(),
                poll.choices().stream()
                        .map(choice -> new PollChoice(
                                choice.text(),
                                choice.votes(),
                                choice.votes() < 0 || all == 0 ? -1 : (int) Math.round(100.0 * choice.votes() / all)))
                        .toList());
    }

    List<React> reactions(Message message) {
        return message.reactions().stream()
                .map(reaction -> {
                    var id = reaction.emoji().id();
                    var picture =
                            id == null ? "" : names.address(Medium.emoji(id)).orElse("");
                    var name = reaction.emoji().name();
                    return new React(
                            id == null ? name : ":" + name + ":",
                            picture,
                            id == null ? name : ":" + name + ":",
                            reaction.count());
                })
                .toList();
    }

    private static String size(long bytes) {
        if (bytes < 1000) {
            return bytes + " B";
        }
        return bytes < 1_000_000 ? Math.round(bytes / 1000.0) + " kB" : Math.round(bytes / 100_000.0) / 10.0 + " MB";
    }
}
