package kakolog.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.stream.Stream;
import kakolog.id.EventSlug;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LogRowTest {
    @ParameterizedTest
    @CsvSource({
        "2099-12-31, 0, 0",
        "2099-12-31, 262143, 262143",
        "2099-12-31-2, 1, 262145",
        "2099-12-30-4, 7, 1835015",
        "2021-05-18, 3, 30110908419",
        "0000-01-01, 0, 804267229184",
    })
    void a_number_says_event_and_place(EventSlug event, int place, long row) {
        assertEquals(row, LogRow.of(event, place));
        assertEquals(event, LogRow.event(row));
        assertEquals(place, LogRow.place(row));
    }

    @Test
    void numbers_go_up_from_the_newest_evening_to_the_oldest() {
        var rows = Stream.of("2021-07-06", "2021-05-18", "2021-05-18-2", "2021-05-18-3", "2021-05-17")
                .map(EventSlug::new)
                .flatMap(event -> Stream.of(LogRow.of(event, 0), LogRow.of(event, LogRow.PLACES - 1)))
                .toList();
        assertEquals(rows.stream().sorted().toList(), rows);
    }

    @Test
    void evenings_share_no_number() {
        var first = LogRow.range(new EventSlug("2021-05-18"));
        var second = LogRow.range(new EventSlug("2021-05-18-2"));
        assertEquals(first.high() + 1, second.low());
        assertEquals(LogRow.of(new EventSlug("2021-05-18"), 0), first.low());
    }

    @ParameterizedTest
    @ValueSource(strings = {"2100-01-01", "9999-12-31", "2021-05-18-5", "2021-05-18-99"})
    void there_are_no_numbers_for_some(EventSlug event) {
        assertFalse(LogRow.canHold(event));
        assertThrows(IllegalArgumentException.class, () -> LogRow.of(event, 0));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, LogRow.PLACES})
    void there_is_no_such_place(int place) {
        assertThrows(IllegalArgumentException.class, () -> LogRow.of(new EventSlug("2021-05-18"), place));
    }
}
