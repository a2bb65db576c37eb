package kakolog.announcement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A page in reStructuredText, through the pandoc of this machine. */
final class PageImportPandocTest {
    private static final String PAGE = """
            2021 年 6 月 2 日 (水) 18:00~
            -----------------------------

            :当日参加者: 12 名

            - Opus
              - ``opusenc `` --use-native "quotes"
                - `仕様 >> [1] <https://opus.example/%E3%81%82_b?x=1&y=2>`_
                - https://opus.example/a_(b)
                - *_0001.webm と a_b -> c
              ::

                 $ opusenc --help\s
                 \tend
            - @hanako
            """;

    @TempDir
    Path folder;

    @Test
    void page_becomes_the_same_file_as_from_markdown() throws IOException {
        var installed = isInstalled();
        if (!installed) {
            System.out.println("!!! NOT TESTED: pandoc is not installed, so import-page of .rst was skipped !!!");
        }
        assumeTrue(installed, "pandoc is not installed");
        var file = Files.writeString(folder.resolve("page.rst"), PAGE);
        new PageImport(folder, false).run(file);
        assertEquals("""
                ---
                date: 2021-06-02
                start: "18:00"
                hosts: [hanako]
                guests: []
                attendance: 12
                ---

                - Opus
                  ```
                  $ opusenc --help\s
                  \tend
                  ```
                  - `opusenc` --use-native "quotes"
                    - [仕様 >> \\[1\\]](https://opus.example/%E3%81%82_b?x=1&y=2)
                    - https://opus.example/a_(b)
                    - \\*\\_0001.webm と a_b -> c
                - @hanako
                """, Files.readString(folder.resolve("events/2021-06-02.md")));
    }

    @Test
    void missing_pandoc_is_told_with_the_mend() throws IOException {
        var file = Files.writeString(folder.resolve("page.rst"), PAGE);
        var refused = assertThrows(
                UnreadablePage.class, () -> new PageImport(folder, false, "pandoc-that-is-not-there").run(file));
        assertTrue(refused.getMessage().contains("apt-get install pandoc"), refused::getMessage);
        assertEquals(1, refused.getMessage().lines().count());
    }

    private static boolean isInstalled() {
        try {
            new Pandoc("pandoc").markdownOf("a");
            return true;
        } catch (IOException missing) {
            return false;
        }
    }
}
