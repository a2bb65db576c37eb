package kakolog.chatlog;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import kakolog.chatlog.LogView.Bar;
import kakolog.chatlog.LogView.Course;
import kakolog.db.Database;
import kakolog.id.EventSlug;
import kakolog.text.Days;

/** How many messages there were minute by minute, counted once for each version of a log. Thread safe. */
final class Courses {
    private static final int MOST_BARS = 90;
    private static final int[] MINUTES = {1, 2, 5, 10, 15, 30, 60, 120, 240, 720, 1440};

    private final Database database;
    private final Map<EventSlug, Counted> known = new ConcurrentHashMap<>();

    /** Messages by minutes since 1970. */
    private record Counted(long version, NavigableMap<Long, Integer> minutes, Extent extent) {}

    /** How large a log is. */
    record Extent(int messages, int people) {}

    Courses(Database database) {
        this.database = database;
    }

    /** At most 90 bars of equal stretches, empty ones too. */
    Course of(Log log, ZoneId zone) {
        return draw(log.event(), counted(log).minutes(), zone);
    }

    Extent extent(Log log) {
        return counted(log).extent();
    }

    private Counted counted(Log log) {
        var counted = known.get(log.event());
        if (counted == null || counted.version() != log.version()) {
            var minutes = count(log);
            int messages = minutes.values().stream().mapToInt(Integer::intValue).sum();
            counted = new Counted(log.version(), minutes, new Extent(messages, people(log)));
            known.put(log.event(), counted);
        }
        return counted;
    }

    /** Those of whom at least one message is left. */
    private int people(Log log) {
        return database.reader()
                .withHandle(handle -> handle.createQuery("""
                        select count(distinct author) from log_message
                        where event = :event and sent_at >= :from and sent_at < :until and author <> :nobody
                        """)
                        .bind("event", log.event().value())
                        .bind("from", LogLines.from(log))
                        .bind("until", LogLines.until(log))
                        .bind("nobody", OrderedIds.of(Removals.NOBODY))
                        .mapTo(Integer.class)
                        .one());
    }

    private NavigableMap<Long, Integer> count(Log log) {
        var minutes = new TreeMap<Long, Integer>();
        database.reader()
                .withHandle(handle -> handle.createQuery("""
                        select sent_at / 60000 as minute, count(*) as messages from log_message
                        where event = :event and sent_at >= :from and sent_at < :until group by minute
                        """)
                        .bind("event", log.event().value())
                        .bind("from", LogLines.from(log))
                        .bind("until", LogLines.until(log))
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
        int most = sums.stream().mapToInt(Integer::intValue).max().orElse(1);
        var bars = new ArrayList<Bar>();
        for (int i = 0; i < sums.size(); i++) {
            var time = time(begin + (long) i * stretch, zone);
            bars.add(new Bar(
                    time, LogAddress.at(event, time), sums.get(i), (int) Math.ceil(100.0 * sums.get(i) / most)));
        }
        return new Course(bars, time(first, zone), time(last, zone));
    }

    private static int stretch(long minutes) {
        for (int stretch : MINUTES) {
            if (minutes <= (long) stretch * MOST_BARS) {
                return stretch;
            }
        }
        return (int) Math.min(Integer.MAX_VALUE, minutes / MOST_BARS + 1);
    }

    private static String time(long minute, ZoneId zone) {
        return Days.time(Instant.ofEpochSecond(minute * 60).atZone(zone));
    }
}
