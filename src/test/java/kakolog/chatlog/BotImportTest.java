package kakolog.chatlog;

import static kakolog.demo.Person.HANAKO;
import static kakolog.demo.Person.SAKURA;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import kakolog.As;
import kakolog.RunningKakolog;
import kakolog.WrittenLog;
import kakolog.demo.Channels;
import kakolog.demo.SampleChannel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The bot reads the evening's channel where an organizer asks it to. */
final class BotImportTest {
    private static final String LOG = "/events/2021-07-06/log";
    private static final String DESK = "/organize" + LOG;

    private RunningKakolog kakolog;
    private As hanako;

    @BeforeEach
    void start() {
        kakolog = RunningKakolog.withDiscord(
                Path.of("content"), Map.of("KAKOLOG_DISCORD_EVENT_CHANNEL_ID", Channels.EVENT.toString()));
        SampleChannel.in(kakolog.community());
        hanako = kakolog.as(HANAKO);
    }

    @AfterEach
    void stop() {
        kakolog.close();
    }

    /** The desk after it is over. */
    private String fetched(String channel) {
        var answer = hanako.post(
                DESK + "/fetch", "channel", channel, "from", "2021-07-06T19:00", "until", "2021-07-06T23:30");
        assertEquals(303, answer.statusCode());
        return WrittenLog.over(hanako, DESK);
    }

    private void assertRefused(String words) {
        var desk = fetched(Channels.EVENT.toString());
        assertTrue(desk.contains("role=\"alert\">" + words), () -> words + " in " + desk);
        assertEquals(404, hanako.get(LOG).statusCode());
        assertEquals(404, hanako.get("/api" + LOG).statusCode());
    }

    @Test
    void all_messages_of_the_window_come_with_their_threads_and_media_once() {
        var desk = fetched(Channels.EVENT.toString());
        assertTrue(desk.contains("712 件を読み、712 件を加え"), desk);
        assertEquals(404, kakolog.as(SAKURA).get(LOG).statusCode());
        hanako.post(DESK, "do", "publish");
        var sakura = kakolog.as(SAKURA);
        var page = sakura.get(LOG).body();
        assertTrue(page.contains("MLSとの違い") && page.contains("資料はどこですか"));
        assertFalse(page.contains("前日の質問"));
        var picture = Pattern.compile("<img src=\"(" + LOG + "/files/\\d+)\"").matcher(page);
        assertTrue(picture.find());
        assertEquals(200, sakura.get(picture.group(1)).statusCode());
        assertFalse(page.contains(kakolog.discord().url().toString()));
        assertTrue(fetched(Channels.EVENT.toString()).contains("712 件を読み、0 件を加え、0 件を更新しました"));
    }

    @Test
    void the_desk_proposes_the_evening_and_its_channel() {
        var desk = hanako.get(DESK).body();
        assertTrue(desk.contains("value=\"" + Channels.EVENT + "\""));
        assertTrue(desk.contains("value=\"2021-07-06T19:00\"") && desk.contains("value=\"2021-07-06T22:00\""), desk);
    }

    @Test
    void what_is_no_channel_or_no_window_is_refused_before_anything_is_asked() {
        for (var wrong : new String[][] {
            {"x", "2021-07-06T19:00", "2021-07-06T22:00"},
            {"", "2021-07-06T19:00", "2021-07-06T22:00"},
            {"1", "2021-07-06T22:00", "2021-07-06T19:00"},
            {"1", "", "2021-07-06T19:00"},
            {"1", "2021-07-06T22:00", "x"}
        }) {
            var answer = hanako.post(DESK + "/fetch", "channel", wrong[0], "from", wrong[1], "until", wrong[2]);
            assertEquals(400, answer.statusCode(), String.join(" ", wrong));
        }
        assertTrue(
                kakolog.discord().calls().stream().noneMatch(call -> call.path().contains("/channels/")));
    }

    @Test
    void without_the_right_to_what_messages_say_it_says_so() {
        kakolog.community().channels().withoutMessageContent();
        assertRefused("Bot に MESSAGE CONTENT INTENT がない");
    }

    @Test
    void without_the_right_to_the_past_it_says_so() {
        kakolog.community().channels().forgetHistory(Channels.EVENT);
        assertRefused("Bot に「メッセージ履歴を読む」(READ_MESSAGE_HISTORY) の権限がありません");
    }

    @Test
    void a_hidden_channel_is_told() {
        kakolog.community().channels().hide(Channels.EVENT);
        assertRefused("Bot からこのチャンネルが見えません");
    }

    @Test
    void an_unknown_channel_is_told() {
        assertTrue(fetched("7").contains("role=\"alert\">このサーバーにそのチャンネルはありません"));
        assertEquals(404, hanako.get(LOG).statusCode());
    }

    @Test
    void a_window_in_which_nobody_spoke_is_no_log() {
        var answer = hanako.post(
                DESK + "/fetch",
                "channel",
                Channels.EVENT.toString(),
                "from",
                "2021-01-06T19:00",
                "until",
                "2021-01-06T23:30");
        assertEquals(303, answer.statusCode());
        assertTrue(WrittenLog.over(hanako, DESK).contains("空のログは取り込みません"));
        assertEquals(404, hanako.get(LOG).statusCode());
    }

    @Test
    void where_discord_is_silent_what_was_there_stays() {
        fetched(Channels.EVENT.toString());
        var before = hanako.get(LOG).body();
        kakolog.discord().stop();
        var desk = fetched(Channels.EVENT.toString());
        assertTrue(desk.contains("role=\"alert\">Discord から応答がありません"), desk);
        assertEquals(before, hanako.get(LOG).body());
    }
}
