package kakolog.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import biweekly.Biweekly;
import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.property.Status;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import kakolog.RunningKakolog;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** {@code /calendar.ics} and {@code /events/{slug}.ics}: everyone's, read back as a calendar program does. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class CalendarsTest {
    private RunningKakolog kakolog;

    @BeforeAll
    void start() {
        kakolog = RunningKakolog.start();
    }

    @AfterAll
    void stop() {
        kakolog.close();
    }

    @Test
    void event_stands_at_its_time_in_the_zone_of_the_community() {
        var calendar = read(kakolog, "/events/2021-07-06.ics");
        var event = calendar.getEvents().get(0);
        assertEquals("2021-07-06@127.0.0.1", event.getUid().getValue());
        assertEquals(Instant.parse("2021-07-06T10:30:00Z"), start(event));
        assertEquals(
                Instant.parse("2021-07-06T12:00:00Z"),
                event.getDateEnd().getValue().toInstant());
        assertEquals("SHIGURADIO 雑談中心", event.getSummary().getValue());
        assertTrue(event.getDescription().getValue().startsWith("WebRTC\nWebRTC Native Client Momo\n"));
        assertEquals(kakolog.url("/events/2021-07-06"), event.getUrl().getValue());
        var zone = calendar.getTimezoneInfo().getTimezone(event.getDateStart());
        assertEquals("Asia/Tokyo", zone.getComponent().getTimezoneId().getValue());
        assertEquals(1, zone.getComponent().getStandardTimes().size());
    }

    @Test
    void calendar_holds_all_events_and_no_fault() {
        var calendar = read(kakolog, "/calendar.ics");
        assertEquals(11, calendar.getEvents().size());
        assertEquals("", calendar.validate(ICalVersion.V2_0).toString());
    }

    @Test
    void end_that_nobody_stated_is_not_invented() {
        var event = read(kakolog, "/events/2020-11-10.ics").getEvents().get(0);
        assertNull(event.getDateEnd());
        assertNull(event.getDuration());
    }

    @Test
    void calendar_is_the_same_at_any_time() {
        var first = kakolog.get("/calendar.ics");
        assertEquals(
                "text/calendar;charset=utf-8",
                first.headers().firstValue("Content-Type").orElseThrow());
        kakolog.clock().advance(Duration.ofDays(1));
        assertEquals(first.body(), kakolog.get("/calendar.ics").body());
    }

    @Test
    void unknown_event_has_no_calendar() {
        assertEquals(404, kakolog.get("/events/2000-01-01.ics").statusCode());
        assertEquals(404, kakolog.get("/events/nonsense.ics").statusCode());
    }

    @Test
    void event_called_off_is_cancelled_and_counts_higher(@TempDir Path content) throws IOException {
        Files.createDirectories(content.resolve("events"));
        Files.writeString(
                content.resolve("events/2022-03-01.md"),
                "---\ndate: 2022-03-01\nstart: \"19:30\"\nstatus: called_off\ntitle: \"" + "絵文字😀".repeat(30)
                        + ", a\\\\b; c\\x01\"\n---\n");
        try (var other = RunningKakolog.start(content)) {
            var body = other.get("/events/2022-03-01.ics").body();
            body.lines().forEach(line -> assertTrue(line.getBytes(StandardCharsets.UTF_8).length <= 75, line));
            var event = Biweekly.parse(body).first().getEvents().get(0);
            assertEquals(Status.cancelled(), event.getStatus());
            assertEquals(1, event.getSequence().getValue());
            assertEquals(
                    "kakolog " + "絵文字😀".repeat(30) + ", a\\b; c",
                    event.getSummary().getValue().strip());
        }
    }

    @Test
    void zone_with_summer_time_carries_the_changes_among_its_events() {
        var zone = CalendarZone.of(
                ZoneId.of("Europe/Berlin"),
                Instant.parse("2021-01-01T00:00:00Z"),
                Instant.parse("2021-12-31T00:00:00Z"));
        assertEquals("""
                BEGIN:VTIMEZONE
                TZID:Europe/Berlin
                BEGIN:STANDARD
                DTSTART:20201025T030000
                TZOFFSETFROM:+0200
                TZOFFSETTO:+0100
                END:STANDARD
                BEGIN:DAYLIGHT
                DTSTART:20210328T020000
                TZOFFSETFROM:+0100
                TZOFFSETTO:+0200
                END:DAYLIGHT
                BEGIN:STANDARD
                DTSTART:20211031T030000
                TZOFFSETFROM:+0200
                TZOFFSETTO:+0100
                END:STANDARD
                END:VTIMEZONE
                """, zone.toString().replace("\r\n", "\n"));
    }

    @Test
    void zone_that_never_changed_has_one_offset() {
        var instant = Instant.parse("2021-01-01T00:00:00Z");
        var zone = CalendarZone.of(ZoneId.of("UTC"), instant, instant.plusSeconds(1));
        assertTrue(zone.toString().contains("DTSTART:19700101T000000\r\nTZOFFSETFROM:+0000\r\nTZOFFSETTO:+0000\r\n"));
    }

    private static Instant start(VEvent event) {
        return event.getDateStart().getValue().toInstant();
    }

    private static ICalendar read(RunningKakolog kakolog, String path) {
        return Biweekly.parse(kakolog.get(path).body()).first();
    }
}
