package kakolog.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import kakolog.MovableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class StandInTest {
    private static final String BOT = "Bot stand-in-token";

    private final StandIn standIn = new StandIn(new Community(), new MovableClock("2021-07-06T19:30:00+09:00"));
    private final String right = "/oauth2/authorize?response_type=code&client_id="
            + standIn.credentials().clientId()
            + "&scope=identify&state=s%22%3C&redirect_uri=http%3A%2F%2F127.0.0.1%3A8080%2Fback";

    @AfterEach
    void close() {
        standIn.close();
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> browse(String path) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(standIn.url() + path)));
    }

    private HttpResponse<String> ask(String path, String authorization) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(standIn.url() + "/api/v10" + path))
                .header("User-Agent", "DiscordBot (test, 1)")
                .header("Authorization", authorization));
    }

    private static String location(HttpResponse<?> answer) {
        return answer.headers().firstValue("Location").orElseThrow();
    }

    @Test
    void the_page_lets_one_choose_who_of_the_cast_one_is() throws Exception {
        var page = browse(right);
        assertEquals(200, page.statusCode());
        assertTrue(page.body().contains("lang=\"ja\""));
        Person.CAST.forEach(person -> assertTrue(page.body().contains("as=" + person.username() + "\"")));
        assertTrue(page.body().contains("花子（hanako）"));
        assertTrue(page.body().contains("キャンセル"));
        assertFalse(page.body().contains("<script"));
    }

    @Test
    void choosing_goes_back_with_a_code_and_the_state() throws Exception {
        var answer = browse(right + "&as=taro");
        assertEquals(302, answer.statusCode());
        assertTrue(location(answer).matches("http://127\\.0\\.0\\.1:8080/back\\?code=\\w+&state=s%22%3C"));
    }

    @Test
    void cancelling_goes_back_with_the_documented_error() throws Exception {
        var back = location(browse(right + "&as="));
        assertTrue(back.contains("error=access_denied"));
        assertTrue(back.contains("error_description=The+resource+owner+or+authorization+server+denied+the+request"));
        assertTrue(back.endsWith("&state=s%22%3C"));
    }

    @Test
    void a_wrong_client_or_address_never_goes_back() throws Exception {
        assertEquals(
                400,
                browse(right.replace("client_id=4", "client_id=5") + "&as=taro").statusCode());
        assertEquals(
                400,
                browse(right.replace("127.0.0.1", "evil.example") + "&as=taro").statusCode());
    }

    @Test
    void another_scope_or_challenge_goes_back_with_an_error() throws Exception {
        assertTrue(location(browse(right.replace("identify", "everything"))).contains("error=invalid_scope"));
        assertTrue(location(browse(right + "&code_challenge=x&code_challenge_method=plain"))
                .contains("error=invalid_request"));
    }

    @Test
    void the_token_route_takes_forms_only() throws Exception {
        var answer = send(HttpRequest.newBuilder(URI.create(standIn.url() + "/api/v10/oauth2/token"))
                .header("User-Agent", "DiscordBot (test, 1)")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{}")));
        assertEquals(400, answer.statusCode());
        assertEquals(
                "{\"error\":\"unsupported_grant_type\",\"error_description\":\"Grant type None is not supported\"}",
                answer.body());
    }

    @Test
    void the_client_may_be_named_in_the_form() throws Exception {
        var code = location(browse(right + "&as=taro")).replaceAll(".*code=(\\w+).*", "$1");
        var form = "grant_type=authorization_code&redirect_uri=http%3A%2F%2F127.0.0.1%3A8080%2Fback&code=" + code
                + "&client_id=" + standIn.credentials().clientId() + "&client_secret=stand-in-secret";
        var answer = send(HttpRequest.newBuilder(URI.create(standIn.url() + "/api/v10/oauth2/token"))
                .header("User-Agent", "DiscordBot (test, 1)")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
        assertEquals(200, answer.statusCode());
        var token = answer.body().replaceAll(".*\"access_token\":\"(\\w+)\".*", "$1");
        assertTrue(ask("/users/@me", "Bearer " + token).body().contains("\"username\":\"taro\""));
        assertEquals(401, ask("/applications/@me", "Bearer " + token).statusCode());
    }

    @Test
    void a_client_must_name_itself_as_discord_asks() throws Exception {
        var answer = send(HttpRequest.newBuilder(URI.create(standIn.url() + "/api/v10/users/@me"))
                .header("Authorization", BOT));
        assertEquals(403, answer.statusCode());
        assertEquals("{\"message\":\"internal network error\",\"code\":40333}", answer.body());
    }

    @Test
    void answers_tell_the_rate_limit() throws Exception {
        var headers = ask("/users/@me", BOT).headers();
        for (var name : new String[] {"Limit", "Remaining", "Reset", "Reset-After", "Bucket"}) {
            assertTrue(headers.firstValue("X-RateLimit-" + name).isPresent(), name);
        }
        standIn.limit(1, Duration.ofMinutes(1));
        assertEquals(200, ask("/users/@me", BOT).statusCode());
        var over = ask("/users/@me", BOT);
        assertEquals(429, over.statusCode());
        assertTrue(over.headers().firstValue("Retry-After").isPresent());
    }

    @Test
    void refusals_are_the_documented_ones() throws Exception {
        assertEquals(
                "{\"message\":\"401: Unauthorized\",\"code\":0}",
                ask("/users/@me", "Bot x").body());
        assertEquals(
                "{\"message\":\"Unknown Guild\",\"code\":10004}",
                ask("/guilds/1", BOT).body());
        assertEquals(
                "{\"message\":\"Missing Access\",\"code\":50001}",
                ask("/guilds/1/members/2", BOT).body());
        var members = "/guilds/" + standIn.guild() + "/members/";
        assertEquals(
                "{\"message\":\"Unknown User\",\"code\":10013}",
                ask(members + "2", BOT).body());
        assertEquals(
                "{\"message\":\"Unknown Member\",\"code\":10007}",
                ask(members + Person.RIN.id(), BOT).body());
        assertEquals(5, standIn.count("/api/v10/"));
        assertEquals(1, standIn.count("/api/v10/users"));
    }
}
