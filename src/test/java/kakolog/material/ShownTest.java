package kakolog.material;

import static kakolog.material.Evenings.JULY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import kakolog.blob.BlobId;
import kakolog.blob.FileName;
import kakolog.content.Event;
import kakolog.content.Event.Status;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** From when on a material is for participants, and no longer for organizers alone. */
final class ShownTest {
    private static final Instant NOON = Instant.parse("2021-07-06T12:00:00+09:00");
    private static final Revision FILE =
            new Revision(1, new Content.File(new BlobId("0".repeat(64)), 9, FileType.PDF), NOON, "1", "Hanako");

    @ParameterizedTest
    @CsvSource({
        "now,                       2021-07-06T11:59:59+09:00, organizers",
        "now,                       2021-07-06T12:00:00+09:00, participants/2021-07-06",
        "2021-07-06T20:00:00+09:00, 2021-07-06T19:59:59+09:00, organizers",
        "2021-07-06T20:00:00+09:00, 2021-07-06T20:00:00+09:00, participants/2021-07-06",
        "2021-07-06T11:00:00Z,      2021-07-06T20:00:00+09:00, participants/2021-07-06",
        "ended,                     2021-07-06T20:59:59+09:00, organizers",
        "ended,                     2021-07-06T21:00:00+09:00, participants/2021-07-06",
        "never,                     2031-07-06T21:00:00+09:00, organizers"
    })
    void it_is_for_participants_once_it_is_published(String publication, Instant at, String audience) {
        var material = material(read(publication), null, null);
        var shown = new Shown(material, Evenings.july(Status.ANNOUNCED), at);
        assertEquals(audience, shown.audience().key());
        assertEquals(audience, shown.file(FILE).orElseThrow().audience().key());
        assertEquals("participants/2021-07-06", shown.holders().key());
        assertEquals(false, shown.isHidden());
    }

    @ParameterizedTest
    @ValueSource(strings = {"now", "ended"})
    void of_a_draft_it_is_the_organizers_and_hidden(String publication) {
        var shown = new Shown(
                material(read(publication), null, null), Evenings.july(Status.DRAFT), NOON.plusSeconds(999_999));
        assertEquals("organizers", shown.audience().key());
        assertEquals(true, shown.isHidden());
        assertEquals(true, shown.file(FILE).orElseThrow().isHidden());
    }

    @Test
    void an_event_that_is_called_off_never_ends() {
        var later = NOON.plusSeconds(999_999);
        var calledOff = Evenings.july(Status.CALLED_OFF);
        assertEquals("organizers", audience(material(read("ended"), null, null), calledOff, later));
        assertEquals("participants/2021-07-06", audience(material(read("now"), null, null), calledOff, later));
    }

    @Test
    void an_organizer_who_ends_the_evening_publishes_what_waits_for_its_end() {
        var material = material(read("ended"), null, null);
        var eight = Instant.parse("2021-07-06T20:00:00+09:00");
        assertEquals("organizers", audience(material, Evenings.july(Status.ANNOUNCED), eight));
        assertEquals("participants/2021-07-06", audience(material, Evenings.july(Status.ANNOUNCED, "20:00"), eight));
    }

    @Test
    void what_waits_for_approval_or_is_in_the_bin_is_the_organizers() {
        var announced = Evenings.july(Status.ANNOUNCED);
        assertEquals("organizers", audience(material(read("now"), NOON, null), announced, NOON));
        assertEquals("organizers", audience(material(read("now"), null, NOON), announced, NOON));
    }

    @Test
    void the_next_publication_is_the_one_that_the_clock_alone_brings() {
        var announced = Evenings.july(Status.ANNOUNCED);
        var end = Instant.parse("2021-07-06T21:00:00+09:00");
        assertEquals(Optional.of(end), material(read("ended"), null, null).nextPublication(announced, NOON));
        assertEquals(Optional.empty(), material(read("ended"), null, null).nextPublication(announced, end));
        assertEquals(Optional.empty(), material(read("ended"), NOON, null).nextPublication(announced, NOON));
        assertEquals(Optional.empty(), material(read("now"), null, null).nextPublication(announced, NOON));
        assertEquals(Optional.empty(), material(read("never"), null, null).nextPublication(announced, NOON));
        assertEquals(
                Optional.empty(),
                material(read("ended"), null, null).nextPublication(Evenings.july(Status.DRAFT), NOON));
    }

    @Test
    void an_outside_link_has_no_bytes() {
        var link = new Revision(1, new Content.Outside(URI.create("https://slides.example/a")), NOON, "1", "Hanako");
        var shown = new Shown(material(read("now"), null, null), Evenings.july(Status.ANNOUNCED), NOON);
        assertEquals(Optional.empty(), shown.file(link));
    }

    @Test
    void a_material_is_never_shown_as_another_events() {
        var other = new Material(
                1,
                Evenings.MAY,
                new FileName("a.pdf"),
                new Title("a"),
                0,
                Publication.Never.INSTANCE,
                null,
                null,
                1,
                FILE);
        assertThrows(IllegalArgumentException.class, () -> new Shown(other, Evenings.july(Status.ANNOUNCED), NOON));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "NOW",
                "at",
                "tomorrow",
                "2021-07-06",
                "2021-07-06T20:00",
                "2021-07-06T20:00:00",
                "2021-02-30T20:00:00+09:00",
                "+12021-07-06T20:00:00Z",
                "-2021-07-06T20:00:00Z"
            })
    void a_text_that_says_no_time_is_no_publication(String text) {
        assertEquals(Optional.empty(), Publication.read(text, NOON));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "slides",
                "/relative",
                "javascript:alert(1)",
                "data:text/html,a",
                "ftp://slides.example/a",
                "https:///a",
                "https://user:secret@slides.example/a",
                "https://slides.example/a b",
                "mailto:a@slides.example"
            })
    void what_is_no_address_of_another_site_is_no_outside_link(String text) {
        assertEquals(Optional.empty(), Content.Outside.of(text));
    }

    @Test
    void an_outside_link_is_a_web_address_of_at_most_2000_characters() {
        assertEquals(
                "https://slides.example/a?b=c#3",
                Content.Outside.of(" https://slides.example/a?b=c#3 ")
                        .orElseThrow()
                        .url()
                        .toString());
        assertEquals(Optional.empty(), Content.Outside.of("https://slides.example/" + "a".repeat(2_000)));
    }

    private static String audience(Material material, Event event, Instant now) {
        return new Shown(material, event, now).audience().key();
    }

    private static Publication read(String text) {
        return Publication.read(text, NOON).orElseThrow();
    }

    private static Material material(
            Publication publication, @Nullable Instant waitingSince, @Nullable Instant deletedAt) {
        return new Material(
                1,
                JULY,
                new FileName("slides.pdf"),
                new Title("slides"),
                0,
                publication,
                waitingSince,
                deletedAt,
                1,
                FILE);
    }
}
