package kakolog.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import kakolog.chat.Message.Kind;
import kakolog.id.Snowflake;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

final class ApiMessagesTest {
    private static final JsonMapper JSON = new JsonMapper();

    /** As in Discord's reference. */
    private static final String WHOLE = """
            {"id":"861920000000000123","channel_id":"861900000000000456","type":19,"timestamp":"2021-07-06T10:45:10.123000+00:00",
             "edited_timestamp":"2021-07-06T10:46:10.123000+00:00",
             "author":{"id":"411","username":"hanako","global_name":"花子","avatar":"a_5f","discriminator":"0"},
             "content":"こんばんは <@418> <:yosi:702> <a:guru:703>",
             "mentions":[{"id":"418","username":"kanji","avatar":null,"discriminator":"0"}],"mention_roles":["860"],"pinned":true,"flags":0,
             "attachments":[{"id":"861","filename":"a.png","title":"元の名","description":"図","content_type":"image/png","size":157,
              "url":"https://cdn.example/a.png?ex=1","width":64,"height":48,"flags":8}],
             "embeds":[{"type":"article","title":"題","description":"概要","url":"https://example.com/","color":3447003,
              "author":{"name":"筆者"},"footer":{"text":"足"},"image":{"url":"https://example.com/i.png","proxy_url":"https://images.example/i.png"},
              "fields":[{"name":"n","value":"v","inline":true}]}],
             "reactions":[{"count":2,"me":false,"emoji":{"id":null,"name":"🎉"}},{"count":1,"emoji":{"id":"704","name":"x","animated":true}}],
             "sticker_items":[{"id":"850","name":"やった","format_type":4}],
             "message_reference":{"type":0,"message_id":"860","channel_id":"861900000000000456"},"referenced_message":null}""";

    @Test
    void a_whole_message_is_read() {
        var message = told(WHOLE).message();
        assertEquals("861920000000000123", message.id().toString());
        assertEquals(Kind.CHAT, message.kind());
        assertEquals(new Snowflake(411), message.author());
        assertEquals(Instant.parse("2021-07-06T10:45:10.123Z"), message.at());
        assertEquals(Instant.parse("2021-07-06T10:46:10.123Z"), message.editedAt());
        assertTrue(message.pinned());
        assertEquals("こんばんは <@418> <:yosi:702> <a:guru:703>", message.text());
        assertEquals(new Message.Reply(new Snowflake(860), true), message.reply());
        assertEquals(
                List.of(new Message.Attachment(new Snowflake(861), "元の名.png", 157, "図", 64, 48, true)),
                message.attachments());
        assertEquals(
                List.of(new Message.Embed(
                        "題",
                        "https://example.com/",
                        "概要",
                        "筆者",
                        "足",
                        3447003,
                        "preview-861920000000000123-0-0f115db062b7",
                        List.of(new Message.Embed.Field("n", "v")))),
                message.embeds());
        assertEquals(
                List.of(
                        new Message.Reaction(new Message.Emoji(null, "🎉"), 2),
                        new Message.Reaction(new Message.Emoji(new Snowflake(704), "x"), 1)),
                message.reactions());
        assertEquals(List.of(new Message.Sticker(new Snowflake(850), "やった")), message.stickers());
    }

    @Test
    void people_are_told_with_their_names_and_all_media_with_addresses() {
        var heard = told(WHOLE);
        assertEquals(
                List.of(
                        new Speaker(new Snowflake(411), "花子", "hanako", false, null),
                        new Speaker(new Snowflake(418), "kanji", "kanji", false, null)),
                heard.speakers);
        assertEquals(
                List.of(
                        "avatar-411 https://cdn.example/avatars/411/a_5f.png?size=64",
                        "avatar-418 https://cdn.example/embed/avatars/0.png",
                        "emoji-702 https://cdn.example/emojis/702.webp?size=64",
                        "emoji-703 https://cdn.example/emojis/703.webp?size=64",
                        "861 https://cdn.example/a.png?ex=1",
                        "preview-861920000000000123-0-0f115db062b7 https://images.example/i.png",
                        "sticker-850 https://media.example/stickers/850.gif",
                        "emoji-704 https://cdn.example/emojis/704.webp?size=64"),
                heard.locations());
    }

    @ParameterizedTest
    @CsvSource({
        "411111111111111104, 0, 1",
        "18446744073709551615, 0, 3",
        "411111111111111104, 0042, 2",
        "411111111111111104, 0000, 1",
        "4194304, '', 1"
    })
    void who_has_no_picture_has_the_usual_one(String id, String discriminator, int number) {
        var author = "\"author\":{\"id\":\"" + id + "\",\"username\":\"x\",\"avatar\":null,\"discriminator\":\""
                + discriminator + "\"}";
        assertEquals(
                List.of("avatar-" + id + " https://cdn.example/embed/avatars/" + number + ".png"),
                told("{\"id\":\"1\",\"timestamp\":\"2021-07-06T10:45:10Z\"," + author + "}")
                        .locations());
    }

    @ParameterizedTest
    @CsvSource({
        "1, cdn.example/stickers/5.png",
        "2, cdn.example/stickers/5.png",
        "3, cdn.example/stickers/5.json",
        "4, media.example/stickers/5.gif"
    })
    void stickers_lie_where_their_format_says(int format, String address) {
        var heard = with("\"sticker_items\":[{\"id\":\"5\",\"name\":\"s\",\"format_type\":" + format + "}]");
        assertTrue(
                heard.locations().contains("sticker-5 https://" + address),
                heard.locations().toString());
    }

    @Test
    void a_reply_to_what_is_there_or_was_not_looked_up_is_not_to_a_deleted_one() {
        var reference = "\"type\":19,\"message_reference\":{\"message_id\":\"5\"}";
        assertEquals(
                new Message.Reply(new Snowflake(5), false),
                with(reference).message().reply());
        assertEquals(
                new Message.Reply(new Snowflake(5), false),
                with(reference + ",\"referenced_message\":{\"id\":\"5\"}")
                        .message()
                        .reply());
    }

    @Test
    void whom_somebody_added_is_not_kept_as_words() {
        assertEquals("", with("\"type\":1,\"content\":\"Added Ken\"").message().text());
        assertEquals(
                "", with("\"type\":2,\"content\":\"Removed Ken\"").message().text());
    }

    @Test
    void what_is_passed_on_is_in_the_snapshot() {
        var message = with("""
                        "type":0,"content":"","message_reference":{"type":1,"message_id":"5","channel_id":"6"},"message_snapshots":[{"message":
                         {"content":"前の話","timestamp":"2021-07-01T00:00:00+00:00","attachments":[{"id":"9","filename":"b.txt","size":3,"url":"https://cdn.example/b"}],"embeds":[]}}]""").message();
        assertNull(message.reply());
        assertEquals(
                new Message.Forwarded(
                        new Snowflake(5),
                        Instant.parse("2021-07-01T00:00:00Z"),
                        "前の話",
                        List.of(new Message.Attachment(new Snowflake(9), "b.txt", 3, "", 0, 0, false)),
                        List.of(),
                        List.of()),
                message.forwarded());
    }

    @Test
    void a_webhook_speaks_as_a_bot() {
        var heard = told("""
                {"id":"1","timestamp":"2021-07-06T10:45:10Z","webhook_id":"7","author":{"id":"7","username":"RSS","avatar":null,"bot":false}}""");
        assertEquals(List.of(new Speaker(new Snowflake(7), "RSS", "RSS", true, null)), heard.speakers);
        assertEquals("RSS", heard.message().shownAs());
    }

    @Test
    void a_poll_has_its_votes_once_they_are_counted() {
        var poll = """
                "poll":{"question":{"text":"次は?"},"answers":[{"answer_id":1,"poll_media":{"text":"MLS","emoji":{"name":"🔐"}}},
                 {"answer_id":2,"poll_media":{"text":"QUIC"}}]%s}""";
        assertEquals(
                new Message.Poll(
                        "次は?", List.of(new Message.Poll.Choice("🔐 MLS", -1), new Message.Poll.Choice("QUIC", -1))),
                with(poll.formatted("")).message().poll());
        assertEquals(
                new Message.Poll(
                        "次は?", List.of(new Message.Poll.Choice("🔐 MLS", 3), new Message.Poll.Choice("QUIC", 0))),
                with(poll.formatted(",\"results\":{\"answer_counts\":[{\"id\":1,\"count\":3}]}"))
                        .message()
                        .poll());
    }

    @Test
    void what_is_laid_out_in_components_is_text() {
        assertEquals("一\n二", with("""
                                "content":"","flags":32768,"components":[{"type":17,"components":[{"type":10,"content":"一"},
                                 {"type":9,"components":[{"type":10,"content":"二"}],"accessory":{"type":2}}]},{"type":1,"components":[{"type":2,"label":"押す"}]}]""").text());
    }

    @Test
    void threads_are_told_and_opened() {
        var heard = with("\"thread\":{\"id\":\"1\",\"name\":\"質問\"}");
        assertEquals(List.of(new ChatThread(new Snowflake(1), "質問")), heard.threads);
        assertEquals(new Snowflake(1), heard.message().opens());
        assertEquals(new Snowflake(1), with("\"flags\":32").message().opens());
        assertEquals(
                new Snowflake(77),
                with("\"type\":18,\"message_reference\":{\"channel_id\":\"77\"}")
                        .message()
                        .opens());
        assertNull(with("\"type\":0").message().opens());
        assertEquals(List.of(), with("\"type\":21").messages);
    }

    @Test
    void a_message_of_a_thread_knows_it() {
        var heard = new Heard();
        api(heard).tell(JSON.readTree(WHOLE), new Snowflake(77));
        assertEquals(new Snowflake(77), heard.message().thread());
    }

    @ParameterizedTest
    @CsvSource({
        "'{}', id",
        "'{\"id\":\"1\"}', timestamp",
        "'{\"id\":\"1\",\"timestamp\":\"2021-07-06T10:45:10Z\"}', author.id",
        "'[]', id",
        "'null', id"
    })
    void a_message_without_what_every_message_has_is_named(String json, String field) {
        assertEquals(field, assertThrows(BadMessage.class, () -> told(json)).field());
    }

    private static Heard with(String fields) {
        return told(Heard.message(1, fields));
    }

    private static Heard told(String message) {
        var heard = new Heard();
        api(heard).tell(JSON.readTree(message), null);
        return heard;
    }

    private static ApiMessages api(Listener listener) {
        return new ApiMessages(URI.create("https://cdn.example"), URI.create("https://media.example/"), listener);
    }
}
