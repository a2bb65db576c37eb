package kakolog.chat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import kakolog.chat.Message.Attachment;
import kakolog.chat.Message.Embed;
import kakolog.chat.Message.Emoji;
import kakolog.chat.Message.Reaction;
import kakolog.chat.Message.Sticker;
import kakolog.id.Snowflake;

/**
 * Reads what hangs on one message, in the spelling of the API and in that of DiscordChatExporter, and tells the listener
 * which files belong to it.
 */
final class MessageParts {
    /** Beyond what Discord allows: 10 attachments, 10 embeds, 25 fields, 3 stickers, 20 reactions. */
    static final int MOST = 100;

    private static final int MOST_REACTIONS = 200;
    private static final long SPOILER = 1 << 3;

    private final Listener listener;
    private final MediaAddresses addresses;
    private final Snowflake message;
    private final Map<String, Integer> pictures = new HashMap<>();

    MessageParts(Listener listener, MediaAddresses addresses, Snowflake message) {
        this.listener = listener;
        this.addresses = addresses;
        this.message = message;
    }

    List<Attachment> attachments(Fields holder) {
        var all = new ArrayList<Attachment>();
        for (var one : holder.list("attachments", MOST)) {
            var id = one.id("id");
            if (id != null) {
                var attachment = attachment(id, one);
                tell(Medium.attachment(id), Medium.Kind.ATTACHMENT, attachment.name(), one.text("url"));
                all.add(attachment);
            }
        }
        return all;
    }

    private static Attachment attachment(Snowflake id, Fields one) {
        var file = one.text("fileName", "filename");
        return new Attachment(
                id,
                Cleaned.name(titled(file, one.text("title"))),
                one.has("size") ? one.number("size") : one.number("fileSizeBytes"),
                Cleaned.text(one.text("description")),
                one.smallNumber("width"),
                one.smallNumber("height"),
                file.startsWith("SPOILER_") || (one.number("flags") & SPOILER) != 0);
    }

    /** Discord keeps only ASCII in the name of a file, and the original without its ending as a title. */
    private static String titled(String file, String title) {
        int dot = file.lastIndexOf('.');
        var ending = dot < 0 ? "" : file.substring(dot);
        if (title.isEmpty()) {
            return file.isEmpty() ? "file" : file;
        }
        return title.endsWith(ending) ? title : title + ending;
    }

    /** @param spelled makes uniform what is written in markup */
    List<Embed> embeds(Fields holder, UnaryOperator<String> spelled) {
        var all = new ArrayList<Embed>();
        for (var one : holder.list("embeds", MOST)) {
            all.add(new Embed(
                    Cleaned.text(spelled.apply(one.text("title"))),
                    Cleaned.location(one.text("url")),
                    Cleaned.text(spelled.apply(one.text("description"))),
                    Cleaned.name(one.in("author").text("name")),
                    Cleaned.text(one.in("footer").text("text")),
                    one.color("color"),
                    picture(one),
                    fields(one, spelled)));
        }
        return all;
    }

    private static List<Embed.Field> fields(Fields embed, UnaryOperator<String> spelled) {
        return embed.list("fields", MOST).stream()
                .map(one -> new Embed.Field(
                        Cleaned.text(spelled.apply(one.text("name"))), Cleaned.text(spelled.apply(one.text("value")))))
                .toList();
    }

    /** Discord's own copy is preferred: the other address leads to somebody's server. */
    private String picture(Fields embed) {
        var location = embed.in("image").text("proxy_url", "url");
        for (var image : embed.list("images", 1)) {
            location = location.isEmpty() ? image.text("url") : location;
        }
        if (location.isEmpty()) {
            location = embed.in("thumbnail").text("proxy_url", "url");
        }
        // By where it leads, which every source tells alike; the picture lies now at an address, now beside an export.
        var page = Cleaned.location(embed.text("url"));
        var of = page.isEmpty() ? place(location) : page;
        var key = Medium.preview(message, of, pictures.getOrDefault(of, 0));
        if (!tell(key, Medium.Kind.PREVIEW, "preview", location)) {
            return "";
        }
        pictures.merge(of, 1, Integer::sum);
        return key;
    }

    /** What stays of a location when it is signed anew, or when the folder beside the export is called otherwise. */
    private static String place(String location) {
        var cleaned = Cleaned.location(location);
        return cleaned.contains("://")
                ? cleaned.replaceFirst("[?#].*", "")
                : cleaned.substring(cleaned.lastIndexOf('/') + 1);
    }

    List<Sticker> stickers(Fields holder) {
        var all = new ArrayList<Sticker>();
        for (var one : holder.list(holder.has("stickers") ? "stickers" : "sticker_items", MOST)) {
            var id = one.id("id");
            if (id != null) {
                var sticker = new Sticker(id, Cleaned.name(one.text("name")));
                tell(Medium.sticker(id), Medium.Kind.STICKER, sticker.name(), addresses.sticker(id, one));
                all.add(sticker);
            }
        }
        return all;
    }

    List<Reaction> reactions(Fields holder) {
        var all = new ArrayList<Reaction>();
        for (var one : holder.list("reactions", MOST_REACTIONS)) {
            all.add(new Reaction(emoji(one.in("emoji")), Math.max(1, one.smallNumber("count"))));
        }
        return all;
    }

    /** Tells where the picture of a custom emoji is. */
    Emoji emoji(Fields one) {
        var id = one.id("id");
        var emoji = new Emoji(id, Cleaned.name(one.text("name", "code")));
        if (id != null) {
            tell(Medium.emoji(id), Medium.Kind.EMOJI, emoji.name(), addresses.emoji(id, one));
        }
        return emoji;
    }

    /** Tells where the picture of a custom emoji is that stands in a text of the API. */
    void emoji(Snowflake id, String name) {
        tell(Medium.emoji(id), Medium.Kind.EMOJI, Cleaned.name(name), addresses.emoji(id, Fields.NONE));
    }

    /** @return whether it is to be had anywhere */
    private boolean tell(String key, Medium.Kind kind, String name, String location) {
        var cleaned = Cleaned.location(location);
        if (!cleaned.isBlank()) {
            listener.medium(new Medium(key, kind, name, cleaned));
        }
        return !cleaned.isBlank();
    }
}
