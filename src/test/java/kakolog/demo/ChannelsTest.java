package kakolog.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import kakolog.MovableClock;
import kakolog.id.Snowflake;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class ChannelsTest {
    private static final Instant TEN = Instant.parse("2021-07-06T10:45:10.123Z");
    private static final String MESSAGES = "/channels/" + Channels.EVENT + "/messages";

    private final Community community = new Community();
    private final Channels channels = community.channels();
    private final StandIn standIn = new StandIn(community, new MovableClock("2021-07-07T09:00:00+09:00"));

    @AfterEach
    void close() {
        standIn.close();
    }

    private HttpResponse<String> ask(String path) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(standIn.url() + "/api/v10" + path))
                .header("User-Agent", "DiscordBot (test, 1)")
                .header("Authorization", "Bot stand-in-token");
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
    }

    private JsonNode json(String path) throws Exception {
        return JsonMapper.shared().readTree(ask(path).body());
    }

    private Snowflake say(String text) {
        return channels.post(Channels.EVENT, Post.by(Person.HANAKO, text, TEN));
    }

    private List<String> texts(String query) throws Exception {
        var texts = new ArrayList<String>();
        json(MESSAGES + query)
                .forEach(message -> texts.add(message.path("content").asString("")));
        return texts;
    }

    @Test
    void a_message_has_the_documented_shape() throws Exception {
        var id = say("こんばんは <@" + Person.KEN.id() + "> <@&" + Community.ROLE_OF_JULY + ">");
        var message = json(MESSAGES + "/" + id);
        assertEquals(id.toString(), message.path("id").asString(""));
        assertEquals(
                "2021-07-06T10:45:10.123000+00:00", message.path("timestamp").asString(""));
        assertTrue(message.path("edited_timestamp").isNull());
        assertEquals("花子", message.path("author").path("global_name").asString(""));
        assertFalse(message.path("author").has("member"));
        assertEquals("ken", message.path("mentions").path(0).path("username").asString(""));
        assertEquals(
                Community.ROLE_OF_JULY.toString(),
                message.path("mention_roles").path(0).asString(""));
        for (var absent : List.of("reactions", "sticker_items", "thread", "webhook_id", "message_reference", "poll")) {
            assertFalse(message.has(absent), absent);
        }
    }

    @Test
    void pages_come_newest_first_whatever_is_asked() throws Exception {
        var ids = new ArrayList<Snowflake>();
        for (int i = 1; i <= 5; i++) {
            ids.add(say("" + i));
        }
        var third = ids.get(2);
        assertEquals(List.of("5", "4", "3", "2", "1"), texts(""));
        assertEquals(List.of("5", "4"), texts("?limit=2"));
        assertEquals(List.of("4"), texts("?limit=1&after=" + third));
        assertEquals(List.of("5", "4"), texts("?after=" + third));
        assertEquals(List.of("2"), texts("?limit=1&before=" + third));
        assertEquals(List.of("4", "3", "2"), texts("?limit=3&around=" + third));
    }

    @Test
    void what_a_page_cannot_be_asked_for_is_refused() throws Exception {
        var refused = ask(MESSAGES + "?limit=101");
        assertEquals(400, refused.statusCode());
        assertEquals(
                "{\"message\":\"Invalid Form Body\",\"code\":50035,\"errors\":{\"limit\":{\"_errors\":[{\"code\":\"NUMBER_TYPE_MAX\","
                        + "\"message\":\"int value should be less than or equal to 100.\"}]}}}",
                refused.body());
        for (var query : List.of("?limit=0", "?limit=x", "?after=1&before=2", "?after=x")) {
            assertEquals(400, ask(MESSAGES + query).statusCode(), query);
        }
    }

    @Test
    void a_reply_has_its_target_or_null_where_it_was_deleted() throws Exception {
        var first = say("質問");
        var reply = channels.post(Channels.EVENT, Post.by(Person.KEN, "答え", TEN).replyTo(first));
        assertEquals(
                "質問",
                json(MESSAGES + "/" + reply)
                        .path("referenced_message")
                        .path("content")
                        .asString(""));
        channels.delete(Channels.EVENT, first);
        var orphan = json(MESSAGES + "/" + reply);
        assertTrue(orphan.path("referenced_message").isNull());
        assertEquals(
                first.toString(),
                orphan.path("message_reference").path("message_id").asString(""));
    }

    @Test
    void rights_that_are_missing_are_told_or_not_as_by_discord() throws Exception {
        say("こんばんは");
        channels.forgetHistory(Channels.EVENT);
        assertEquals(200, ask(MESSAGES).statusCode());
        assertEquals("[]", ask(MESSAGES).body());
        channels.hide(Channels.EVENT);
        assertEquals(
                "{\"message\":\"Missing Access\",\"code\":50001}", ask(MESSAGES).body());
        assertEquals(403, ask("/channels/" + Channels.EVENT).statusCode());
        assertEquals(
                "{\"message\":\"Unknown Channel\",\"code\":10003}",
                ask("/channels/7/messages").body());
        assertEquals(
                "{\"message\":\"Unknown Message\",\"code\":10008}",
                ask("/channels/" + Channels.VOICE + "/messages/7").body());
        assertEquals(400, ask("/channels/" + Channels.CATEGORY + "/messages").statusCode());
    }

    @Test
    void without_the_right_to_messages_they_are_empty_but_for_those_to_the_bot() throws Exception {
        channels.post(
                Channels.EVENT,
                Post.by(Person.KEN, "秘密", TEN).attach("a.txt", "a").sticker(new Snowflake(5), "やった", 1));
        channels.post(Channels.EVENT, Post.byBot("わたしの", TEN));
        say("<@" + Community.BOT + "> へ");
        channels.withoutMessageContent();
        assertEquals(List.of("<@" + Community.BOT + "> へ", "わたしの", ""), texts(""));
        var empty = json(MESSAGES).path(2);
        assertEquals(0, empty.path("attachments").size());
        assertEquals(1, empty.path("sticker_items").size());
        assertEquals(1 << 15, json("/applications/@me").path("flags").asInt());
    }

    @Test
    void threads_are_listed_where_they_belong() throws Exception {
        var active = channels.openThread(Channels.EVENT, say("ひとつ"), "進行中", Person.KEN, TEN);
        var archived = channels.openThread(Channels.EVENT, "終わり", Person.KEN, TEN);
        channels.archive(archived, TEN.plusSeconds(60));
        var older = channels.openThread(Channels.EVENT, "もっと前", Person.KEN, TEN);
        channels.archive(older, TEN.plusSeconds(30));
        var actives = json("/guilds/" + Community.GUILD + "/threads/active").path("threads");
        assertEquals(1, actives.size());
        assertEquals(active.toString(), actives.path(0).path("id").asString(""));
        var archive = "/channels/" + Channels.EVENT + "/threads/archived/public";
        var page = json(archive + "?limit=2");
        assertEquals(List.of(archived.toString(), older.toString()), ids(page.path("threads")));
        assertFalse(page.path("has_more").asBoolean(true));
        var before = TEN.plusSeconds(60).toString();
        assertEquals(
                List.of(older.toString()),
                ids(json(archive + "?before=" + before).path("threads")));
        assertEquals(400, ask(archive + "?limit=1").statusCode());
        assertEquals(400, ask(archive + "?before=yesterday").statusCode());
        assertFalse(ids(json("/guilds/" + Community.GUILD + "/channels")).contains(active.toString()));
        var starter = json("/channels/" + active + "/messages").path(0);
        assertEquals(21, starter.path("type").asInt());
        assertEquals("ひとつ", starter.path("referenced_message").path("content").asString(""));
    }

    private static List<String> ids(JsonNode array) {
        var ids = new ArrayList<String>();
        array.forEach(one -> ids.add(one.path("id").asString("")));
        return ids;
    }

    @Test
    void each_channel_has_a_count_of_its_own_under_one_name() throws Exception {
        standIn.limit(1, Duration.ofMinutes(1));
        var first = ask(MESSAGES);
        var other = ask("/channels/" + Channels.VOICE + "/messages");
        assertEquals(200, other.statusCode());
        assertEquals(429, ask(MESSAGES).statusCode());
        assertEquals(
                first.headers().firstValue("X-RateLimit-Bucket"),
                other.headers().firstValue("X-RateLimit-Bucket"));
    }
}
