package kakolog.chatlog;

import java.util.ArrayList;
import java.util.List;
import kakolog.chat.Message;
import kakolog.chat.Message.Embed;

/** How much of a page a message takes, guessed from its texts before anything of it is made into HTML. */
final class Weight {
    /** In bytes; with all around them a page stays below 200 kB so. */
    static final int MOST = 60_000;

    /** What a thread takes of which only the name is there. */
    static final int OF_A_LINK = 300;

    /** What one message takes without any text. */
    private static final int BARE = 300;
    /** Of a character in UTF-8, with what markup makes of it. */
    private static final int OF_A_CHARACTER = 3;
    /** What hangs on a message, in characters, without any text of its own. */
    private static final int HANGING = 50;

    private Weight() {}

    static int of(Line line) {
        var message = line.message();
        return message == null ? BARE : BARE + OF_A_CHARACTER * characters(message);
    }

    static int of(List<Line> lines) {
        return lines.stream().mapToInt(Weight::of).sum();
    }

    /** As many from the first on as there is room for. */
    static List<Line> fitting(List<Line> lines, int room) {
        int left = room;
        var fitting = new ArrayList<Line>();
        for (var line : lines) {
            left -= of(line);
            if (left < 0) {
                break;
            }
            fitting.add(line);
        }
        return fitting;
    }

    private static int characters(Message message) {
        int characters = message.text().length() + embeds(message.embeds());
        for (var attachment : Words.attachments(message)) {
            characters += HANGING
                    + attachment.name().length()
                    + attachment.description().length();
        }
        var forwarded = message.forwarded();
        if (forwarded != null) {
            characters += forwarded.text().length()
                    + embeds(forwarded.embeds())
                    + HANGING * forwarded.stickers().size();
        }
        var poll = message.poll();
        if (poll != null) {
            characters += poll.question().length();
            for (var choice : poll.choices()) {
                characters += HANGING + choice.text().length();
            }
        }
        int hanging = message.reactions().size() + message.stickers().size();
        return characters + HANGING * hanging;
    }

    private static int embeds(List<Embed> embeds) {
        int characters = 0;
        for (var embed : embeds) {
            characters += 2 * HANGING
                    + embed.title().length()
                    + embed.url().length()
                    + embed.description().length()
                    + embed.author().length()
                    + embed.footer().length();
            for (var field : embed.fields()) {
                characters +=
                        HANGING / 2 + field.name().length() + field.value().length();
            }
        }
        return characters;
    }
}
