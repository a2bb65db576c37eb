package kakolog.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class PlainTextTest {
    static String[][] words() {
        return new String[][] {
            {"", ""},
            {"一 \n\n 二\t三", "一 二 三"},
            {"**太** *斜* __下__ ~~消~~ ||秘密||", "太 斜 下 消 秘密"},
            {"<@11> <@!11> <@&22> <#33>", "@ @ @ #"},
            {"<:yosi:123> <a:ok:5>", ":yosi: :ok:"},
            {"開始は<t:1621336500:t>から", "開始は から"},
            {"`code` と ```java\nint a;\n```後", "code と int a; 後"},
            {"[題](https://a.example/)を", "題 https://a.example/ を"},
            {"<https://a.example/>", "https://a.example/"},
            {"<https://a.example/>v2 <https://b.example/>です", "https://a.example/ v2 https://b.example/ です"},
            {"https://a.example/。", "https://a.example/ 。"},
            {"# 見出し\n- 一\n  - 二\n-# 小", "見出し 一 二 小"},
            {"> 引用\n返事", "引用 返事"},
            {"@everyone </go:1>", "@everyone /go"},
            {"\\*a\\*", "*a*"},
            {"<script>", "<script>"},
            {"a\u202Eb\u2066c\u200Fd", "abc\u200Fd"},
            {"👨\u200D👩\u200D👧", "👨\u200D👩\u200D👧"},
        };
    }

    @ParameterizedTest
    @MethodSource("words")
    void the_words_stand_in_one_line(String text, String plain) {
        assertEquals(plain, Markup.plain(text));
    }

    @Test
    void a_quotation_tells_no_spoiler() {
        assertEquals("犯人は▮▮▮です a", quoted("犯人は||**花子** `x`||です **a**"));
    }

    @Test
    void a_quotation_tells_names_and_moments() {
        assertEquals("@花子 @不明な人 @幹事 #雑談", quoted("<@11> <@12> <@&22> <#33>"));
        assertEquals("開始は t:<2021-05-18T11:15:00Z> から", quoted("開始は <t:1621336500:t> から"));
    }

    private static String quoted(String text) {
        return Markup.quoted(text, "▮▮▮", new KnownNames());
    }

    static Object[][] addresses() {
        return new Object[][] {
            {"", List.of()},
            {
                "https://b.example/ と http://a.example/ と https://b.example/",
                List.of("https://b.example/", "http://a.example/")
            },
            {"[x](https://a.example)<https://b.example>", List.of("https://a.example", "https://b.example")},
            {"「https://a.example/b」", List.of("https://a.example/b")},
            {"（https://a.example/b）、https://c.example。", List.of("https://a.example/b", "https://c.example")},
            {"(https://a.example/b_(c)).", List.of("https://a.example/b_(c)")},
            {"https://a.example/b！", List.of("https://a.example/b")},
            {"https://a.example/b?!", List.of("https://a.example/b")},
            {"https://a.example/bです", List.of("https://a.example/b")},
            {"[https://a.example]", List.of("https://a.example")},
            {"http://[::1]:80/x", List.of("http://[::1]:80/x")},
            {"HTTPS://A.example/x", List.of("HTTPS://A.example/x")},
            {"`https://a.example` ```https://a.example```", List.of()},
            {"> https://a.example\n- https://b.example", List.of("https://a.example", "https://b.example")},
            {"||https://a.example||", List.of("https://a.example")},
            {"https://a.example/#:~:text=a,-b", List.of("https://a.example/#:~:text=a,-b")},
            {"javascript:alert(1) ftp://a.example https://", List.of()},
            {"https://日本.example", List.of()},
        };
    }

    @ParameterizedTest
    @MethodSource("addresses")
    void addresses_end_where_the_sentence_goes_on(String text, List<String> found) {
        assertEquals(found, Markup.addresses(text));
    }

    @ParameterizedTest
    @CsvSource({
        "`a`,true",
        "```a```,true",
        "> `a`,true",
        "**`a`**,true",
        "'- `a`',true",
        "`a,false",
        "a,false",
        "\\`a`,false"
    })
    void code_is_what_is_shown_as_code(String text, boolean code) {
        assertEquals(code, Markup.hasCode(text));
    }

    @ParameterizedTest
    @CsvSource({
        "<:yosi:1>,true",
        "<a:yosi:1> <:yosi:1>,true",
        "🎉,true",
        "🎉🎊 👏🏽,true",
        "❤️ ☕ ✅,true",
        "🇯🇵,true",
        "1️⃣,true",
        "👨‍👩‍👧,true",
        "🏴󠁧󠁢󠁥󠁮󠁧󠁿,true",
        "'',false",
        "' ',false",
        "a🎉,false",
        "🎉。,false",
        "★,false",
        "12,false",
        "`🎉`,false",
        "<@11>,false",
        ":yosi:,false",
    })
    void a_message_of_emoji_alone_is_known(String text, boolean only) {
        assertEquals(only, Markup.isOnlyEmoji(text));
    }

    @ParameterizedTest
    @CsvSource({"27,true", "28,false"})
    void twenty_seven_emoji_are_large(int count, boolean only) {
        assertEquals(only, Markup.isOnlyEmoji("<:a:1>".repeat(count)));
        assertEquals(only, Markup.isOnlyEmoji("🎉\n".repeat(count)));
    }
}
