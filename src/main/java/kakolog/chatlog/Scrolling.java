package kakolog.chatlog;

import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
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
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("H:mm", Locale.ROOT);

    private final LogLines lines;

    Scrolling(LogLines lines) {
        this.lines = lines;
    }

    /**
     * A stretch.
     *
     * @param part what it is a stretch of
     * @param lines oldest first; more than are shown may be in it, of which the last ones are left out
     * @param more whether there are others after them all
     */
    record Stretch(Part part, List<Line> lines, boolean less, boolean more) {}

    Stretch of(Log log, Asking asking, ZoneId zone) {
        var message = id(asking, "m");
        if (message.isPresent()) {
            return around(log, message.get());
        }
        var part = part(asking);
        var at = asking.parameter("at");
        if (at.isPresent()) {
            return from(
                    log,
                    part,
                    at.flatMap(text -> firstAt(log, part, text, zone)).orElse(null));
        }
        var before = id(asking, "before");
        if (before.isPresent()) {
            return before(log, part, before.get());
        }
        return after(log, part, id(asking, "after").orElse(null));
    }

    private static Part part(Asking asking) {
        var thread = id(asking, "thread");
        if (thread.isPresent()) {
            return new Part.OfThread(thread.get());
        }
        return asking.parameter("only").filter("questions"::equals).isPresent()
                ? Part.Questions.INSTANCE
                : Part.Channel.INSTANCE;
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
        var shownBefore = nearest(before, BEFORE_A_MESSAGE, (Weight.MOST - Weight.of(line)) / 2);
        var after = lines.after(log, part, message, MOST - BEFORE_A_MESSAGE + 1);
        var all = Stream.of(shownBefore.stream(), Stream.of(line), after.stream())
                .flatMap(stream -> stream)
                .toList();
        return cut(part, all, before.size() > shownBefore.size());
    }

    private Stretch from(Log log, Part part, @Nullable Line line) {
        if (line == null) {
            return after(log, part, null);
        }
        var rest = lines.after(log, part, line.id(), MOST);
        var all = Stream.concat(Stream.of(line), rest.stream()).toList();
        return cut(part, all, !lines.before(log, part, line.id(), 1).isEmpty());
    }

    private Stretch after(Log log, Part part, @Nullable Snowflake id) {
        return cut(part, lines.after(log, part, id, MOST + 1), id != null);
    }

    private Stretch before(Log log, Part part, Snowflake id) {
        var found = lines.before(log, part, id, MOST + 1);
        var shown = nearest(found, MOST, Weight.MOST);
        return new Stretch(part, shown, found.size() > shown.size(), true);
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

    private static Stretch cut(Part part, List<Line> all, boolean less) {
        return all.size() > MOST
                ? new Stretch(part, List.copyOf(all.subList(0, MOST)), less, true)
                : new Stretch(part, all, less, false);
    }

    /** The first message of a part at this time of the evening or later; an evening may go on past midnight. */
    private Optional<Line> firstAt(Log log, Part part, String text, ZoneId zone) {
        var begin = lines.after(log, Part.Channel.INSTANCE, null, 1).stream().findFirst();
        try {
            var time = LocalTime.parse(text, CLOCK);
            return begin.flatMap(first -> {
                var start = first.at().atZone(zone);
                var same = start.with(time);
                // What is earlier than the first message is the morning after, unless it is that very evening's lead.
                var at = same.isBefore(start.minusHours(12)) ? same.plusDays(1) : same;
                return lines.firstFrom(log, part, at.toInstant());
            });
        } catch (DateTimeParseException noTime) {
            return Optional.empty();
        }
    }
}
