package kakolog.announcement;

import static java.util.function.Predicate.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A small page and the files it becomes. */
final class PageImportTest {
    private static final String PAGE = """
            # 見本の配信 (MIHON)

            日時: いつかの水曜日 18:00 から

            予約は `#yoyaku` へ。

            ## 事前準備

            -   [手引き](https://guide.example/)
            -   <https://discord.gg/MIHON>

            ## 開催

            ### 2021 年 ６ 月 2 日 (水) 18:00〜

            **質問会のイベントです**

            今回は 18:00 スタート 19:15 終了の短い回です。

            ゲストに音に詳しい @ken と @sakura を招いて話します。

            当日参加者: 12 名

            -   最新の Opus 雑談
                -   [仕様 \\[1\\]](https://opus.example/spec_1)
                    -   <https://opus.example/>
                -   使い方

                <!-- -->

                    $ opusenc --help\s

                    end
                -   @hanako @ken (予定)
            -   Opus
                -   @hanako @sakura

            答えられることに答えます。

            ### 2021 年 5 月 5 日 (水) 18:00 ~ 19:00

            -   Opus
            """;

    private static final String JUNE = """
            ---
            date: 2021-06-02
            start: "18:00"
            end: "19:15"
            title: 質問会
            hosts: [hanako]
            guests: [ken, sakura]
            attendance: 12
            ---

            - 最新の Opus 雑談
              ```
              $ opusenc --help\s

              end
              ```
              - [仕様 \\[1\\]](https://opus.example/spec_1)
                - https://opus.example/
              - 使い方
              - @hanako @ken (予定)
            - Opus
              - @hanako @sakura
            """;

    private static final String MAY = """
            ---
            date: 2021-05-05
            start: "18:00"
            end: "19:00"
            hosts: []
            guests: []
            ---

            - Opus
            """;

    @TempDir
    Path folder;

    private Path content;

    @BeforeEach
    void emptyContent() {
        content = folder.resolve("content");
    }

    private List<String> run(String page, boolean overwrite) throws IOException {
        var file = folder.resolve("page.md");
        Files.writeString(file, page);
        return new PageImport(content, overwrite).run(file);
    }

    private String written(String name) throws IOException {
        return Files.readString(content.resolve(name));
    }

    @Test
    void page_becomes_a_file_an_evening() throws IOException {
        var report = run(PAGE, false);
        assertEquals(JUNE, written("events/2021-06-02.md"));
        assertEquals(MAY, written("events/2021-05-05.md"));
        assertTrue(report.contains("events/2021-06-02.md: 7 items, 2 links, 1 code blocks, written"), report::toString);
        assertTrue(report.contains("2 events: 8 items, 2 links, 1 code blocks"), report::toString);
    }

    @Test
    void settings_are_begun_from_what_the_page_says() throws IOException {
        var report = run(PAGE, false);
        assertEquals("""
                # Written once by import-page from an announcement page: check it, it is yours from now on.
                name: MIHON
                tagline: 見本の配信
                language: ja
                zone: Asia/Tokyo
                invite: https://discord.gg/MIHON
                usual: いつかの水曜日
                event_channel:
                  name: yoyaku
                organizer_role: 主催者
                defaults:
                  start: "19:30"
                  end: "21:30"
                  # the day before the event
                  signup_closes: "23:59"
                  # minutes before the start
                  stream_opens: 15
                  test_stream: 5
                log_readers: boosters
                topics:
                  - name: Opus
                    aliases:
                      - 最新の Opus 雑談
                """, written("site.yaml"));
        assertTrue(report.contains("  alias: \"最新の Opus 雑談\" is \"Opus\""), report::toString);
    }

    @Test
    void pages_are_begun_with_links_and_no_sentence_of_the_page() throws IOException {
        run(PAGE, false);
        assertEquals("""
                ---
                title: 事前準備
                order: 3
                ---

                このページはまだ書かれていません。運営の方がここに文章を書いてください。

                - [手引き](https://guide.example/)
                - <https://discord.gg/MIHON>
                """, written("pages/preparation.md"));
    }

    @Test
    void every_line_without_a_place_is_told_with_its_number() throws IOException {
        var report = run(PAGE, false);
        assertEquals(
                List.of(
                        "  1: # 見本の配信 (MIHON)",
                        "  3: 日時: いつかの水曜日 18:00 から",
                        "  5: 予約は `#yoyaku` へ。",
                        "  7: ## 事前準備",
                        "  9: -   [手引き](https://guide.example/)",
                        "  10: -   <https://discord.gg/MIHON>",
                        "  12: ## 開催",
                        "  38: 答えられることに答えます。"),
                report.subList(report.indexOf("not placed (line of the Markdown: text):") + 1, report.size()));
    }

    @Test
    void second_run_changes_nothing() throws IOException {
        run(PAGE, false);
        Files.writeString(content.resolve("site.yaml"), "name: mine\n");
        Files.writeString(content.resolve("pages/join.md"), "mine\n");
        var report = run(PAGE, true);
        assertTrue(
                report.contains("events/2021-06-02.md: 7 items, 2 links, 1 code blocks, unchanged"), report::toString);
        assertEquals("name: mine\n", written("site.yaml"));
        assertEquals("mine\n", written("pages/join.md"));
        try (var files = Files.walk(content)) {
            assertEquals(8, files.filter(not(Files::isDirectory)).count());
        }
    }

    @Test
    void evening_that_somebody_changed_is_kept_until_told_otherwise() throws IOException {
        run(PAGE, false);
        Files.writeString(content.resolve("events/2021-05-05.md"), "mine\n");
        var report = run(PAGE, false);
        assertEquals("mine\n", written("events/2021-05-05.md"));
        assertTrue(
                report.contains("events/2021-05-05.md: 1 items, 0 links, 0 code blocks,"
                        + " differs, kept; --overwrite replaces it"),
                report::toString);
        run(PAGE, true);
        assertEquals(MAY, written("events/2021-05-05.md"));
    }

    @Test
    void broken_heading_makes_no_file_and_is_told_with_all_below_it() throws IOException {
        var report = run("""
                ### 2021 年 2 月 30 日 (火) 20:00~

                - 消えない項目

                ### 2021 年 6 月 2 日 (水) のイベントへの参加申込方法
                """, false);
        assertFalse(Files.exists(content.resolve("events")));
        assertEquals(
                List.of(
                        "  1: ### 2021 年 2 月 30 日 (火) 20:00~  <- expected like: 2021 年 7 月 6 日 (火) 19:30~",
                        "  3: - 消えない項目",
                        "  5: ### 2021 年 6 月 2 日 (水) のイベントへの参加申込方法"),
                report.subList(report.size() - 3, report.size()));
    }

    @Test
    void what_an_agenda_cannot_hold_is_told() throws IOException {
        var report = run("""
                ## 2021 年 6 月 2 日 (水) 18:00

                - 項目が
                  続く

                  二つ目の段落
                  - 段落の後の項目

                1. 番号
                   - 番号の下

                > - 引用

                - `#` と ```

                  ~~~ text
                  # 見出しではない
                  ~~~

                  ```
                  - 二つ目のブロック
                  ```
                """, false);
        assertEquals("""
                - 項目が 続く
                  - 段落の後の項目
                - `#` と \\`\\`\\`
                  ```
                  # 見出しではない
                  ```
                """, written("events/2021-06-02.md").split("---\n\n", 2)[1]);
        assertEquals(
                List.of(
                        "  6:   二つ目の段落",
                        "  9: 1. 番号",
                        "  10:    - 番号の下",
                        "  12: > - 引用",
                        "  20:   ```",
                        "  21:   - 二つ目のブロック",
                        "  22:   ```"),
                report.subList(report.indexOf("not placed (line of the Markdown: text):") + 1, report.size()));
    }

    @Test
    void second_evening_of_a_day_gets_a_number() throws IOException {
        run("""
                ## 2021 年 6 月 2 日 (水) 20:00

                - 夜

                ## 2021 年 6 月 2 日 (水) 13:00

                - 昼
                """, false);
        assertTrue(written("events/2021-06-02.md").contains("- 昼"));
        assertTrue(written("events/2021-06-02-2.md").contains("- 夜"));
    }

    @Test
    void page_that_cannot_be_read_is_refused_in_one_line() throws IOException {
        var page = new PageImport(content, false);
        var missing = folder.resolve("missing.md");
        assertEquals(
                "no such file: " + missing,
                assertThrows(UnreadablePage.class, () -> page.run(missing)).getMessage());

        var latin = folder.resolve("latin.md");
        Files.write(latin, "caf\u00e9".getBytes(StandardCharsets.ISO_8859_1));
        assertEquals(
                latin + " is not UTF-8 text: save it as UTF-8 first",
                assertThrows(UnreadablePage.class, () -> page.run(latin)).getMessage());
    }

    @Test
    void fence_that_begins_an_item_swallows_nothing_behind_it() throws IOException {
        run("""
                ## 2021 年 6 月 2 日 (水) 18:00

                - ```
                  # 見出しではない
                  ```

                ## 2021 年 5 月 5 日 (水) 18:00

                - Opus
                """, false);
        assertEquals(
                "- ```\n  # 見出しではない\n  ```\n", written("events/2021-06-02.md").split("---\n\n", 2)[1]);
        assertTrue(written("events/2021-05-05.md").endsWith("- Opus\n"));
    }

    @Test
    void end_beside_another_start_is_not_believed() throws IOException {
        var report = run("""
                ## 2021 年 6 月 2 日 (水) 18:00

                今回は 19:30 スタート 21:00 終了です。
                """, false);
        assertFalse(written("events/2021-06-02.md").contains("end:"));
        assertEquals("  3: 今回は 19:30 スタート 21:00 終了です。", report.get(report.size() - 1));
    }
}
