package kakolog.chatlog;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import kakolog.chat.Message;
import kakolog.chat.Message.Embed;
import kakolog.id.Snowflake;

/** The custom emoji that texts name. */
final class Emoji {
    private static final Pattern NAMED = Pattern.compile("<a?:[A-Za-z0-9_]{1,64}:(\\d{1,20})>");

    private Emoji() {}

    static Set<Snowflake> in(Message message) {
        var ids = new LinkedHashSet<Snowflake>();
        add(message.text(), ids);
        add(message.embeds(), ids);
        var forwarded = message.forwarded();
        if (forwarded != null) {
            add(forwarded.text(), ids);
            add(forwarded.embeds(), ids);
        }
        var poll = message.poll();
        if (poll != null) {
            add(poll.question(), ids);
            poll.choices().forEach(choice -> add(choice.text(), ids));
        }
        return ids;
    }

    private static void add(List<Embed> embeds, Set<Snowflake> ids) {
        for (var embed : embeds) {
            add(embed.title(), ids);
            add(embed.description(), ids);
            add(embed.author(), ids);
            add(embed.footer(), ids);
            embed.fields().forEach(field -> {
                add(field.name(), ids);
                add(field.value(), ids);
            });
        }
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
