package kakolog;

import static kakolog.demo.Person.HANAKO;
import static kakolog.demo.Person.TARO;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import kakolog.web.Route;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same of files: a browser sends a form with files for any site, and nothing may be kept of it before it is known whose it is. */
final class CrossSiteUploadTest {
    private static RunningKakolog kakolog;
    private static As hanako;
    private static Forgery forgery;

    @BeforeAll
    static void start() {
        kakolog = RunningKakolog.withDiscord();
        hanako = kakolog.as(HANAKO);
        forgery = Forgery.prepared(kakolog, hanako);
    }

    @AfterAll
    static void stop() {
        kakolog.close();
    }

    private static List<Route> uploads() {
        return Forgery.routes(kakolog).stream().filter(Forgery::isUpload).toList();
    }

    private static Route speakers() {
        return uploads().stream()
                .filter(route -> route.path().startsWith("/send/"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_form_that_does_not_say_where_it_comes_from_changes_nothing() {
        var before = Forgery.everything(hanako);
        for (var route : uploads()) {
            if (!Forgery.isApi(route)) {
                assertEquals(403, send(forgery.request(route, hanako, hanako.csrf(), "")), route.path());
            }
        }
        assertEquals(before, Forgery.everything(hanako));
    }

    @Test
    void a_token_behind_the_file_comes_too_late() {
        var before = Forgery.everything(hanako);
        for (var route : uploads()) {
            var late = forgery.withFile(new Multipart(), route).field("csrf", hanako.csrf());
            assertEquals(403, send(ofHanako(route, late)), route.path());
        }
        assertEquals(before, Forgery.everything(hanako));
    }

    @Test
    void a_token_in_the_form_is_none_for_the_api() {
        var before = Forgery.everything(hanako);
        for (var route : uploads()) {
            if (Forgery.isApi(route)) {
                var form = forgery.withFile(new Multipart().field("csrf", hanako.csrf()), route);
                assertEquals(403, send(ofHanako(route, form)), route.path());
            }
        }
        assertEquals(before, Forgery.everything(hanako));
    }

    private static HttpRequest.Builder ofHanako(Route route, Multipart form) {
        return forgery.begun(route, "")
                .header("Cookie", hanako.cookie())
                .header("Origin", kakolog.url(""))
                .POST(BodyPublishers.ofByteArray(form.end()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Origin: https://evil.example",
                "Origin: null",
                "Origin: http://127.0.0.1:1",
                "Sec-Fetch-Site: cross-site",
                "Sec-Fetch-Site: same-site",
                "Sec-Fetch-Site: none"
            })
    void no_other_site_sends_by_a_speakers_link(String header) {
        var before = Forgery.everything(hanako);
        var parts = header.split(": ", 2);
        assertEquals(403, send(byAnybody().header(parts[0], parts[1])));
        assertEquals(before, Forgery.everything(hanako));
    }

    @Test
    void who_is_signed_in_sends_by_a_speakers_link_with_their_token_only() {
        var before = Forgery.everything(hanako);
        var taro = kakolog.as(TARO);
        for (var token : List.of("", hanako.csrf())) {
            var request = forgery.request(speakers(), taro, token, "").header("Origin", kakolog.url(""));
            assertEquals(403, send(request));
        }
        assertEquals(before, Forgery.everything(hanako));
        assertEquals(
                200, send(forgery.request(speakers(), taro, taro.csrf(), "").header("Origin", kakolog.url(""))));
        assertNotEquals(before, Forgery.everything(hanako));
        forgery = Forgery.prepared(kakolog, hanako);
    }

    @Test
    void a_speaker_who_is_not_signed_in_sends_from_here_or_from_a_program() {
        for (var header : List.of("Origin", "X-None")) {
            assertEquals(200, send(byAnybody().header(header, kakolog.url(""))));
            forgery = Forgery.prepared(kakolog, hanako);
        }
    }

    /** What is refused above is refused for nothing else than what is said there. */
    @Test
    void the_same_forms_from_here_do_it() {
        for (var header : List.of("Origin: " + kakolog.url(""), "Sec-Fetch-Site: same-origin")) {
            var parts = header.split(": ", 2);
            for (var route : uploads()) {
                var before = Forgery.everything(hanako);
                var request = forgery.request(route, hanako, hanako.csrf(), "").header(parts[0], parts[1]);
                boolean leadsBack = !Forgery.isApi(route) && !route.equals(speakers());
                assertEquals(leadsBack ? 303 : 200, send(request), route.path());
                assertNotEquals(before, Forgery.everything(hanako), route.path());
            }
            forgery = Forgery.prepared(kakolog, hanako);
        }
    }

    private static HttpRequest.Builder byAnybody() {
        var form = forgery.withFile(new Multipart(), speakers());
        return forgery.begun(speakers(), "").POST(BodyPublishers.ofByteArray(form.end()));
    }

    private static int send(HttpRequest.Builder request) {
        return kakolog.send(request.header("Content-Type", Multipart.TYPE).build())
                .statusCode();
    }
}
