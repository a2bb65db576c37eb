package kakolog.chatlog;

import kakolog.chat.Message;

/** How much of a page a message takes, guessed from its texts before anything of it is made into HTML. */
final class Weight {
    /** In bytes; with all around them a page stays below 200 kB so. */
    static final int MOST = 60_000;

    /** All threads together that unfold on one page, besides. */
    static final int OF_THREADS = 12_000;

    /** What one message takes without any text. */
    private static final int BARE = 300;
    /** Of a character in UTF-8, with what markup makes of it. */
    private static final int OF_A_CHARACTER = 3;

    private Weight() {}

    static int of(Line line) {
        var message = line.message();
        return message == null ? BARE : of(message);
    }

    private static int of(Message message) {
        int characters = message.text().length();
        for (var embed : message.embeds()) {
            characters += embed.title().length() + embed.description().length() + 100;
            for (var field : embed.fields()) {
                characters += field.name().length() + field.value().length() + 20;
            }
        }
        var forwarded = message.forwarded();
        if (forwarded != null) {
            characters += forwarded.text().length();
        }
        int hanging = message.reactions().size()
                + message.stickers().size()
                + Words.attachments(message).size();
        return BARE + OF_A_CHARACTER * characters + BARE * hanging / 2;
    }
}
