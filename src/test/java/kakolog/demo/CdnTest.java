package kakolog.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.imageio.ImageIO;
import kakolog.MovableClock;
import kakolog.id.Snowflake;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class CdnTest {
    private static final Instant TEN = Instant.parse("2021-07-06T10:00:00Z");

    private final MovableClock clock = new MovableClock("2021-07-07T09:00:00+09:00");
    private final Community community = new Community();
    private final StandIn standIn = new StandIn(community, clock);

    @AfterEach
    void close() {
        standIn.close();
    }

    private HttpResponse<byte[]> get(String address) throws Exception {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofByteArray());
    }

    private int status(String address) throws Exception {
        return get(address).statusCode();
    }

    private JsonNode attachment(Snowflake message) throws Exception {
        return message(message).path("attachments").path(0);
    }

    private JsonNode message(Snowflake message) throws Exception {
        var address = standIn.url() + "/api/v10/channels/" + Channels.EVENT + "/messages/" + message;
        var request = HttpRequest.newBuilder(URI.create(address))
                .header("User-Agent", "DiscordBot (test, 1)")
                .header("Authorization", "Bot stand-in-token")
                .build();
        var body = HttpClient.newHttpClient()
                .send(request, BodyHandlers.ofString())
                .body();
        return JsonMapper.shared().readTree(body);
    }

    private Snowflake post(Post post) {
        return community.channels().post(Channels.EVENT, post);
    }

    @Test
    void an_attachment_is_there_for_a_signed_address_that_lasts_a_day() throws Exception {
        var message = post(Post.by(Person.TARO, "", TEN).attach("notes.txt", "メモ"));
        var address = attachment(message).path("url").asString("");
        assertTrue(address.matches(".*/attachments/\\d+/\\d+/notes\\.txt\\?ex=\\w+&is=\\w+&hm=\\w{64}&"), address);
        assertArrayEquals("メモ".getBytes(UTF_8), get(address).body());
        assertEquals(404, status(address.replaceFirst("\\?.*", "")));
        assertEquals(404, status(address.replaceFirst("ex=", "ex=f")), "a longer life than was signed");
        assertEquals(404, status(address.replace("notes", "other")));
        clock.advance(Duration.ofHours(24));
        var expired = get(address);
        assertEquals(404, expired.statusCode());
        assertEquals("This content is no longer available.", new String(expired.body(), UTF_8));
        assertEquals(200, status(attachment(message).path("url").asString("")), "asked again, signed anew");
    }

    @Test
    void a_name_beyond_ascii_is_rewritten_and_kept_as_a_title() throws Exception {
        var picture = attachment(post(Post.by(Person.TARO, "", TEN).attachPicture("会場の写真.png", 64, 48)));
        assertEquals("_.png", picture.path("filename").asString(""));
        assertEquals("会場の写真", picture.path("title").asString(""));
        var drawn = ImageIO.read(
                new ByteArrayInputStream(get(picture.path("url").asString("")).body()));
        assertEquals(List.of(64, 48), List.of(drawn.getWidth(), drawn.getHeight()));
        assertEquals(
                picture.path("size").asInt(),
                get(picture.path("url").asString("")).body().length);
    }

    @Test
    void a_picture_of_another_host_is_passed_on() throws Exception {
        var message = message(post(Post.by(Person.TARO, "", TEN)
                .preview("QUIC", "https://example.com/quic", "運び方", "https://example.com/quic.png")));
        var picture = message.path("embeds").path(0).path("thumbnail");
        assertEquals("https://example.com/quic.png", picture.path("url").asString(""));
        var answer = get(picture.path("proxy_url").asString(""));
        assertEquals("image/png", answer.headers().firstValue("Content-Type").orElse(""));
        assertTrue(ImageIO.read(new ByteArrayInputStream(answer.body())) != null);
    }

    @Test
    void pictures_are_what_they_say() throws Exception {
        var hanako = "/avatars/" + Person.HANAKO.id() + "/" + Person.HANAKO.avatar();
        for (var path :
                List.of(hanako + ".png?size=64", "/embed/avatars/5.png", "/emojis/702.gif", "/stickers/850.png")) {
            var answer = get(standIn.url() + path);
            assertEquals(200, answer.statusCode(), path);
            assertTrue(ImageIO.read(new ByteArrayInputStream(answer.body())) != null, path);
        }
        var webp = get(standIn.url() + "/emojis/702.webp");
        assertEquals("image/webp", webp.headers().firstValue("Content-Type").orElse(""));
        assertEquals("RIFF", new String(webp.body(), 0, 4, UTF_8));
        assertEquals("WEBP", new String(webp.body(), 8, 4, UTF_8));
        assertEquals(404, status(standIn.url() + "/avatars/" + Person.YUI.id() + "/0a0a.png"), "she has none");
        assertEquals(404, status(standIn.url() + "/embed/avatars/6.png"));
    }

    @Test
    void files_misbehave_on_call() throws Exception {
        var picture = standIn.url() + "/emojis/702.png";
        standIn.cdn().fail(CdnFault.REDIRECT, "/emojis/");
        assertEquals(302, status(picture));
        assertEquals(
                "localhost",
                URI.create(get(picture).headers().firstValue("Location").orElseThrow())
                        .getHost());
        assertEquals(200, status(standIn.url() + "/embed/avatars/0.png"), "others are served");
        standIn.cdn().fail(CdnFault.GONE, "/emojis/");
        assertEquals(404, status(picture));
        standIn.cdn().fail(CdnFault.HTML_AS_PICTURE, "/emojis/");
        assertEquals(
                "image/png", get(picture).headers().firstValue("Content-Type").orElse(""));
        assertTrue(new String(get(picture).body(), UTF_8).startsWith("<!DOCTYPE html>"));
        standIn.cdn().fail(CdnFault.HALF, "/emojis/");
        assertThrows(IOException.class, () -> get(picture));
        standIn.cdn().fail(CdnFault.TOO_LARGE, "/emojis/");
        assertTrue(get(picture).body().length > 64_000_000);
        standIn.cdn().recover();
        assertEquals(200, status(picture));
    }
}
