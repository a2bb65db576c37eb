package kakolog.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import kakolog.RunningKakolog;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** {@code /links.json}, {@code /links.csv}, {@code /links.html}: everyone's, each with the filters of {@code /links}. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class LinkExportsTest {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

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
    void spreadsheet_reads_all_addresses() throws IOException {
        var answer = kakolog.get("/links.csv");
        assertTrue(answer.body().startsWith(BYTE_ORDER_MARK + "title,url,host,first,last,events,topics,archived\r\n"));
        assertFalse(answer.body().replace("\r\n", "").contains("\n"));
        assertEquals(
                "attachment; filename=\"links.csv\"",
                answer.headers().firstValue("Content-Disposition").orElseThrow());
        var rows = rows("/links.csv");
        assertEquals(137, rows.size());
        var requiem = rows.stream()
                .filter(row -> row.get("url").equals("https://github.com/xflagstudio/requiem"))
                .findFirst()
                .orElseThrow();
        assertEquals("2021-02-16", requiem.get("first"));
        assertEquals("2021-05-18", requiem.get("last"));
        assertEquals("2021-02-16 2021-05-18", requiem.get("events"));
        assertEquals("WebRTC; 実装", requiem.get("topics"));
        assertEquals(
                "https://web.archive.org/web/20210518/https://github.com/xflagstudio/requiem", requiem.get("archived"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"=HYPERLINK(1)", "+1", "-1", "@handle", "\t=1", "\r=1"})
    void cell_that_reads_as_a_formula_is_guarded(String cell) {
        assertEquals("'" + cell, LinkExports.guarded(cell));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "https://example.com/?a=b", "雑談", "'=1"})
    void other_cells_stay_as_they_are(String cell) {
        assertEquals(cell, LinkExports.guarded(cell));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "?year=2020",
                "?topic=webrtc",
                "?host=github.com",
                "?event=2021-05-18",
                "?event=2021-05-18&host=github.com",
                "?event=2021-07-06",
                "?year=1999"
            })
    void all_forms_hold_the_same_addresses(String query) throws IOException {
        var ofJson = new JsonMapper()
                .readTree(kakolog.get("/links.json" + query).body())
                .valueStream()
                .map(row -> row.get("url").asString())
                .toList();
        var ofCsv =
                rows("/links.csv" + query).stream().map(row -> row.get("url")).toList();
        var ofBookmarks = bookmarks("/links.html" + query);
        assertEquals(ofJson, ofCsv);
        assertEquals(
                ofJson.stream().sorted().toList(), ofBookmarks.stream().sorted().toList());
    }

    @Test
    void event_gives_its_own_addresses_away() throws IOException {
        assertEquals(37, rows("/links.csv?event=2021-05-18").size());
        assertEquals(0, rows("/links.csv?event=2021-07-06").size());
        assertEquals(
                "attachment; filename=\"links-2021-05-18.html\"",
                kakolog.get("/links.html?event=2021-05-18")
                        .headers()
                        .firstValue("Content-Disposition")
                        .orElseThrow());
    }

    @Test
    void name_of_the_file_holds_nothing_that_ends_the_header() {
        assertEquals(
                "attachment; filename=\"links-a-b.csv\"",
                kakolog.get("/links.csv?topic=%22a%0D%0Ab%3B%22%E5%AE%9F%E8%A3%85")
                        .headers()
                        .firstValue("Content-Disposition")
                        .orElseThrow());
    }

    @Test
    void browser_finds_a_folder_for_each_year_in_the_bookmarks() {
        var file = kakolog.get("/links.html").body();
        assertTrue(file.startsWith("<!DOCTYPE NETSCAPE-Bookmark-file-1>\n"));
        var page = Jsoup.parse(file);
        assertEquals(List.of("2021", "2020"), page.select("h3").eachText());
        assertEquals(137, page.select("dt > a[href][add_date]").size());
        // 2021-02-16 20:00 in Tokyo: the start of the evening that named it first.
        assertEquals(
                "1613473200",
                page.select("a[href=https://github.com/xflagstudio/requiem]").attr("add_date"));
    }

    private List<String> bookmarks(String path) {
        return Jsoup.parse(kakolog.get(path).body()).select("a").eachAttr("href");
    }

    private List<CSVRecord> rows(String path) throws IOException {
        var text = kakolog.get(path).body().substring(BYTE_ORDER_MARK.length());
        var format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (var rows = format.parse(new StringReader(text))) {
            return rows.getRecords();
        }
    }
}
