package kakolog.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** {@code import-page} as it is typed: what it prints, and its exit codes. */
final class ImportPageCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path folder;

    private int run(String... words) {
        return new CommandLine(new ImportPageCommand())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(words);
    }

    @Test
    void page_is_split_into_the_folder_named() throws IOException {
        var page = Files.writeString(folder.resolve("page.md"), "# 2021 年 6 月 2 日 (水) 18:00\n\n- Opus\n");
        assertEquals(
                0, run(page.toString(), "--content", folder.resolve("content").toString()));
        assertTrue(Files.exists(folder.resolve("content/events/2021-06-02.md")));
        assertTrue(out.toString().contains("1 events: 1 items, 0 links, 0 code blocks"), out::toString);
    }

    @Test
    void missing_page_fails_with_one_line() {
        var missing = folder.resolve("missing.md").toString();
        assertEquals(1, run(missing));
        assertEquals("import-page: no such file: " + missing + System.lineSeparator(), err.toString());
    }

    @Test
    void page_must_be_named() {
        assertEquals(2, run());
    }
}
