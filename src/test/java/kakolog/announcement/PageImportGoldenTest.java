package kakolog.announcement;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The community's eleven evenings: the page as pandoc hands it over, and the files kept in content/. */
final class PageImportGoldenTest {
    private static final Path PAGE = Path.of("src/test/resources/import/announcement.md");
    private static final Path EVENTS = Path.of("content/events");

    @TempDir
    Path folder;

    @Test
    void page_becomes_the_files_we_keep_byte_for_byte() throws IOException {
        var report = new PageImport(folder, false).run(PAGE);
        assertTrue(report.contains("11 events: 724 items, 145 links, 3 code blocks"), report::toString);
        assertEquals(names(EVENTS), names(folder.resolve("events")));
        for (var name : names(EVENTS)) {
            assertArrayEquals(
                    Files.readAllBytes(EVENTS.resolve(name)),
                    Files.readAllBytes(folder.resolve("events").resolve(name)),
                    name);
        }
    }

    @Test
    void nothing_of_the_page_is_missing() throws IOException {
        var events = AnnouncementPage.read(Files.readString(PAGE)).events();
        assertEquals(
                50,
                events.stream()
                        .flatMap(PageEvent::items)
                        .filter(item -> !item.handles().isEmpty())
                        .count());
        assertEquals(
                List.of("36 on 2020-05-26"),
                events.stream()
                        .filter(event -> event.attendance() != null)
                        .map(event ->
                                event.attendance() + " on " + event.heading().date())
                        .toList());
        assertEquals(
                "2020-11-10",
                events.stream()
                        .filter(event -> depth(event.agenda()) == 6)
                        .map(event -> event.heading().date().toString())
                        .findFirst()
                        .orElse("no event is six deep"));
        assertTrue(events.stream().allMatch(event -> depth(event.agenda()) <= 6));
    }

    @Test
    void literal_blocks_keep_blanks_at_the_end_of_lines() throws IOException {
        var blocks = AnnouncementPage.read(Files.readString(PAGE)).events().stream()
                .flatMap(PageEvent::items)
                .map(PageItem::code)
                .filter(Objects::nonNull)
                .toList();
        assertEquals(3, blocks.size());
        assertTrue(blocks.get(0).startsWith("├── archive\n│   ├── 1CS9QJ0XPN4C76HBGBN6MGMK5M\n"), blocks.get(0));
        assertTrue(blocks.get(1).endsWith("\n│       └── report-CZZ8A8KZB16A1DF5PKERBHGFNR.json"), blocks.get(1));
        assertTrue(
                blocks.get(2).startsWith("$ hisui --help \nhisui\nUsage: release/hisui [OPTIONS]\n\nOptions:\n  -h,"));
        assertEquals(List.of(703, 639, 783), blocks.stream().map(String::length).toList());
    }

    private static int depth(List<PageItem> items) {
        return items.stream().mapToInt(item -> 1 + depth(item.children())).max().orElse(0);
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
