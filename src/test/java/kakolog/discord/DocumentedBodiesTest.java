package kakolog.discord;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import kakolog.id.Snowflake;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Bodies as Discord documents or was seen to send them, to the letter; unknown fields added. */
final class DocumentedBodiesTest {
    private static final Snowflake GUILD = new Snowflake(498230000000000000L);
    private static final Snowflake TARO = new Snowflake(411111111111111106L);
    private static final URI CALLBACK = TestDiscord.CALLBACK;

    private final HttpServer server;
    private final Discord discord;
    private volatile int status = 200;
    private volatile String body = "";
    private volatile String token = "";

    DocumentedBodiesTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            try (exchange) {
                exchange.getRequestBody().readAllBytes();
                boolean ofToken = exchange.getRequestURI().getPath().endsWith("/oauth2/token");
                var bytes = (ofToken && !token.isEmpty() ? token : body).getBytes(UTF_8);
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                exchange.sendResponseHeaders(ofToken && !token.isEmpty() ? 200 : status, bytes.length);
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
    void an_account() {
        body = """
                {"id":"411111111111111104","username":"hanako","discriminator":"0","global_name":"花子","avatar":"a_3d3d…","public_flags":0,"flags":0,"banner":null,"accent_color":null,"mfa_enabled":false,"locale":"ja","bot":false,"new":{"a":[1]}}
                """;
        var hanako = new Account(new Snowflake(411111111111111104L), "hanako", "花子", "a_3d3d…");
        assertEquals(new Reply.Known<>(hanako), discord.self());
        token = """
                {"token_type":"Bearer","access_token":"a1..","expires_in":604800,"refresh_token":"r1..","scope":"identify guilds.members.read","new":1}
                """;
        assertEquals(new Reply.Known<>(hanako), signIn());
    }

    @Test
    void a_member() {
        body = """
                {"user":{"id":"411111111111111106","username":"taro","avatar":"5f…","discriminator":"0","global_name":null,"public_flags":0},
                 "nick":null,"avatar":null,"banner":null,"roles":["498230000000000777"],"joined_at":"2019-12-24T10:20:30+00:00",
                 "premium_since":"2020-11-03T04:05:06.789000+00:00","pending":false,"flags":0,"mute":false,"deaf":false,"communication_disabled_until":null,"new":null}
                """;
        var since = Instant.parse("2020-11-03T04:05:06.789Z");
        var taro =
                new Member(TARO, "taro", null, null, "5f…", Set.of(new Snowflake(498230000000000777L)), since, false);
        assertEquals(new Reply.Known<>(taro), discord.member(GUILD, TARO));
    }

    @Test
    void a_member_of_whom_only_the_least_is_told() {
        body = """
                {"user":{"id":"411111111111111106","username":"taro"},"roles":[],"premium_since":"2020-11-03T04:05:06+00:00"}
                """;
        var since = Instant.parse("2020-11-03T04:05:06Z");
        var taro = new Member(TARO, "taro", null, null, null, Set.of(), since, false);
        assertEquals(new Reply.Known<>(taro), discord.member(GUILD, TARO));
    }

    @Test
    void the_roles() {
        body = """
                [{"id":"498230000000000000","name":"@everyone","permissions":"1071698660929","position":0,"color":0,"colors":{"primary_color":0,"secondary_color":null,"tertiary_color":null},"hoist":false,"managed":false,"mentionable":false,"icon":null,"unicode_emoji":null,"flags":0,"new":[]},
                 {"id":"498230000000000777","name":"Server Booster","permissions":"0","position":3,"managed":true,"tags":{"premium_subscriber":null}}]
                """;
        var everyone = new Role(GUILD, "@everyone", 0, false, false, new BigInteger("1071698660929"));
        var booster = new Role(new Snowflake(498230000000000777L), "Server Booster", 3, true, true, BigInteger.ZERO);
        assertEquals(new Reply.Known<>(List.of(everyone, booster)), discord.roles(GUILD));
    }

    @Test
    void refusals() {
        body = "{\"message\":\"Unknown Member\",\"code\":10007}";
        status = 404;
        assertEquals(new Reply.No<>("10007"), discord.member(GUILD, TARO));
        body = "{\"message\":\"Unknown User\",\"code\":10013}";
        assertEquals(new Reply.No<>("10013"), discord.member(GUILD, TARO));
        body = "{\"message\":\"Unknown Guild\",\"code\":10004}";
        assertInstanceOf(Reply.OurFault.class, discord.member(GUILD, TARO));
        body = "{\"message\":\"404: Not Found\",\"code\":0}";
        TestDiscord.unclear(discord.member(GUILD, TARO));
        status = 403;
        body = "{\"message\":\"internal network error\",\"code\":40333}";
        TestDiscord.unclear(discord.member(GUILD, TARO));
        status = 401;
        body = "{\"message\":\"401: Unauthorized\",\"code\":0}";
        assertInstanceOf(Reply.OurFault.class, discord.member(GUILD, TARO));
    }

    @Test
    void refusals_of_a_code() {
        status = 400;
        body = "{\"error\":\"invalid_grant\",\"error_description\":\"Invalid \\\"code\\\" in request.\"}";
        assertEquals(new Reply.No<>("invalid_grant"), signIn());
        body = "{\"error\":\"unsupported_grant_type\",\"error_description\":\"Grant type None is not supported\"}";
        assertInstanceOf(Reply.OurFault.class, signIn());
        body = "{\"code\":50035,\"message\":\"Invalid Form Body\"}";
        TestDiscord.unclear(signIn());
        status = 401;
        body = "{\"error\":\"invalid_client\"}";
        assertInstanceOf(Reply.OurFault.class, signIn());
    }

    @Test
    void what_lacks_a_needed_field_or_has_it_in_another_shape_is_unclear() {
        for (var wrong : List.of(
                "{\"user\":{\"id\":\"411111111111111106\",\"username\":\"taro\"}}",
                "{\"user\":{\"id\":\"411111111111111106\",\"username\":\"taro\"},\"roles\":null}",
                "{\"user\":{\"id\":\"411111111111111106\",\"username\":\"taro\"},\"roles\":[7]}",
                "{\"user\":{\"id\":411111111111111106,\"username\":\"taro\"},\"roles\":[]}",
                "{\"user\":{\"id\":\"411111111111111106\",\"username\":\"taro\"},\"roles\":[],\"premium_since\":1}",
                "{\"user\":{\"id\":\"411111111111111106\",\"username\":\"taro\"},\"roles\":[]} and more",
                "{\"roles\":[]}",
                "[]",
                "null",
                "[".repeat(100_000))) {
            body = wrong;
            TestDiscord.unclear(discord.member(GUILD, TARO));
        }
    }

    @Test
    void a_booster_role_is_known_by_the_key_not_its_value() {
        body = """
                [{"id":"1","name":"a","permissions":"0","position":1,"tags":{"bot_id":"2"}},
                 {"id":"2","name":"b","permissions":"0","position":1,"tags":{"premium_subscriber":null}},
                 {"id":"3","name":"c","permissions":"0","position":1}]
                """;
        var roles = discord.roles(GUILD).value().orElseThrow();
        assertEquals(
                List.of(false, true, false), roles.stream().map(Role::booster).toList());
        assertTrue(roles.stream().noneMatch(Role::managed));
    }

    private Reply<Account> signIn() {
        var verifier = discord.authorization("state", CALLBACK).verifier();
        return discord.signIn("code", verifier, CALLBACK);
    }
}
