package kakolog.chatlog;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;
import kakolog.chat.Message;
import kakolog.id.Snowflake;

/** The custom emoji that texts name. */
final class Emoji {
    private static final Pattern NAMED = Pattern.compile("<a?:[A-Za-z0-9_]{1,64}:(\\d{1,20})>");

    private Emoji() {}

    static Set<Snowflake> in(Message message) {
        var ids = new LinkedHashSet<Snowflake>();
        add(message.text(), ids);
        message.embeds().forEach(embed -> add(embed.description(), ids));
        var forwarded = message.forwarded();
        if (forwarded != null) {
            add(forwarded.text(), ids);
        }
        return ids;
    }

    private static void add(String text, Set<Snowflake> ids) {
        if (text.indexOf('<') < 0) {
            return;
        }
        NAMED.matcher(text)
                .results()
                .forEach(found -> Snowflake.of(found.group(1)).ifPresent(ids::add));
    }
}
