package kakolog.content;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import kakolog.id.EventSlug;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TimetableTest {
    @ParameterizedTest
    @CsvSource({
        "2021-06-01T00:00:00+09:00, OPEN",
        "2021-07-05T23:59:59.999+09:00, OPEN",
        "2021-07-06T00:00:00+09:00, CLOSED",
        "2021-07-06T19:14:59+09:00, CLOSED",
        "2021-07-06T19:15:00+09:00, URL_SHARED",
        "2021-07-06T19:24:59+09:00, URL_SHARED",
        "2021-07-06T19:25:00+09:00, TEST_STREAM",
        "2021-07-06T19:29:59+09:00, TEST_STREAM",
        "2021-07-06T19:30:00+09:00, LIVE",
        "2021-07-06T20:59:59+09:00, LIVE",
        "2021-07-06T21:00:00+09:00, ENDED",
        "2021-07-06T12:00:00Z, ENDED"
    })
    void each_state_begins_with_its_second(String time, EventState expected) {
        assertEquals(expected, event("").state(at(time)));
    }

    @Test
    void a_deadline_of_its_own_counts_to_the_end_of_its_minute() {
        var event = event("signup_closes: 2021-07-06 12:00\n");
        assertEquals(EventState.OPEN, event.state(at("2021-07-06T12:00:59.999+09:00")));
        assertEquals(EventState.CLOSED, event.state(at("2021-07-06T12:01:00+09:00")));
    }

    @Test
    void what_the_organizers_said_comes_before_the_clock() {
        assertEquals(EventState.DRAFT, event("status: draft\n").state(at("2021-07-06T20:00:00+09:00")));
        assertEquals(EventState.CALLED_OFF, event("status: called_off\n").state(at("2021-07-06T20:00:00+09:00")));
    }

    @Test
    void the_next_change_is_the_next_boundary() {
        var times = event("").times();
        assertEquals(
                at("2021-07-06T19:15:00+09:00"),
                times.nextChange(at("2021-07-06T00:00:00+09:00")).orElseThrow());
        assertEquals(
                at("2021-07-07T00:00:00+09:00"),
                times.nextChange(at("2021-07-06T21:00:00+09:00")).orElseThrow());
        assertEquals(true, times.nextChange(at("2021-07-07T00:00:00+09:00")).isEmpty());
    }

    @Test
    void the_line_to_sign_up_is_the_communitys_byte_for_byte() {
        assertEquals("2021 年 7 月 6 日 (火) 19:30~ のイベントに参加します", SignUpLine.of(event("")));
    }

    private static Event event(String more) {
        var text = "---\ndate: 2021-07-06\nstart: \"19:30\"\nend: \"21:00\"\n" + more + "---\n- a\n";
        var faults = new Faults("f");
        return EventFile.read(
                        new EventSlug("2021-07-06"), text.getBytes(StandardCharsets.UTF_8), Site.unnamed(), faults)
                .orElseThrow(() -> new AssertionError(faults.all()));
    }

    private static Instant at(String time) {
        return OffsetDateTime.parse(time).toInstant();
    }
}
