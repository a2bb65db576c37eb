package kakolog.content;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import kakolog.id.EventSlug;
import org.junit.jupiter.api.Test;

final class EventFileTest {
    private static final String FRONT = "---\ndate: 2021-07-06\nstart: \"19:30\"\nhosts: []\nguests: []\n---\n";

    @Test
    void a_whole_file_becomes_an_event() {
        var event = read("""
                        ---
                        date: 2021-07-06
                        start: "19:30"
                        end: "21:00"
                        title: 雑談中心
                        hosts: [voluntas]
                        guests: ["@flano-yuki", neko-suki]
                        attendance: 36
                        ---

                        - WebRTC
                          - [Sora](https://sora.example/)
                          - @voluntas @melpon (予定)
                        - @flano-yuki @neko-suki
                        """).orElseThrow();
        assertEquals("雑談中心", event.title());
        assertEquals(List.of("flano-yuki", "neko-suki"), event.guests());
        assertEquals("2021-07-06", event.role());
        assertEquals(4, event.items().count());
        assertEquals(List.of(new Link("Sora", "https://sora.example/")), event.links());
        assertEquals(List.of("voluntas", "melpon"), event.agenda().get(0).speakers());
        assertEquals(List.of("flano-yuki", "neko-suki"), event.speakers());
        assertEquals(
                "2021-07-06T21:00+09:00[Asia/Tokyo]",
                String.valueOf(event.times().statedEnd()));
    }

    @Test
    void windows_line_ends_and_a_byte_order_mark_change_nothing() {
        var unix = read(FRONT + "\n- a\n  - b\n").orElseThrow();
        var windows = read("\uFEFF" + (FRONT + "\n- a\n  - b\n").replace("\n", "\r\n"))
                .orElseThrow();
        assertEquals(unix, windows);
    }

    @Test
    void all_faults_are_told_at_once_each_with_its_line() {
        assertEquals(
                List.of(
                        "events/2021-07-06.md:2: date: 2021-07-07, expected 2021-07-06, as the file is named",
                        "events/2021-07-06.md:4: the key start a second time, expected each key once",
                        "events/2021-07-06.md:5: end: 19:00, expected a time after the start",
                        "events/2021-07-06.md:7: guests: Mr. Quic, expected handles of ASCII letters, digits, - and _",
                        "events/2021-07-06.md:8: attendance: many, expected a number of people",
                        "events/2021-07-06.md:9: unknown key ende, expected one of attendance, date, end, guests, hosts,"
                                + " log, role, signup_closes, start, status, title",
                        "events/2021-07-06.md:12: a block of the kind Heading, expected a list item or a paragraph",
                        "events/2021-07-06.md:14: a link to javascript:alert(1), expected an http:// or https:// address"),
                faults("""
                        ---
                        date: 2021-07-07
                        start: "19:30"
                        start: "19:31"
                        end: "19:00"
                        hosts: []
                        guests: [Mr. Quic]
                        attendance: many
                        ende: "21:00"
                        ---

                        # Agenda

                        - [x](javascript:alert(1))
                        """));
    }

    @Test
    void what_hides_or_loses_an_item_is_told() {
        assertEquals(
                List.of(
                        "events/2021-07-06.md:8: a list mark with a full-width blank behind it, expected a half-width blank",
                        "events/2021-07-06.md:10: an item without words, expected words after the list mark",
                        "events/2021-07-06.md:11: an invisible character U+202E, expected it deleted"),
                faults(FRONT + "\n-\u3000項目\n\n-\n- a\u202Eb\n"));
    }

    @Test
    void front_matter_is_needed_and_must_end() {
        assertEquals(
                List.of("events/2021-07-06.md:1: no front matter, expected a line of --- first, keys, and a line of ---"
                        + " again"),
                faults("- a\n"));
        assertEquals(
                List.of("events/2021-07-06.md:1: front matter without an end, expected a line of --- after the keys"),
                faults("---\ndate: 2021-07-06\n"));
    }

    @Test
    void an_alias_bomb_is_refused_before_it_grows() {
        assertEquals(
                List.of("events/2021-07-06.md:3: an alias (*name), expected the value itself"),
                faults("---\na: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n---\n"));
    }

    @Test
    void yaml_nested_beyond_reason_is_refused() {
        var fault = faults("---\nhosts: " + "[".repeat(50_000) + "\n---\n").get(0);
        assertEquals("events/2021-07-06.md:2: nested more than 16 deep, expected plain lists and keys", fault);
    }

    @Test
    void broken_yaml_bad_bytes_and_sheer_size_are_told() {
        assertTrue(faults("---\nhosts: [a\n---\n").get(0).startsWith("events/2021-07-06.md:"));
        var found = new Faults("events/2021-07-06.md");
        var bytes = (FRONT + "- a\n- b\n").getBytes(StandardCharsets.UTF_8);
        bytes[bytes.length - 2] = (byte) 0xE3;
        EventFile.read(new EventSlug("2021-07-06"), bytes, Site.unnamed(), found);
        assertEquals(
                "events/2021-07-06.md:8: bytes that are not UTF-8, expected the file saved as UTF-8",
                found.all().get(0).toString());
        assertEquals(
                "events/2021-07-06.md:1: 5000119 bytes, expected at most 1000000",
                faults(FRONT + "- a" + "x".repeat(5_000_000) + " ".repeat(119 - 3 - FRONT.length()))
                        .get(0));
    }

    @Test
    void an_items_id_stays_when_others_move_and_changes_with_its_words() {
        var before = read(FRONT + "- A\n  - x\n  - y\n  - y\n").orElseThrow();
        var moved = read(FRONT + "- B\n- A\n  - new\n  - y\n  - x\n  - y\n").orElseThrow();
        var renamed = read(FRONT + "- A2\n  - x\n").orElseThrow();
        assertEquals(idOf(before, "x"), idOf(moved, "x"));
        assertEquals(idsOf(before, "y"), idsOf(moved, "y"));
        assertEquals(2, idsOf(before, "y").stream().distinct().count());
        assertNotEquals(idOf(before, "x"), idOf(renamed, "x"));
    }

    private static String idOf(Event event, String text) {
        return idsOf(event, text).get(0);
    }

    private static List<String> idsOf(Event event, String text) {
        return event.items()
                .filter(item -> item.text().equals(text))
                .map(AgendaItem::id)
                .toList();
    }

    private static Optional<Event> read(String text) {
        var faults = new Faults("events/2021-07-06.md");
        var event = EventFile.read(
                new EventSlug("2021-07-06"), text.getBytes(StandardCharsets.UTF_8), Site.unnamed(), faults);
        assertEquals(List.of(), faults.all());
        return event;
    }

    private static List<String> faults(String text) {
        var faults = new Faults("events/2021-07-06.md");
        EventFile.read(new EventSlug("2021-07-06"), text.getBytes(StandardCharsets.UTF_8), Site.unnamed(), faults);
        return faults.all().stream().map(Fault::toString).toList();
    }
}
