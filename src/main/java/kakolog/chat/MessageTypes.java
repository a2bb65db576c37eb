package kakolog.chat;

import java.util.Map;
import kakolog.chat.Message.Kind;

/** What the types of messages mean: the API's numbers, and the names that DiscordChatExporter has for some of them. */
final class MessageTypes {
    /** The first message of a thread that began with one: empty, for it stands in the channel. */
    static final int THREAD_STARTER = 21;

    private static final int UNKNOWN = -1;
    private static final int SOMEBODY_ADDED = 1;
    private static final int SOMEBODY_REMOVED = 2;

    private static final Map<String, Integer> NAMES = Map.of(
            "Default", 0,
            "RecipientAdd", SOMEBODY_ADDED,
            "RecipientRemove", SOMEBODY_REMOVED,
            "Call", 3,
            "ChannelNameChange", 4,
            "ChannelIconChange", 5,
            "ChannelPinnedMessage", 6,
            "GuildMemberJoin", 7,
            "ThreadCreated", 18,
            "Reply", 19);

    private MessageTypes() {}

    /** The number of a type that is written as a name or as its number; a missing one is the default, 0. */
    static int number(String type) {
        if (type.isEmpty()) {
            return 0;
        }
        if (type.matches("\\d{1,5}")) {
            return Integer.parseInt(type);
        }
        return NAMES.getOrDefault(type, UNKNOWN);
    }

    static Kind kind(int number) {
        return switch (number) {
            case 0, 19 -> Kind.CHAT;
            case 3 -> Kind.CALLED;
            case 4, 5, 12 -> Kind.CHANNEL_CHANGED;
            case 6 -> Kind.PINNED;
            case 7 -> Kind.JOINED;
            case 8, 9, 10, 11 -> Kind.BOOSTED;
            case 18 -> Kind.THREAD_OPENED;
            case 20, 23 -> Kind.COMMAND;
            case 46 -> Kind.POLL_ENDED;
            default -> Kind.OTHER;
        };
    }

    /** Whether all the text there may be is a sentence of Discord's that names somebody. */
    static boolean namesSomebody(int number) {
        return number == SOMEBODY_ADDED || number == SOMEBODY_REMOVED;
    }

    /** Whether a message of this kind may point to the one that it answers or speaks of. */
    static boolean refers(Kind kind) {
        return !kind.isSystem() || kind == Kind.PINNED || kind == Kind.POLL_ENDED;
    }
}
