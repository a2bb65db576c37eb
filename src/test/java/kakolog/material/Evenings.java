package kakolog.material;

import java.time.ZonedDateTime;
import java.util.List;
import kakolog.content.Event;
import kakolog.content.Event.LogReaders;
import kakolog.content.Event.Status;
import kakolog.content.Timetable;
import kakolog.id.EventSlug;

/** Evenings of the sixth of July 2021, 19:30 to 21:00 in Tokyo. */
final class Evenings {
    static final EventSlug JULY = new EventSlug("2021-07-06");
    static final EventSlug MAY = new EventSlug("2021-05-18");

    private Evenings() {}

    static Event july(Status status) {
        return july(status, "21:00");
    }

    /** @param end when it ended, by its file or by an organizer's word */
    static Event july(Status status, String end) {
        var times = new Timetable(at("00:00"), at("19:15"), at("19:25"), at("19:30"), null, at(end));
        return new Event(
                JULY,
                times,
                null,
                "2021-07-06",
                List.of(),
                List.of(),
                null,
                status,
                LogReaders.BOOSTERS,
                "",
                List.of(),
                List.of(),
                "",
                List.of());
    }

    private static ZonedDateTime at(String time) {
        return ZonedDateTime.parse("2021-07-06T" + time + ":00+09:00[Asia/Tokyo]");
    }
}
