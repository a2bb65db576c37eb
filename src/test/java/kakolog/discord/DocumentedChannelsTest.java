package kakolog.discord;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import kakolog.id.Snowflake;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Channels, threads and messages as Discord documents them, to the letter. */
final class DocumentedChannelsTest {
    private static final Snowflake GUILD = new Snowflake(290926798626357999L);
    private static final Snowflake CHANNEL = new Snowflake(41771983423143937L);
    private static final Snowflake START = new Snowflake(0);

    private final HttpServer server;
    private final Discord discord;
    private volatile int status = 200;
    private volatile String body = "";
    private volatile String asked = "";

    DocumentedChannelsTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            try (exchange) {
                asked = exchange.getRequestMethod() + " " + exchange.getRequestURI();
                var bytes = body.getBytes(UTF_8);
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                exchange.sendResponseHeaders(status, bytes.length);
                exchange.getResponseBody().write(bytes);
            }
        });
        server.start();
        var base = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        discord = new Discord(base, new Credentials("1", "secret", "token"), Clock.systemUTC());
    }

    @AfterEach
    void stop() {
        discord.close();
        server.stop(0);
    }

    @Test
    void a_channel() {
        body = """
                {"id":"41771983423143937","guild_id":"290926798626357999","name":"general","type":0,"position":6,
                 "permission_overwrites":[{"id":"290926798626357999","type":0,"allow":"0","deny":"1024"},
                  {"id":"498230000000000900","type":1,"allow":"66560","deny":"0"}],
                 "rate_limit_per_user":2,"nsfw":true,"topic":"24/7 chat","last_message_id":"155117677105512449",
                 "parent_id":"399942396007890945","default_auto_archive_duration":60}
                """;
        var everybody = new Channel.Overwrite(GUILD, false, BigInteger.ZERO, BigInteger.valueOf(1024));
        var bot = new Channel.Overwrite(
                new Snowflake(498230000000000900L), true, BigInteger.valueOf(66560), BigInteger.ZERO);
        var parent = new Snowflake(399942396007890945L);
        var general = new Channel(CHANNEL, "general", 0, GUILD, parent, List.of(everybody, bot));
        assertEquals(new Reply.Known<>(general), discord.channel(CHANNEL));
        assertEquals("GET /api/v10/channels/41771983423143937", asked);
        TestDiscord.unclear(discord.channel(new Snowflake(1)));
    }

    @Test
    void a_conversation_outside_of_servers() {
        body = """
                {"last_message_id":"3343820033257021450","type":1,"id":"319674150115610528","recipients":[]}
                """;
        var conversation = new Channel(new Snowflake(319674150115610528L), "", 1, null, null, List.of());
        assertEquals(new Reply.Known<>(conversation), discord.channel(conversation.id()));
    }

    @Test
    void the_channels_of_a_server() {
        body = """
                [{"id":"399942396007890945","guild_id":"290926798626357999","name":"Text","type":4,"permission_overwrites":[],"parent_id":null},
                 {"id":"41771983423143937","guild_id":"290926798626357999","name":"event","type":0,"permission_overwrites":[],"parent_id":"399942396007890945"}]
                """;
        var text = new Channel(new Snowflake(399942396007890945L), "Text", 4, GUILD, null, List.of());
        var event = new Channel(CHANNEL, "event", 0, GUILD, text.id(), List.of());
        assertEquals(new Reply.Known<>(List.of(text, event)), discord.channels(GUILD));
        assertEquals("GET /api/v10/guilds/290926798626357999/channels", asked);
    }

    @Test
    void threads() {
        body = """
                {"threads":[{"id":"41771983423143950","guild_id":"290926798626357999","parent_id":"41771983423143937","owner_id":"41771983423143939",
                  "name":"don't buy dota-2","type":11,"last_message_id":"155117677105512449","message_count":1,"member_count":5,"rate_limit_per_user":2,
                  "thread_metadata":{"archived":true,"auto_archive_duration":1440,"archive_timestamp":"2021-04-12T23:40:39.855793+00:00","locked":false},"total_message_sent":1}],
                 "members":[{"id":"41771983423143950","user_id":"1","join_timestamp":"2021-04-12T23:40:39.855793+00:00","flags":0}],"has_more":true}
                """;
        var archivedAt = Instant.parse("2021-04-12T23:40:39.855793Z");
        var thread = new ChannelThread(
                new Snowflake(41771983423143950L),
                "don't buy dota-2",
                11,
                CHANNEL,
                new Snowflake(155117677105512449L),
                archivedAt);
        assertEquals(new Reply.Known<>(new Threads(List.of(thread), true)), discord.archivedThreads(CHANNEL, null));
        assertEquals("GET /api/v10/channels/41771983423143937/threads/archived/public?limit=100", asked);
        discord.archivedThreads(CHANNEL, archivedAt);
        assertEquals(
                "GET /api/v10/channels/41771983423143937/threads/archived/public?limit=100&before=2021-04-12T23:40:39.855793Z",
                asked);
        body = "{\"threads\":[],\"members\":[]}";
        assertEquals(new Reply.Known<>(new Threads(List.of(), false)), discord.activeThreads(GUILD));
        assertEquals("GET /api/v10/guilds/290926798626357999/threads/active", asked);
    }

    @Test
    void messages_come_oldest_first_and_as_they_are() {
        body = """
                [{"id":"9223372036854775809","channel_id":"41771983423143937","content":"三","new":{"a":[1]}},
                 {"id":"9223372036854775807","channel_id":"41771983423143937","content":"二"},
                 {"id":"99","channel_id":"41771983423143937","content":"一"}]
                """;
        var page = discord.messages(CHANNEL, new Snowflake(98), 100).value().orElseThrow();
        assertEquals(
                List.of("一", "二", "三"),
                page.stream()
                        .map(message -> message.path("content").asString(""))
                        .toList());
        assertEquals("{\"a\":[1]}", page.get(2).path("new").toString());
        assertEquals("GET /api/v10/channels/41771983423143937/messages?limit=100&after=98", asked);
    }

    @Test
    void messages_that_were_not_asked_for_are_none() {
        for (var wrong : List.of(
                "[{\"id\":\"7\",\"channel_id\":\"41771983423143937\"}]",
                "[{\"id\":\"9\",\"channel_id\":\"41771983423143938\"}]",
                "[{\"id\":\"9\"}]",
                "[{\"channel_id\":\"41771983423143937\"}]",
                "[{\"id\":9,\"channel_id\":\"41771983423143937\"}]",
                "[null]",
                "{}")) {
            body = wrong;
            TestDiscord.unclear(discord.messages(CHANNEL, new Snowflake(7), 100));
        }
    }

    @Test
    void no_channel_and_no_access_are_a_definite_no() {
        status = 404;
        body = "{\"message\":\"Unknown Channel\",\"code\":10003}";
        assertEquals(new Reply.No<>("10003"), discord.channel(CHANNEL));
        assertEquals(new Reply.No<>("10003"), discord.messages(CHANNEL, START, 100));
        assertEquals(new Reply.No<>("10003"), discord.archivedThreads(CHANNEL, null));
        status = 403;
        TestDiscord.unclear(discord.channel(CHANNEL));
        body = "{\"message\":\"Missing Access\",\"code\":50001}";
        assertEquals(new Reply.No<>("50001"), discord.channel(CHANNEL));
        assertEquals(new Reply.No<>("50001"), discord.messages(CHANNEL, START, 100));
        assertInstanceOf(Reply.OurFault.class, discord.channels(GUILD), "the whole server is out of reach");
        assertInstanceOf(Reply.OurFault.class, discord.activeThreads(GUILD));
        body = "{\"message\":\"Missing Permissions\",\"code\":50013}";
        TestDiscord.unclear(discord.channel(CHANNEL));
    }

    @Test
    void a_page_may_be_larger_than_what_is_told_of_a_member() {
        var filling = "\"content\":\"" + "x".repeat(2_000_000) + "\"";
        body = "[{\"id\":\"9\",\"channel_id\":\"41771983423143937\"," + filling + "}]";
        assertInstanceOf(Reply.Known.class, discord.messages(CHANNEL, START, 100));
        body = "{\"id\":\"9\",\"username\":\"taro\"," + filling + "}";
        TestDiscord.unclear(discord.self());
        body = "[{\"id\":\"9\",\"channel_id\":\"41771983423143937\",\"content\":\"" + "x".repeat(9_000_000) + "\"}]";
        TestDiscord.unclear(discord.messages(CHANNEL, START, 100));
    }
}
