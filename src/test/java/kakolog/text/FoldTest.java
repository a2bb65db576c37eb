package kakolog.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldTest {

    @ParameterizedTest
    @CsvSource({
        "WebRTC, webrtc",
        "ＷｅｂＲＴＣ, webrtc",
        "ＲＦＣ８８２５, rfc8825",
        "ｶﾞｲﾄﾞ, ガイド",
        "ﾊﾟｹｯﾄ, パケット",
        "ハ\u309Aケット, パケット",
        "が, が",
        "か\u3099, が",
        "ｻｰﾊﾞｰ, サーバー",
        "①, 1",
        "㍻, 平成",
        "ﬁle, file",
        "TITLE, title",
        "İI, ii",
        "ΟΔΟΣ, οδοσ",
        "οδος, οδοσ",
        "Straße, straße",
        "cafe\u0301, café",
        "𝐐𝐔𝐈𝐂, quic",
        "𠮷野家, 𠮷野家",
        "\u1112\u1161\u11AB, 한",
    })
    void folds(String original, String folded) {
        assertEquals(folded, Fold.text(original));
    }

    /** A plain text is folded a quicker way. */
    @Test
    void every_character_folds_alike_alone_and_after_any_other() {
        for (char c = 0; c < Character.MAX_VALUE; c++) {
            for (var before : List.of("", "A", " ", "カ", "漢", "、")) {
                var text = before + c;
                assertEquals(Fold.of(text).text(), Fold.text(text), () -> "U+%04X".formatted((int) text.charAt(0)));
            }
        }
    }

    @Test
    void white_space_of_any_kind_and_length_is_one_space() {
        assertEquals("a b c d e", Fold.text("a\u3000b \t c\r\nd\u00A0 e"));
    }

    @Test
    void what_nobody_sees_is_dropped() {
        assertEquals("abcd", Fold.text("a\0b\u200Bc\u0007\uFEFFd"));
        assertEquals("❤葛", Fold.text("❤\uFE0F葛\uDB40\uDD00"));
        assertEquals("ab", Fold.text("a\uD800b"));
    }

    @Test
    void nothing_folds_to_nothing() {
        assertEquals("", Fold.text(""));
        assertEquals(List.of(), Fold.bigrams(""));
    }

    @Test
    void a_hit_is_found_again_in_the_original() {
        assertEquals("ﾊﾟｹｯﾄ", original("この ﾊﾟｹｯﾄ は", "パケット"));
        assertEquals("ＱＵＩＣ", original("これがＱＵＩＣです", "quic"));
        assertEquals("か\u3099", original("あか\u3099い", "が"));
        assertEquals("野家", original("𠮷野家で", "野家"));
        assertEquals("𠮷", original("あ𠮷野家", "𠮷"));
        assertEquals("配信", original("🎉🎉👨‍👩‍👧配信🎉", "配信"));
        assertEquals("❤\uFE0F", original("a❤\uFE0Fb", "❤"));
        assertEquals("a \u3000 b", original("x a \u3000 b", "a b"));
        assertEquals("a\0b", original("xa\0by", "ab"));
    }

    @Test
    void a_character_that_folds_into_several_is_never_cut() {
        assertEquals("㍻", original("今は㍻です", "平"));
        assertEquals("㍻", original("今は㍻です", "成"));
        assertEquals("㍻で", original("今は㍻です", "成で"));
    }

    @Test
    void a_flood_of_marks_is_folded_in_no_time() {
        var flood = "a" + "\u0301\u0316".repeat(50_000);
        assertTimeout(Duration.ofSeconds(5), () -> Fold.text(flood));
    }

    private static String original(String text, String term) {
        var folded = Fold.of(text);
        int at = folded.text().indexOf(term);
        return text.substring(folded.startOf(at), folded.endOf(at + term.length()));
    }

    @Test
    void runs_are_letters_and_digits_and_the_long_vowel() {
        assertEquals(List.of("サーバー", "c", "re", "offer", "2"), Fold.runs("サーバー・c++ (re-offer) 2"));
    }

    @Test
    void bigrams_overlap_and_end_with_the_last_character_alone() {
        assertEquals(List.of("録画", "画a", "a"), Fold.bigrams("録画a"));
        assertEquals(List.of("鍵"), Fold.bigrams("鍵"));
        assertEquals(List.of("サー", "ーバ", "バ"), Fold.bigrams("サーバ"));
        assertEquals(List.of("c", "re", "e"), Fold.bigrams("c++ re"));
        assertEquals(List.of("𠮷野", "野"), Fold.bigrams("𠮷野"));
    }
}
