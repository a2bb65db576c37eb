package kakolog.chat;

import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kakolog.id.Snowflake;
import org.jspecify.annotations.Nullable;

/** What stands in angle brackets: people, roles, channels, commands, emoji, moments, and addresses without a preview. */
final class Angles {
    /** Longer than anything that may stand in them but an address. */
    private static final int LONGEST = 160;

    private static final Pattern MENTION = Pattern.compile("(@!?|@&|#)(\\d{1,20})");
    private static final Pattern EMOJI = Pattern.compile("a?:(\\w{1,64}):(\\d{1,20})");
    private static final Pattern MOMENT = Pattern.compile("t:(-?\\d{1,12})(?::([A-Za-z]))?");
    private static final Pattern COMMAND = Pattern.compile("(/[^:<>\\n]{1,100}):\\d{1,20}");
    private static final Pattern GUIDE = Pattern.compile("id:([a-z-]{1,30})(?::\\d{1,20})?");

    /** The year 9999 ends before it; later years, and those before the first, are no dates in HTML. */
    private static final long LAST_SECOND = 253_402_300_800L;

    private static final long FIRST_SECOND = -62_135_596_800L;

    private Angles() {}

    /** Whether it is worth looking at; so that an open bracket costs little, however far away another is closed. */
    static boolean mayBegin(String text, int start, int end) {
        return end - start <= (text.regionMatches(true, start, "http", 0, 4) ? MaskedLink.LONGEST : LONGEST);
    }

    /** What this stands for, without its brackets; null for nothing. */
    static @Nullable Node node(String inside, boolean inLink) {
        if (inside.isEmpty()) {
            return null;
        }
        return switch (inside.charAt(0)) {
            case '@', '#' -> mention(MENTION.matcher(inside));
            case ':', 'a' -> emoji(EMOJI.matcher(inside));
            case 't' -> moment(MOMENT.matcher(inside));
            case '/' -> called(COMMAND.matcher(inside));
            case 'i' -> called(GUIDE.matcher(inside));
            case 'h', 'H' -> !inLink && MaskedLink.isAddress(inside) ? new Node.Link(inside, List.of()) : null;
            default -> null;
        };
    }

    private static @Nullable Node mention(Matcher mention) {
        if (!mention.matches()) {
            return null;
        }
        var what = switch (mention.group(1)) {
            case "#" -> Node.Mentioned.CHANNEL;
            case "@&" -> Node.Mentioned.ROLE;
            default -> Node.Mentioned.PERSON;
        };
        return Snowflake.of(mention.group(2))
                .<Node>map(id -> new Node.Mention(what, id))
                .orElse(null);
    }

    private static @Nullable Node emoji(Matcher emoji) {
        if (!emoji.matches()) {
            return null;
        }
        return Snowflake.of(emoji.group(2))
                .<Node>map(id -> new Node.Emoji(emoji.group(1), id))
                .orElse(null);
    }

    private static @Nullable Node moment(Matcher moment) {
        if (!moment.matches()) {
            return null;
        }
        long second = Long.parseLong(moment.group(1));
        if (second < FIRST_SECOND || second >= LAST_SECOND) {
            return null;
        }
        return new Node.Moment(
                Instant.ofEpochSecond(second),
                moment.group(2) == null ? 'f' : moment.group(2).charAt(0));
    }

    private static @Nullable Node called(Matcher called) {
        return called.matches() ? new Node.Called(called.group(1)) : null;
    }
}
