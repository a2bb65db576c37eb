package kakolog.content;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import kakolog.id.EventSlug;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ContentFolderTest {
    private static final String HEAD = "---\ndate: %s\nstart: \"19:30\"\n---\n";

    @TempDir
    Path folder;

    @BeforeEach
    void prepare() throws IOException {
        Files.createDirectories(folder.resolve("events"));
        Files.createDirectories(folder.resolve("pages"));
        write("site.yaml", "name: 雑談会\n");
        write("events/2021-07-06.md", HEAD.formatted("2021-07-06") + "- 初版\n");
    }

    @Test
    void a_faulty_file_keeps_its_last_good_version_and_is_named() throws IOException {
        var content = new ContentFolder(folder);
        assertEquals("初版", onlyItem(content.read()));
        write("events/2021-07-06.md", "---\ndate: 2021-07-06\n---\n- 壊れた版\n");
        var broken = content.read();
        assertEquals("初版", onlyItem(broken));
        assertEquals(
                List.of("events/2021-07-06.md:2: no start, expected start: a time as \"19:30\""),
                broken.faults().stream().map(Fault::toString).toList());
        assertEquals(1, content.read().faults().size(), "the fault stays until the file is mended");
        write("events/2021-07-06.md", HEAD.formatted("2021-07-06") + "- 第二版\n");
        assertEquals("第二版", onlyItem(content.read()));
        assertEquals(List.of(), content.read().faults());
    }

    @Test
    void one_bad_file_never_stops_the_others() throws IOException {
        write("events/2021-07-07.md", "\0\0\0");
        write("events/not-a-date.md", HEAD.formatted("2021-07-06"));
        write("pages/Über.md", "---\ntitle: x\n---\n");
        Files.createDirectory(folder.resolve("events/2021-07-08.md"));
        var snapshot = new ContentFolder(folder).read();
        assertEquals("初版", onlyItem(snapshot));
        assertEquals(
                4,
                snapshot.faults().stream().map(Fault::file).distinct().count(),
                () -> snapshot.faults().toString());
    }

    @Test
    void a_changed_default_of_the_site_changes_every_event() throws IOException {
        var content = new ContentFolder(folder);
        content.read();
        write("site.yaml", "name: 雑談会\ndefaults:\n  end: \"23:00\"\n");
        var event = content.read().published().get(0);
        assertEquals(23, event.times().end().getHour());
    }

    @Test
    void a_file_that_is_taken_away_takes_its_event_along() throws IOException {
        var content = new ContentFolder(folder);
        content.read();
        int before = content.fingerprint();
        Files.delete(folder.resolve("events/2021-07-06.md"));
        assertNotEquals(before, content.fingerprint());
        assertTrue(content.read().find(new EventSlug("2021-07-06")).isEmpty());
    }

    @Test
    void an_event_is_next_until_its_day_is_over() throws IOException {
        write("events/2021-08-03.md", HEAD.formatted("2021-08-03") + "- 次\n");
        write(
                "events/2021-07-20.md",
                HEAD.formatted("2021-07-20").replace("---\n", "---\n").replaceFirst("start", "status: draft\nstart"));
        var snapshot = new ContentFolder(folder).read();
        assertEquals("2021-07-06", nextAt(snapshot, "2021-07-06T14:59:59Z"));
        assertEquals("2021-08-03", nextAt(snapshot, "2021-07-06T15:00:00Z"));
        assertTrue(snapshot.next(Instant.parse("2021-08-03T15:00:00Z")).isEmpty());
    }

    @Test
    void a_pipe_among_the_files_is_a_fault_and_is_not_waited_for() throws Exception {
        Assumptions.assumeTrue(Files.exists(Path.of("/usr/bin/mkfifo")), "SKIPPED: no mkfifo on this system");
        var pipe = folder.resolve("events/2021-01-01.md");
        assertEquals(
                0,
                new ProcessBuilder("/usr/bin/mkfifo", pipe.toString()).start().waitFor());
        var snapshot =
                Assertions.assertTimeoutPreemptively(Duration.ofSeconds(10), () -> new ContentFolder(folder).read());
        assertEquals(
                List.of("events/2021-01-01.md:1: a file that cannot be read, expected a plain, readable file"),
                snapshot.faults().stream().map(Fault::toString).toList());
    }

    @Test
    void a_folder_or_site_yaml_that_vanishes_takes_nothing_along() throws IOException {
        var content = new ContentFolder(folder);
        content.read();
        int before = content.fingerprint();
        Files.move(folder.resolve("events"), folder.resolve("elsewhere"));
        Files.delete(folder.resolve("site.yaml"));
        assertNotEquals(before, content.fingerprint());
        var snapshot = content.read();
        assertEquals("初版", onlyItem(snapshot));
        assertEquals("雑談会", snapshot.site().name());
        assertEquals(
                List.of("site.yaml", "events"),
                snapshot.faults().stream().map(Fault::file).toList());
        Files.move(folder.resolve("elsewhere"), folder.resolve("events"));
        write("site.yaml", "name: 別の会\n");
        assertEquals(List.of(), content.read().faults());
        assertEquals("別の会", content.read().site().name());
    }

    @Test
    void what_somebody_meant_to_be_read_is_not_passed_over_in_silence() throws IOException {
        write("events/2021-10-08.MD", "x");
        write("events/2021-10-09.markdown", "x");
        write("events/2021-10-10.md~", "an editor's copy");
        assertEquals(2, new ContentFolder(folder).read().faults().size());
    }

    private static String nextAt(Snapshot snapshot, String time) {
        return snapshot.next(Instant.parse(time)).orElseThrow().slug().value();
    }

    private static String onlyItem(Snapshot snapshot) {
        return snapshot.published().get(0).agenda().get(0).text();
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }
}
