package kakolog.chatlog;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import kakolog.chatlog.LogView.Bar;
import kakolog.chatlog.LogView.Course;
import kakolog.db.Database;
import kakolog.id.EventSlug;
import kakolog.text.Days;

/** How many messages there were minute by minute, counted once for each version of a log. Thread safe. */
final class Courses {
    private static final int MOST_BARS = 90;
    private static final int MINUTES_OF_A_DAY = 1440;
    private static final int[] MINUTES = {1, 2, 5, 10, 15, 30, 60, 120, 240, 720, 1440};

    private final Database database;
    private final Kept<Counted> known;

    /** Messages by minutes since 1970. */
    private record Counted(NavigableMap<Long, Integer> minutes, Extent extent) {}

    /** How large a log is. */
    record Extent(int messages, int people) {}

    Courses(Database database) {
        this.database = database;
        known = new Kept<>(Kept.in(database));
    }

    /** At most 90 bars of equal stretches, empty ones too. */
    Course of(Log log, ZoneId zone) {
        return draw(log.event(), counted(log).minutes(), zone);
    }

    Extent extent(Log log) {
        return counted(log).extent();
    }

    private Counted counted(Log log) {
        return known.of(log, () -> {
            var minutes = count(log);
            int messages = minutes.values().stream().mapToInt(Integer::intValue).sum();
            return new Counted(minutes, new Extent(messages, people(log)));
        });
    }

    /** Those of whom at least one message is left. */
    private int people(Log log) {
        return database.reader()
                .withHandle(handle -> LogLines.bind(
                                handle.createQuery("select count(distinct author) from log_message where "
                                        + LogLines.IN_WINDOW + " and author <> :nobody"),
                                log)
                        .bind("nobody", OrderedIds.of(Removals.NOBODY))
                        .mapTo(Integer.class)
                        .one());
    }

    private NavigableMap<Long, Integer> count(Log log) {
        var minutes = new TreeMap<Long, Integer>();
        database.reader()
                .withHandle(handle -> LogLines.bind(
                                handle.createQuery(
                                        "select sent_at / 60000 as minute, count(*) as messages from log_message where "
                                                + LogLines.IN_WINDOW + " group by minute"),
                                log)
                        .map((row, context) -> minutes.put(row.getLong("minute"), row.getInt("messages")))
                        .list());
        return minutes;
    }

    private static Course draw(EventSlug event, NavigableMap<Long, Integer> minutes, ZoneId zone) {
        if (minutes.isEmpty()) {
            return new Course(List.of(), "", "");
        }
        long first = minutes.firstKey();
        long last = minutes.lastKey();
        int stretch = stretch(last - first + 1);
        long begin = first - first % stretch;
        var sums = new ArrayList<Integer>();
        for (long at = begin; at <= last && sums.size() <= 2 * MOST_BARS; at += stretch) {
            sums.add(minutes.subMap(at, at + stretch).values().stream()
                    .mapToInt(Integer::intValue)
                    .sum());
        }
        // Where it is the same time of the day more than once, the day is told too.
        boolean days = last - begin >= MINUTES_OF_A_DAY;
        int most = sums.stream().mapToInt(Integer::intValue).max().orElse(1);
        var bars = new ArrayList<Bar>();
        for (int i = 0; i < sums.size(); i++) {
            var time = time(begin + (long) i * stretch, zone, days);
            bars.add(new Bar(time.replace('T', ' '), LogAddress.at(event, time), sums.get(i), (int)
                    Math.ceil(100.0 * sums.get(i) / most)));
        }
        return new Course(
                bars,
                time(first, zone, days).replace('T', ' '),
                time(last, zone, days).replace('T', ' '));
    }

    private static int stretch(long minutes) {
        for (int stretch : MINUTES) {
            if (minutes <= (long) stretch * MOST_BARS) {
                return stretch;
            }
        }
        return (int) Math.min(Integer.MAX_VALUE, minutes / MOST_BARS + 1);
    }

    /** As {@code ?at=} has it. */
    private static String time(long minute, ZoneId zone, boolean withDay) {
        var time = Instant.ofEpochSecond(minute * 60).atZone(zone);
        return withDay ? time.toLocalDate() + "T" + Days.time(time) : Days.time(time);
    }
}
