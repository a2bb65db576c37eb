package kakolog.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kakolog.chat.Message.Kind;
import kakolog.id.Snowflake;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ExportReaderTest {
    /** As the first version with JSON wrote it: no nicknames, stickers, mentions; null where later ones write "". */
    private static final String OLDEST = """
            {"guild":{"id":"1","name":"SHIGURADIO","iconUrl":"https://cdn.discordapp.com/icons/1/a.png"},
             "channel":{"id":"900","type":"GuildTextChat","name":"event","topic":null},
             "dateRange":{"after":null,"before":null},
             "messages":[
              {"id":"10","type":"Default","timestamp":"2020-02-03T19:30:00.5+09:00","timestampEdited":null,"isPinned":true,
               "content":"はじめます",
               "author":{"id":"411","name":"hanako","discriminator":"0042","isBot":false,"avatarUrl":"https://cdn.discordapp.com/a.png"},
               "attachments":[{"id":"20","url":"https://cdn.discordapp.com/b.png","fileName":"b.png"}],
               "embeds":[{"title":null,"url":null,"timestamp":null,"description":null,"fields":[]}],
               "reactions":[{"emoji":{"id":null,"name":"🎉","isAnimated":false,"imageUrl":"https://twemoji.maxcdn.com/1f389.png"},"count":2}]}
             ],"messageCount":1}""";

    /** As of 2026, with media downloaded. */
    private static final String NEWEST = """
            {"guild":{"id":"1","name":"S","iconUrl":"x"},
             "channel":{"id":"900","type":"GuildTextChat","categoryId":"800","category":"談話","name":"event","topic":null},
             "dateRange":{"after":null,"before":null},"exportedAt":"2021-07-07T09:00:00+09:00",
             "messages":[{"id":"11","type":"Reply","timestamp":"2021-07-06T10:45:10.1234567+00:00",
              "timestampEdited":"2021-07-06T10:46:00+00:00","callEndedTimestamp":null,"isPinned":false,
              "content":"こんばんは @かんじ :yosi:",
              "author":{"id":"411","name":"hanako","discriminator":"0000","nickname":"はな","color":"#3498DB","isBot":false,
               "roles":[{"id":"70","name":"2021-07-06","color":null,"position":2}],"avatarUrl":"e.json_Files\\\\411-1a.png"},
              "attachments":[{"id":"20","url":"e.json_Files/a-2b.png","fileName":"SPOILER_a.png","fileSizeBytes":157}],
              "embeds":[{"title":"RFC 8825","url":"https://example.com/","timestamp":null,"description":"概要","color":"#112233",
               "author":{"name":"IETF","url":null},"thumbnail":{"url":"e.json_Files/t.png","width":1,"height":1},
               "footer":{"text":"足"},"images":[],"fields":[{"name":"n","value":"v","isInline":true}],"inlineEmojis":[]}],
              "stickers":[{"id":"85","name":"やった","format":"Lottie","sourceUrl":"e.json_Files/s.json"}],
              "reactions":[{"emoji":{"id":"703","name":"naruhodo","code":"naruhodo","isAnimated":false,"imageUrl":"e.json_Files/n.png"},
               "count":3,"users":[{"id":"5","name":"who"}]}],
              "mentions":[{"id":"418","name":"kanji","discriminator":"0000","nickname":"かんじ","color":null,"isBot":false,"roles":[],"avatarUrl":"e.json_Files/418.png"}],
              "reference":{"type":"Default","messageId":"10","channelId":"900","guildId":"1"},
              "inlineEmojis":[{"id":"702","name":"yosi","code":"yosi","isAnimated":false,"imageUrl":"e.json_Files/y.png"},
               {"id":"","name":"🎉","code":"tada","isAnimated":false,"imageUrl":"https://cdn.jsdelivr.net/x.svg"}]}],
             "messageCount":1}""";

    @Test
    void the_oldest_shape_is_read() throws Exception {
        var heard = Heard.of(OLDEST);
        assertEquals(List.of("900 event"), heard.channels);
        var message = heard.message();
        assertEquals("はじめます", message.text());
        assertEquals(Instant.parse("2020-02-03T10:30:00.500Z"), message.at());
        assertTrue(message.pinned());
        assertEquals(List.of(new Speaker(new Snowflake(411), "hanako", "hanako", false, null)), heard.speakers);
        assertEquals(
                List.of(new Message.Attachment(new Snowflake(20), "b.png", 0, "", 0, 0, false)), message.attachments());
        assertEquals(List.of(new Message.Reaction(new Message.Emoji(null, "🎉"), 2)), message.reactions());
        assertEquals(
                List.of("avatar-411 https://cdn.discordapp.com/a.png", "20 https://cdn.discordapp.com/b.png"),
                heard.locations());
    }

    @Test
    void the_newest_shape_is_read() throws Exception {
        var heard = Heard.of(NEWEST);
        var message = heard.message();
        assertEquals("こんばんは <@418> <:yosi:702>", message.text());
        assertEquals(Instant.parse("2021-07-06T10:45:10.1234567Z"), message.at());
        assertEquals(Instant.parse("2021-07-06T10:46:00Z"), message.editedAt());
        assertEquals(new Message.Reply(new Snowflake(10), false), message.reply());
        assertEquals(
                List.of(
                        new Speaker(new Snowflake(411), "はな", "hanako", false, 0x3498DB),
                        new Speaker(new Snowflake(418), "かんじ", "kanji", false, null)),
                heard.speakers);
        assertEquals(
                List.of(new Message.Attachment(new Snowflake(20), "SPOILER_a.png", 157, "", 0, 0, true)),
                message.attachments());
        assertEquals(
                List.of(new Message.Embed(
                        "RFC 8825",
                        "https://example.com/",
                        "概要",
                        "IETF",
                        "足",
                        0x112233,
                        "preview-11-0-0f115db062b7",
                        List.of(new Message.Embed.Field("n", "v")))),
                message.embeds());
        assertEquals(List.of(new Message.Sticker(new Snowflake(85), "やった")), message.stickers());
    }

    @Test
    void media_are_told_with_slashes_and_no_picture_of_a_standard_emoji() throws Exception {
        assertEquals(
                List.of(
                        "avatar-411 e.json_Files/411-1a.png",
                        "avatar-418 e.json_Files/418.png",
                        "emoji-702 e.json_Files/y.png",
                        "20 e.json_Files/a-2b.png",
                        "preview-11-0-0f115db062b7 e.json_Files/t.png",
                        "sticker-85 e.json_Files/s.json",
                        "emoji-703 e.json_Files/n.png"),
                Heard.of(NEWEST).locations());
    }

    @Test
    void a_thread_is_told_with_what_its_channel_is_called() throws Exception {
        var heard = Heard.of(Heard.thread(77, Heard.message(1, "")));
        assertEquals(List.of(), heard.channels);
        assertEquals(List.of(new ChatThread(new Snowflake(77), "質問")), heard.threads);
        assertEquals(List.of("900 event"), heard.names);
        assertEquals(new Snowflake(77), heard.message().thread());
    }

    @ParameterizedTest
    @CsvSource({
        "'\"Default\"', CHAT",
        "'\"Reply\"', CHAT",
        "'\"19\"', CHAT",
        "19, CHAT",
        "0, CHAT",
        "null, CHAT",
        "'\"RecipientAdd\"', OTHER",
        "'\"2\"', OTHER",
        "'\"Call\"', CALLED",
        "'\"ChannelNameChange\"', CHANNEL_CHANGED",
        "'\"ChannelIconChange\"', CHANNEL_CHANGED",
        "'\"12\"', CHANNEL_CHANGED",
        "'\"ChannelPinnedMessage\"', PINNED",
        "'\"6\"', PINNED",
        "'\"GuildMemberJoin\"', JOINED",
        "'\"7\"', JOINED",
        "'\"8\"', BOOSTED",
        "11, BOOSTED",
        "'\"ThreadCreated\"', THREAD_OPENED",
        "18, THREAD_OPENED",
        "'\"20\"', COMMAND",
        "'\"23\"', COMMAND",
        "'\"24\"', OTHER",
        "'\"46\"', POLL_ENDED",
        "'\"99999\"', OTHER",
        "'\"SomethingNew\"', OTHER",
        "-3, OTHER",
        "'\"99999999999999999999\"', OTHER"
    })
    void types_are_told_apart(String type, Kind kind) throws Exception {
        assertEquals(kind, Heard.ofMessage("\"type\":" + type).message().kind());
    }

    @Test
    void an_unknown_type_keeps_its_text_and_a_known_one_loses_what_the_exporter_says() throws Exception {
        assertEquals("何か", Heard.ofMessage("\"type\":\"63\",\"content\":\"何か\"").text());
        assertEquals(
                "",
                Heard.ofMessage("\"type\":\"ChannelPinnedMessage\",\"content\":\"Pinned a message.\"")
                        .text());
        assertEquals(
                "雑談",
                Heard.ofMessage("\"type\":\"ChannelNameChange\",\"content\":\"Changed the channel name: 雑談\"")
                        .text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"RecipientAdd\"", "\"RecipientRemove\"", "\"1\"", "\"2\""})
    void whom_somebody_added_or_removed_is_not_kept_as_words(String type) throws Exception {
        assertEquals(
                "",
                Heard.ofMessage("\"type\":" + type + ",\"content\":\"Added Ken to the group.\"")
                        .text());
    }

    @Test
    void the_first_message_of_a_thread_that_stands_in_the_channel_too_is_passed_over() throws Exception {
        assertEquals(List.of(), Heard.ofMessage("\"type\":\"21\",\"content\":\"\"").messages);
    }

    @Test
    void a_thread_is_opened_where_the_reference_says_which() throws Exception {
        var opened = Heard.ofMessage("\"type\":\"ThreadCreated\",\"content\":\"Started a thread.\","
                        + "\"reference\":{\"messageId\":null,\"channelId\":\"77\"}")
                .message();
        assertEquals(new Snowflake(77), opened.opens());
        assertNull(opened.reply());
        assertNull(Heard.ofMessage("\"type\":\"ThreadCreated\"").message().opens());
    }

    @Test
    void a_forwarded_message_is_no_reply() throws Exception {
        var message = Heard.ofMessage("""
                        "type":"Default","content":"","reference":{"type":"Forward","messageId":"5","channelId":"6"},
                        "forwardedMessage":{"timestamp":"2021-07-01T00:00:00Z","content":"前の話","attachments":[],"embeds":[],"stickers":[]}
                        """).message();
        assertNull(message.reply());
        assertEquals(
                new Message.Forwarded(
                        new Snowflake(5),
                        Instant.parse("2021-07-01T00:00:00Z"),
                        "前の話",
                        List.of(),
                        List.of(),
                        List.of()),
                message.forwarded());
    }

    @Test
    void a_time_when_there_was_no_discord_is_none() throws Exception {
        var message = Heard.ofMessage("""
                        "timestampEdited":"+999999999-01-01T00:00:00Z",
                        "forwardedMessage":{"timestamp":"0001-01-01T00:00:00Z","content":"前の話"}
                        """).message();
        assertNull(message.editedAt());
        assertEquals(new Message.Forwarded(null, null, "前の話", List.of(), List.of(), List.of()), message.forwarded());
    }

    @Test
    void the_answer_to_a_command_is_one_whatever_its_type() throws Exception {
        assertEquals(
                Kind.COMMAND,
                Heard.ofMessage("\"type\":\"Default\",\"interaction\":{\"id\":\"5\",\"name\":\"roll\",\"user\":{}}")
                        .message()
                        .kind());
    }

    @Test
    void a_role_is_told_only_where_a_text_names_it() throws Exception {
        var roles = "\"roles\":[{\"id\":\"70\",\"name\":\"司会\"},{\"id\":\"71\",\"name\":\"他\"}]";
        var author = "{\"id\":\"1\",\"name\":\"a\"," + roles + "}";
        var written =
                "{\"id\":\"1\",\"timestamp\":\"2021-07-06T00:00Z\",\"content\":\"<@&70>\",\"author\":" + author + "}";
        assertEquals(List.of("70 司会"), Heard.of(Heard.channel(written)).names);
        var later = Heard.message(1, "\"content\":\"<@&70>\"") + "," + written.replace("<@&70>", "");
        assertEquals(List.of("70 司会"), Heard.of(Heard.channel(later)).names);
    }

    @Test
    void ids_take_all_64_bits_and_may_be_numbers() throws Exception {
        var heard = Heard.of(Heard.channel("""
                {"id":"18446744073709551615","timestamp":"2021-07-06T00:00:00Z","author":{"id":18446744073709551614,"name":"x"}}"""));
        assertEquals("18446744073709551615", heard.message().id().toString());
        assertEquals("18446744073709551614", heard.message().author().toString());
    }

    @Test
    void long_messages_and_many_reactions_are_kept() throws Exception {
        assertEquals(
                4_000,
                Heard.ofMessage("\"content\":\"" + "あ".repeat(4_000) + "\"")
                        .text()
                        .length());
        var reactions = IntStream.range(0, 100)
                .mapToObj(number -> "{\"emoji\":{\"id\":\"" + (1000 + number) + "\",\"name\":\"e\"},\"count\":1}")
                .collect(Collectors.joining(","));
        assertEquals(
                100,
                Heard.ofMessage("\"reactions\":[" + reactions + "]")
                        .message()
                        .reactions()
                        .size());
    }

    @Test
    void what_is_told_again_is_not_told_twice() throws Exception {
        var heard = Heard.of(Heard.channel(Heard.message(1, "") + "," + Heard.message(2, "")));
        assertEquals(2, heard.messages.size());
        assertEquals(1, heard.speakers.size());
    }

    @Test
    void a_byte_order_mark_is_no_fault() throws Exception {
        assertEquals(
                1,
                Heard.of("\uFEFF" + Heard.channel(Heard.message(1, "")))
                        .messages
                        .size());
    }
}
