package kakolog.blob;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class FileNameTest {
    static Stream<Arguments> names() {
        return Stream.of(
                Arguments.of("slides.pdf", "slides.pdf"),
                Arguments.of("QUIC 入門 (第2版).pdf", "QUIC 入門 (第2版).pdf"),
                Arguments.of("100%.pdf", "100%.pdf"),
                Arguments.of("Slides.PDF", "Slides.PDF"),
                // folders
                Arguments.of("../../etc/passwd", "passwd"),
                Arguments.of("..\\..\\windows\\win.ini", "win.ini"),
                Arguments.of("C:\\fakepath\\slides.pdf", "slides.pdf"),
                Arguments.of("/srv/kakolog/data\\x/slides.pdf", "slides.pdf"),
                Arguments.of("..%2f..%2fpasswd", "%2f..%2fpasswd"),
                // what nobody sees
                Arguments.of("evil\u202Efdp.exe", "evilfdp.exe"),
                Arguments.of("\u200Fa\u2066b\u2069\u200E.pdf", "ab.pdf"),
                Arguments.of("nul\u0000byte.pdf", "nulbyte.pdf"),
                Arguments.of("split\r\nSet-Cookie: a=b.pdf", "splitSet-Cookie_ a=b.pdf"),
                Arguments.of("bell\u0007\u001b[31m\u0085.pdf", "bell[31m.pdf"),
                Arguments.of("line\u2028para\u2029.pdf", "linepara.pdf"),
                Arguments.of("zero\u200Bwidth\uFEFF.pdf", "zerowidth.pdf"),
                Arguments.of("half\uD83D.pdf", "half.pdf"),
                Arguments.of("\uDE00half.pdf", "half.pdf"),
                // one spelling of each
                Arguments.of("ハ\u309Aンフ.pdf", "パンフ.pdf"),
                Arguments.of("cafe\u0301.pdf", "café.pdf"),
                Arguments.of("\uD83D\uDE00スライド.pdf", "\uD83D\uDE00スライド.pdf"),
                Arguments.of("\uD83D\uDC69\u200D\uD83D\uDCBB.pdf", "\uD83D\uDC69\uD83D\uDCBB.pdf"),
                // ends
                Arguments.of("  slides.pdf  ", "slides.pdf"),
                Arguments.of("slides.pdf. . .", "slides.pdf"),
                Arguments.of("\u3000資料\u3000.pdf\u00A0", "資料.pdf"),
                Arguments.of("...htaccess", "htaccess"),
                Arguments.of(".pdf", "pdf"),
                Arguments.of("\u200E.pdf", "pdf"),
                // what Windows does not have
                Arguments.of("con.pdf", "_con.pdf"),
                Arguments.of("NUL", "_NUL"),
                Arguments.of("Com1.tar.zip", "_Com1.tar.zip"),
                Arguments.of("lpt9 .pdf", "_lpt9.pdf"),
                Arguments.of("COM\u00B9.pdf", "_COM\u00B9.pdf"),
                Arguments.of("console.pdf", "console.pdf"),
                Arguments.of("a<b>c:d\"e|f?g*.pdf", "a_b_c_d_e_f_g_.pdf"),
                Arguments.of("slides.pdf::$DATA", "slides.pdf__$DATA"));
    }

    @ParameterizedTest
    @MethodSource("names")
    void a_name_becomes_one_that_is_safe_everywhere(String raw, String expected) {
        assertEquals(Optional.of(expected), FileName.of(raw).map(FileName::value));
        assertEquals(Optional.of(expected), FileName.of(expected).map(FileName::value), "cleaned twice");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ".", "..", "...", "/", "a/", "..\\", "\u0000", "\u202E\u200B", "\u3000. .\u3000"})
    void a_name_of_which_nothing_is_left_is_none(String raw) {
        assertEquals(Optional.empty(), FileName.of(raw));
    }

    @Test
    void a_long_name_is_cut_between_characters_and_keeps_its_extension() {
        assertEquals("あ".repeat(65) + ".pdf", clean("あ".repeat(300) + ".pdf").value());
        assertEquals(
                "\uD83D\uDE00".repeat(49) + ".pdf",
                clean("\uD83D\uDE00".repeat(90) + ".pdf").value());
        assertEquals("a".repeat(200), clean("a".repeat(70_000)).value());
        assertEquals(
                "a".repeat(200), clean("a".repeat(250) + ".notAnExtensionAtAll").value());
        assertEquals(
                "a".repeat(194) + ".x.pdf", clean("a".repeat(194) + ".x.pdf").value());
        assertEquals(
                "a".repeat(195) + ".pdf", clean("a".repeat(195) + " . b.pdf").value());
        assertEquals(
                "é".repeat(98) + ".pdf", clean("e\u0301".repeat(300) + ".pdf").value());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "a/b", "a\\b", "a\u0000", "a\n"})
    void no_row_can_hold_a_name_that_is_a_path(String value) {
        assertThrows(IllegalArgumentException.class, () -> new FileName(value));
    }

    @Test
    void the_extension_is_what_follows_the_last_dot() {
        assertEquals("pdf", clean("QUIC.v2.PDF").extension());
        assertEquals("QUIC.v2", clean("QUIC.v2.PDF").stem());
        assertEquals("", clean("README").extension());
        assertEquals("README", clean("README").stem());
        assertEquals("", clean("about.資料").extension());
        // By the rules of Turkish, which this test runs under, it would have no dot.
        assertEquals("zip", clean("ALL.ZIP").extension());
    }

    @Test
    void a_name_that_is_taken_is_numbered() {
        assertEquals("slides.pdf", unique("slides.pdf"));
        assertEquals("slides-2.pdf", unique("slides.pdf", "slides.pdf"));
        assertEquals("slides-3.pdf", unique("slides.pdf", "slides.pdf", "slides-2.pdf"));
        assertEquals("Slides-2.PDF", unique("Slides.PDF", "sLIDES.pdf"));
        assertEquals("README-2", unique("README", "readme"));
        assertEquals("tİtle-2.pdf", unique("tİtle.pdf", "TİTLE.pdf"));
        var longest = "あ".repeat(65) + ".pdf";
        assertEquals("あ".repeat(64) + "-2.pdf", unique(longest, longest));
        assertTrue(unique(longest, longest).getBytes(StandardCharsets.UTF_8).length <= 200);
    }

    private static FileName clean(String raw) {
        return FileName.of(raw).orElseThrow();
    }

    private static String unique(String wanted, String... taken) {
        var names = Stream.of(taken).map(FileNameTest::clean).toList();
        return clean(wanted).uniqueAmong(names).value();
    }
}
