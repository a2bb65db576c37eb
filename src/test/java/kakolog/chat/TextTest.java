package kakolog.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TextTest {
    private static final String MENTIONS = """
            "mentions":[{"id":"1","name":"hana","nickname":"はな"},{"id":"2","name":"hanako","nickname":"はな🌸子"},
             {"id":"3","name":"ken","nickname":"<b>"},{"id":"4","name":"taro","nickname":"同じ"},{"id":"5","name":"jiro","nickname":"同じ"}],
            "inlineEmojis":[{"id":"702","name":"yosi","isAnimated":false},{"id":"703","name":"guru","isAnimated":true},
             {"id":"","name":"🎉"}]""";

    @ParameterizedTest
    @CsvSource({
        "@はな さん, <@1> さん",
        "@はなさん, <@1>さん",
        "@はな🌸子 と @はな, <@2> と <@1>",
        "@hanako @hana, <@2> <@1>",
        "@<b>, <@3>",
        "@同じ は二人, @同じ は二人",
        "@taro は一人, <@4> は一人",
        "@taro2 @taroは @taroé, @taro2 <@4>は <@4>é",
        "a@taro.example 1@taro はい@taro., a@taro.example 1@taro はい<@4>.",
        "@hanakox @hana2 @hana_ @hana🌸, @hanakox @hana2 <@1>_ <@1>🌸",
        "@はなx a@はな @はな子, <@1>x a<@1> <@1>子",
        "はな と @誰か と @everyone, はな と @誰か と @everyone",
        "`@はな` @はな, `@はな` <@1>",
        "``@はな ` @はな`` :yosi:, ``@はな ` @はな`` <:yosi:702>",
        "```@はな``` ` @はな, ```@はな``` ` <@1>",
        "\\`@はな\\`, \\`<@1>\\`",
        ":yosi::guru:🎉, <:yosi:702><a:guru:703>🎉",
        "<:yosi:702> <a:guru:703>, <:yosi:702> <a:guru:703>",
        ":yosi :yosi:, :yosi <:yosi:702>",
        "12:yosi:30, 12<:yosi:702>30",
        "@, @",
        "\\, \\",
        "`, `"
    })
    void words_become_markup_again(String written, String read) throws Exception {
        assertEquals(
                read,
                Heard.ofMessage("\"content\":\"" + written.replace("\\", "\\\\") + "\"," + MENTIONS)
                        .text());
    }

    @Test
    void whom_a_message_passes_on_is_named_as_the_message_itself_names_them() throws Exception {
        var forwarded = Heard.ofMessage("\"forwardedMessage\":{\"content\":\"@はな と @誰か\","
                        + "\"embeds\":[{\"description\":\"@taro\"}]}," + MENTIONS)
                .message()
                .forwarded();
        assertEquals("<@1> と @誰か", forwarded.text());
        assertEquals("<@4>", forwarded.embeds().get(0).description());
    }

    @Test
    void the_emoji_of_an_embed_are_restored_in_it() throws Exception {
        var embed = Heard.ofMessage(
                        "\"embeds\":[{\"description\":\":a: :b:\",\"inlineEmojis\":[{\"id\":\"7\",\"name\":\"a\"}]}]")
                .message()
                .embeds()
                .get(0);
        assertEquals("<:a:7> :b:", embed.description());
    }

    @ParameterizedTest
    @CsvSource({
        "2021-07-06T19:45:10.123+09:00, 2021-07-06T10:45:10.123Z",
        "2021-07-06T19:45:10+09:00, 2021-07-06T10:45:10Z",
        "2021-07-06T10:45:10.1234567+00:00, 2021-07-06T10:45:10.1234567Z",
        "2021-07-06T10:45:10.123000Z, 2021-07-06T10:45:10.123Z",
        "2021-07-06T10:45:10.1z, 2021-07-06T10:45:10.1Z",
        "2021-07-06T10:45:10, 2021-07-06T10:45:10Z",
        "2021-07-06 10:45:10+00:00, 2021-07-06T10:45:10Z",
        "2021-07-06T10:45Z, 2021-07-06T10:45:00Z",
        "2021-07-06T16:15:10+0530, 2021-07-06T10:45:10Z",
        "2021-07-06T00:45:10-10, 2021-07-06T10:45:10Z",
        "2015-01-01T00:00:00Z, 2015-01-01T00:00:00Z",
        "2154-05-15T07:35:11.103Z, 2154-05-15T07:35:11.103Z"
    })
    void times_are_read_in_any_zone_and_fraction(String written, Instant read) {
        assertEquals(Optional.of(read), Times.of(written));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2021-07-06",
                "2021-02-30T10:45:10Z",
                "2021-07-06T10:45:10.1234567890Z",
                "1625568310000",
                "2021-07-06T10:45:10+25:00",
                "2021-07-06T10:45:10 JST",
                "2014-12-31T23:59:59Z",
                "2015-01-01T00:00:00+09:00",
                "2154-05-15T07:35:11.104Z",
                "+999999999-12-31T23:59:59Z",
                "-999999999-01-01T00:00:00Z",
                "0001-01-01T00:00:00+00:00",
                "٢٠٢١-07-06T10:45:10Z"
            })
    void what_is_no_time_is_none(String written) {
        assertEquals(Optional.empty(), Times.of(written));
    }

    @ParameterizedTest
    @CsvSource({
        "はな, はな",
        "'a\nb\tc', a b c",
        "a\u0000b\u0007c\u009Bd, abcd",
        "evil\u202Egnp.exe, evilgnp.exe",
        "\u2066a\u2069\u202A\u202D, a",
        "שלום\u200F, שלום\u200F",
        "a\uD83Cb, a\uFFFDb",
        "🌸, 🌸"
    })
    void names_are_cleaned(String written, String read) {
        assertEquals(read, Cleaned.name(written));
    }

    @Test
    void texts_keep_the_marks_of_direction_and_lose_only_nul() throws Exception {
        assertEquals("a\u202Eb\u2066c\u200Fd\ne\tf", Cleaned.text("a\u202Eb\0\u2066c\u200Fd\ne\tf"));
        assertEquals(
                "\u202Eab", Heard.ofMessage("\"content\":\"\u202Ea\\u0000b\"").text());
    }

    @Test
    void what_is_too_long_is_cut_between_characters() {
        assertEquals("あ".repeat(199) + "…", Cleaned.name("あ".repeat(300)));
        assertEquals("a" + "🌸".repeat(99) + "…", Cleaned.name("a" + "🌸".repeat(200)));
        assertEquals("🌸".repeat(99) + "…", Cleaned.name("🌸".repeat(200)));
        assertEquals(20_000, Cleaned.text("あ".repeat(30_000)).length());
        assertEquals("", Cleaned.location("x".repeat(5_000)));
    }
}
