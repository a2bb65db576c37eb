package kakolog.chatlog;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kakolog.chatlog.LogLines.Part;
import kakolog.id.Snowflake;
import kakolog.web.Asking;
import kakolog.web.NotFound;
import org.jspecify.annotations.Nullable;

/** Finds the stretch of a log that an address asks for. */
final class Scrolling {
    static final int MOST = 100;
    private static final int BEFORE_A_MESSAGE = 20;

    private final LogLines lines;

    Scrolling(LogLines lines) {
        this.lines = lines;
    }

    /**
     * A stretch.
     *
     * @param part what it is a stretch of
     * @param lines oldest first
     * @param less whether there are others before them all
     * @param more whether there are others after them all
     */
    record Stretch(Part part, List<Line> lines, boolean less, boolean more) {}

    Stretch of(Log log, Asking asking, ZoneId zone) {
        var message = id(asking, "m");
        if (message.isPresent()) {
            return around(log, message.get());
        }
        var part = part(log, asking);
        var at = asking.parameter("at");
        if (at.isPresent()) {
            return from(log, part, at.get(), zone);
        }
        var before = id(asking, "before");
        if (before.isPresent()) {
            return before(log, part, before.get());
        }
        return after(log, part, id(asking, "after").orElse(null));
    }

    private Part part(Log log, Asking asking) {
        var thread = id(asking, "thread");
        if (thread.isPresent()) {
            return new Part.OfThread(thread.get());
        }
        if (asking.parameter("only").filter("questions"::equals).isPresent()) {
            return Part.Questions.INSTANCE;
        }
        // Of a forum, or where only a thread was exported, all is in threads.
        return lines.has(log, Part.Channel.INSTANCE) ? Part.Channel.INSTANCE : Part.Whole.INSTANCE;
    }

    private static Optional<Snowflake> id(Asking asking, String parameter) {
        return asking.parameter(parameter).flatMap(Snowflake::of);
    }

    /** @throws NotFound where the log has no such message */
    private Stretch around(Log log, Snowflake message) {
        var line = lines.find(log, message).orElseThrow(NotFound::new);
        var thread = line.thread();
        var part = thread == null ? Part.Channel.INSTANCE : new Part.OfThread(thread);
        var before = lines.before(log, part, message, BEFORE_A_MESSAGE + 1);
        // Half of the room at most, so that the message and something after it has its place too.
        var shownBefore = nearest(before, BEFORE_A_MESSAGE, (Weight.MOST - Weight.of(line)) / 2);
        var after = lines.after(log, part, message, MOST);
        var all = Stream.of(shownBefore.stream(), Stream.of(line), after.stream())
                .flatMap(stream -> stream)
                .toList();
        return cut(part, all, before.size() > shownBefore.size());
    }

    private Stretch from(Log log, Part part, String time, ZoneId zone) {
        var first = lines.after(log, part, null, 1);
        var last = lines.before(log, part, null, 1);
        if (first.isEmpty() || last.isEmpty()) {
            return after(log, part, null);
        }
        var at = EveningTime.of(time, first.get(0).at(), last.get(0).at(), zone);
        if (at.isEmpty()) {
            return after(log, part, null);
        }
        return lines.firstFrom(log, part, at.get())
                .map(line -> from(log, part, line))
                .orElseGet(() -> before(log, part, null));
    }

    private Stretch from(Log log, Part part, Line line) {
        var rest = lines.after(log, part, line.id(), MOST);
        var all = Stream.concat(Stream.of(line), rest.stream()).toList();
        return cut(part, all, !lines.before(log, part, line.id(), 1).isEmpty());
    }

    private Stretch after(Log log, Part part, @Nullable Snowflake id) {
        return cut(part, lines.after(log, part, id, MOST + 1), id != null);
    }

    /** @param id null for the last ones of all */
    private Stretch before(Log log, Part part, @Nullable Snowflake id) {
        var found = lines.before(log, part, id, MOST + 1);
        var shown = nearest(found, MOST, Weight.MOST);
        if (shown.isEmpty() && !found.isEmpty()) {
            shown = List.of(found.get(found.size() - 1));
        }
        return new Stretch(part, shown, found.size() > shown.size(), id != null);
    }

    /** The last ones, so that what follows them has its place on the page: at most so many, of so many bytes together. */
    private static List<Line> nearest(List<Line> before, int most, int bytes) {
        int first = before.size();
        int left = bytes;
        while (first > 0 && before.size() - first < most && Weight.of(before.get(first - 1)) <= left) {
            first--;
            left -= Weight.of(before.get(first));
        }
        return List.copyOf(before.subList(first, before.size()));
    }

    /** As many from the first on as a page may hold, which is one at least: long messages are many bytes. */
    private static Stretch cut(Part part, List<Line> all, boolean less) {
        var shown = Weight.fitting(all.subList(0, Math.min(MOST, all.size())), Weight.MOST);
        if (shown.isEmpty() && !all.isEmpty()) {
            shown = List.of(all.get(0));
        }
        return new Stretch(part, shown, less, shown.size() < all.size());
    }
}
