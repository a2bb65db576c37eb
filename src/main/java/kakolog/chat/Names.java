package kakolog.chat;

import java.time.Instant;
import java.util.Optional;
import kakolog.id.Snowflake;

/** What the ids in a message are called, and the words to show it with; nothing of it needs to be escaped. */
public interface Names {
    /** The name as it was shown; empty where nobody is known by that id, or they are removed. */
    String person(Snowflake id);

    /** Empty where the role is not known. */
    String role(Snowflake id);

    /** Empty where neither channel nor thread is known by that id. */
    String channel(Snowflake id);

    /** The address on this site of the picture of a custom emoji, from {@code /}; empty where none is kept. */
    Optional<String> emoji(Snowflake id);

    String unknownPerson();

    String unknownRole();

    String unknownChannel();

    /** What a reader who cannot see hears of a spoiler before its words. */
    String spoilerLabel();

    /** A moment in words, in the reader's zone; style is one of {@code t T d D f F R}, or another of Discord's to come. */
    String moment(Instant at, char style);
}
