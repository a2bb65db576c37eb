package kakolog.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class LogReportTest {
    @Test
    void a_portal_says_how_many_files_are_missing_beyond_those_that_it_names() {
        assertEquals("""
                        900 of its files could not be kept:
                          image.png: not in the export (3 files)
                          image.png: too large
                          a.txt: not in the export
                          and 895 more
                        """, unkept("\"missingCount\":900,", """
                        ["image.png","not-there"],["image.png","too-large"],["a.txt","not-there"],
                        ["image.png","not-there"],["image.png","not-there"]
                        """));
    }

    @Test
    void many_names_are_told_by_the_first_twenty() {
        var names = IntStream.range(0, 30)
                .mapToObj("[\"%d.png\",\"expired\"]"::formatted)
                .collect(Collectors.joining(","));
        var lines = unkept("", names).lines().toList();
        assertEquals("30 of its files could not be kept:", lines.get(0));
        assertEquals("  and 10 more", lines.get(21));
        assertEquals(22, lines.size());
    }

    @Test
    void nothing_is_said_where_nothing_is_missing() {
        assertEquals("", unkept("\"missingCount\":0,", ""));
    }

    /** What is said of files: the lines between the first and the last. */
    private static String unkept(String count, String missing) {
        var printed = new StringWriter();
        var out = new PrintWriter(printed);
        LogReport.answered("{\"read\":2,\"total\":2," + count + "\"missing\":[" + missing + "]}")
                .print(out);
        out.flush();
        var lines = printed.toString().lines().toList();
        return lines.subList(1, lines.size() - 1).stream()
                .map(line -> line + "\n")
                .collect(Collectors.joining());
    }
}
