package kakolog.chatlog;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kakolog.chat.ChatThread;
import kakolog.chatlog.LogView.Unfolded;
import kakolog.id.EventSlug;
import kakolog.id.Snowflake;

/**
 * The threads that unfold under the messages of one page, in order, each with as many of its first messages as the page has room
 * for: at least its name stands there.
 */
record Unfolding(List<Begun> threads) {
    private static final int OF_A_THREAD = 20;
    /** More than there are messages on a page only where most of their openers are missing. */
    private static final int MOST = 200;

    /** The beginning of a thread. */
    record Begun(Snowflake opener, ChatThread thread, int size, List<Line> lines) {}

    Unfolding {
        threads = List.copyOf(threads);
    }

    static Unfolding none() {
        return new Unfolding(List.of());
    }

    /** Those under these messages of the channel. */
    static Unfolding under(List<Line> shown, Log log, Cast cast, LogLines lines) {
        var openers = new LinkedHashMap<Snowflake, Snowflake>();
        for (var line : shown) {
            for (var thread : cast.openers().getOrDefault(line.id(), List.of())) {
                if (openers.size() < MOST) {
                    openers.put(thread.id(), line.id());
                }
            }
        }
        var sizes = lines.sizes(log, openers.keySet());
        var beginnings = lines.beginnings(log, openers.keySet(), OF_A_THREAD);
        var threads = new ArrayList<Begun>();
        int room = Weight.MOST - Weight.of(shown) - Weight.OF_A_LINK * openers.size();
        for (var opened : openers.entrySet()) {
            var thread = cast.threads().get(opened.getKey());
            var fitting = Weight.fitting(beginnings.getOrDefault(opened.getKey(), List.of()), room);
            room -= Weight.of(fitting);
            if (thread != null) {
                threads.add(new Begun(opened.getValue(), thread, sizes.getOrDefault(opened.getKey(), 0), fitting));
            }
        }
        return new Unfolding(threads);
    }

    /** All their messages that are shown. */
    Stream<Line> lines() {
        return threads.stream().flatMap(begun -> begun.lines().stream());
    }

    /** As they are shown, by the messages that they unfold under. */
    Map<Snowflake, List<Unfolded>> shown(EventSlug event, Posts posts, PageNames names) {
        var unfolded = new LinkedHashMap<Snowflake, List<Unfolded>>();
        for (var begun : threads) {
            unfolded.computeIfAbsent(begun.opener(), opener -> new ArrayList<>())
                    .add(new Unfolded(
                            begun.thread().name(),
                            begun.size(),
                            LogAddress.thread(event, begun.thread().id()),
                            LogLayout.of(begun.lines(), posts, names, false),
                            begun.size() <= begun.lines().size()));
        }
        return unfolded;
    }
}
