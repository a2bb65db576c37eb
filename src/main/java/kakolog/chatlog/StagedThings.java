package kakolog.chatlog;

import java.util.LinkedHashMap;
import java.util.Map;
import kakolog.chat.ChatThread;
import kakolog.chat.Medium;
import kakolog.chat.Speaker;
import kakolog.id.Snowflake;

/**
 * What belongs to the messages of a log that is being read. It repeats itself, so that it has room in memory; there and on the
 * pages of the log, which know all of it, it is bounded. For one thread.
 */
final class StagedThings {
    /** Far beyond those who have ever spoken in a channel of an evening; at the longest names, 40 MB. */
    static final int MOST_PEOPLE = 50_000;
    /** Of roles and channels, and of threads. */
    static final int MOST_NAMES = 50_000;

    static final int MOST_FILES = 100_000;
    /** Of keys, names and addresses of all files together: three hundred a file, as Discord signs them. */
    static final int MOST_CHARACTERS = 30_000_000;

    private final Map<Snowflake, Speaker> speakers = new LinkedHashMap<>();
    private final Map<Snowflake, ChatThread> threads = new LinkedHashMap<>();
    private final Map<Snowflake, String> names = new LinkedHashMap<>();
    private final Map<String, Medium> media = new LinkedHashMap<>();
    private int characters;

    /** @throws Unfit where they are too many, as below */
    void put(Speaker speaker) {
        speakers.put(speaker.id(), speaker);
        refuseBeyond(MOST_PEOPLE, speakers.size(), "people");
    }

    void put(ChatThread thread) {
        threads.put(thread.id(), thread);
        refuseBeyond(MOST_NAMES, threads.size(), "names");
    }

    void name(Snowflake roleOrChannel, String name) {
        names.put(roleOrChannel, name);
        refuseBeyond(MOST_NAMES, names.size(), "names");
    }

    void put(Medium medium) {
        var before = media.put(medium.key(), medium);
        characters += length(medium) - (before == null ? 0 : length(before));
        refuseBeyond(MOST_FILES, media.size(), "files");
        refuseBeyond(MOST_CHARACTERS, characters, "addresses");
    }

    private static int length(Medium medium) {
        return medium.key().length()
                + medium.name().length()
                + medium.location().length();
    }

    private static void refuseBeyond(int most, int number, String what) {
        if (number > most) {
            throw new Unfit("log.import.fault.too-many-" + what, String.valueOf(most));
        }
    }

    Map<Snowflake, Speaker> speakers() {
        return speakers;
    }

    Map<Snowflake, ChatThread> threads() {
        return threads;
    }

    Map<Snowflake, String> names() {
        return names;
    }

    Map<String, Medium> media() {
        return media;
    }
}
