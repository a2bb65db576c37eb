package kakolog.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import kakolog.RunningKakolog;
import kakolog.content.ContentFolder;
import kakolog.web.OwnPath;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every page of the public archive, as a visitor gets it. */
final class PagesTest {
    private static RunningKakolog kakolog;

    @BeforeAll
    static void start() {
        kakolog = RunningKakolog.start();
    }

    @AfterAll
    static void stop() {
        kakolog.close();
    }

    @ParameterizedTest
    @CsvSource({
        "2021-07-05T23:59:59+09:00, open, 受付中, 締切まであと 1 分未満",
        "2021-07-06T00:00:00+09:00, closed, 締切済み, 視聴 URL は 19:15 に表示します",
        "2021-07-06T19:14:59+09:00, closed, 締切済み, 視聴 URL は 19:15 に表示します",
        "2021-07-06T19:15:00+09:00, url_shared, 視聴 URL 公開中, テスト配信は 19:25 からです",
        "2021-07-06T19:24:59+09:00, url_shared, 視聴 URL 公開中, テスト配信は 19:25 からです",
        "2021-07-06T19:25:00+09:00, test_stream, テスト配信中, 本編は 19:30 からです",
        "2021-07-06T19:29:59+09:00, test_stream, テスト配信中, 本編は 19:30 からです",
        "2021-07-06T19:30:00+09:00, live, 配信中, 質問は Discord へどうぞ",
        "2021-07-06T20:59:59+09:00, live, 配信中, 質問は Discord へどうぞ",
        "2021-07-06T21:00:00+09:00, ended, 終了, ご参加ありがとうございました"
    })
    void the_home_page_tells_the_state_that_holds_now(String time, String state, String label, String note) {
        kakolog.clock().set(time);
        var panel = Jsoup.parse(kakolog.get("/").body()).selectFirst(".panel");
        assertEquals(state, panel.attr("data-state"));
        assertEquals(label, panel.select(".panel-label").text());
        assertEquals(note, panel.select(".panel-note").text());
    }

    @Test
    void the_time_left_to_the_deadline_runs_down() {
        kakolog.clock().set("2021-07-03T18:30:00+09:00");
        assertTrue(kakolog.get("/").body().contains("締切まであと 2 日 5 時間"));
        kakolog.clock().set("2021-07-05T18:51:00+09:00");
        assertTrue(kakolog.get("/").body().contains("締切まであと 5 時間 9 分"));
        kakolog.clock().set("2021-07-05T18:52:00+09:00");
        assertTrue(kakolog.get("/").body().contains("締切まであと 5 時間 8 分"));
    }

    @Test
    void without_a_next_event_the_home_page_says_so_and_shows_the_newest_past_one() {
        kakolog.clock().set("2021-07-07T00:00:00+09:00");
        var page = Jsoup.parse(kakolog.get("/").body());
        assertEquals("次回は未定です", page.select("h1").text());
        assertEquals("2021-07-06", page.selectFirst(".card time").attr("datetime"));
    }

    @Test
    void the_home_page_has_the_steps_the_line_to_copy_the_boosters_way_and_the_rules() {
        kakolog.clock().set("2021-07-05T12:00:00+09:00");
        var page = Jsoup.parse(kakolog.get("/").body());
        assertEquals(4, page.select(".steps > li").size());
        assertEquals(
                "2021 年 7 月 6 日 (火) 19:30~ のイベントに参加します",
                page.selectFirst(".signup-line").wholeText());
        assertTrue(page.select("h2").eachText().containsAll(List.of("サーバーブースト", "注意")));
    }

    @Test
    void every_item_and_every_link_of_an_event_is_on_its_page() throws IOException {
        for (var event : new ContentFolder(Path.of("content")).read().published()) {
            var page = Jsoup.parse(kakolog.get("/events/" + event.slug()).body());
            event.items().forEach(item -> {
                var here = page.getElementById(item.id());
                assertTrue(here != null, item.text());
                assertTrue(here.text().contains(item.text().replaceAll("\\s+", " ")), item.text());
                item.links()
                        .forEach(link -> assertFalse(
                                here.getElementsByAttributeValue("href", link.url())
                                        .isEmpty(),
                                link.url()));
                if (item.code() != null) {
                    assertEquals(item.code(), here.selectFirst("pre code").wholeText());
                }
            });
        }
    }

    @Test
    void events_stand_by_year_with_topics_guests_and_attendance() {
        var page = Jsoup.parse(kakolog.get("/events").body());
        assertEquals(List.of("2021", "2020"), page.select("h2.year").eachText());
        assertEquals(11, page.select(".card").size());
        assertTrue(page.select(".card").text().contains("@flano-yuki"));
        assertTrue(page.select(".card").text().contains("36 名"));
        assertEquals(
                4,
                Jsoup.parse(kakolog.get("/events?year=2021").body())
                        .select(".card")
                        .size());
    }

    @Test
    void an_event_leads_to_those_before_and_after_it() {
        var page = Jsoup.parse(kakolog.get("/events/2021-05-18").body());
        assertEquals("/events/2021-04-06", page.selectFirst("[rel=prev]").attr("href"));
        assertEquals("/events/2021-07-06", page.selectFirst("[rel=next]").attr("href"));
    }

    @Test
    void a_topic_gathers_its_evenings_in_order_of_time() {
        var days = Jsoup.parse(kakolog.get("/topics/webrtc-sfu-sora").body())
                .select(".appearance time")
                .eachAttr("datetime");
        assertEquals("2020-05-26", days.get(0));
        assertEquals(8, days.size());
        assertEquals(days.stream().sorted().toList(), days);
    }

    @Test
    void the_ledger_counts_addresses_and_filters_them() {
        assertTrue(kakolog.get("/links").body().contains("137 件のアドレス"));
        var book = Jsoup.parse(kakolog.get("/links").body()).selectFirst(".link:has(a[href$=/books/9784873116761/])");
        assertEquals(3, book.select(".link-places li").size());
        var filtered = Jsoup.parse(
                kakolog.get("/links?year=2021&topic=quic&host=quicwg.org").body());
        assertEquals(5, filtered.select(".link").size());
        assertTrue(filtered.select(".head-note").text().contains("137 件中 5 件"));
    }

    @ParameterizedTest
    @CsvSource({
        "録画, agenda",
        "鍵, agenda",
        "ｒｅ－ｏｆｆｅｒ, agenda",
        "c++, agenda",
        "ＱＵＩＣ in:links, link",
        "サーバーブースト in:pages, page"
    })
    void search_finds_japanese_as_it_is_written(String query, String kind) {
        var page = Jsoup.parse(kakolog.get("/search?q=" + OwnPath.part(query)).body());
        assertFalse(page.select("#in-" + kind).isEmpty(), page.text());
        assertFalse(page.select("mark").isEmpty());
    }

    @Test
    void search_says_what_it_did_not_understand() {
        assertTrue(kakolog.get("/search?q=von:voluntas+QUIC").body().contains("「von:voluntas」"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/events/2099-01-01",
                "/events/2021-13-45",
                "/events/..%2f..%2fetc%2fpasswd",
                "/topics/no-such-topic",
                "/people/nobody",
                "/pages/none",
                "/pages/..%2fsite.yaml",
                "/nothing",
                "/assets/site.css",
                "/events/2099-01-01.ics"
            })
    void what_is_not_there_is_404_with_a_search_box(String path) {
        var answer = kakolog.get(path);
        assertEquals(404, answer.statusCode());
        assertFalse(Jsoup.parse(answer.body()).select("main form[role=search]").isEmpty());
        assertEquals(
                "private, no-store",
                answer.headers().firstValue("Cache-Control").orElse(""));
    }

    @Test
    void a_slash_at_the_end_leads_to_the_page_and_never_elsewhere() {
        assertEquals("/events", location("/events/"));
        assertEquals("/", location("//evil.example/"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example", "//evil.example", "/\\evil.example", "javascript:x", "", "/a b"})
    void the_language_switch_never_leads_to_another_site(String next) {
        assertEquals("/", choose("en", next).headers().firstValue("Location").orElse(""));
    }

    @Test
    void the_language_is_remembered() {
        var answer = choose("en", "/links?year=2021");
        assertEquals(303, answer.statusCode());
        assertEquals("/links?year=2021", answer.headers().firstValue("Location").orElse(""));
        var cookie = answer.headers().firstValue("Set-Cookie").orElse("");
        assertTrue(cookie.startsWith("lang=en; Path=/; "), cookie);
        assertTrue(kakolog.get("/links", "Cookie", "lang=en").body().contains("<h1>Links</h1>"));
        assertTrue(kakolog.get("/links").body().contains("<h1>リンク</h1>"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/events", "/events/2021-05-18", "/topics", "/links", "/feed.atom", "/api/events"})
    void public_answers_may_be_shared_and_are_asked_for_again(String path) throws IOException {
        var plain = kakolog.get(path);
        assertEquals(
                "public, no-cache", plain.headers().firstValue("Cache-Control").orElse(""));
        assertEquals(
                "Cookie, Accept-Encoding", plain.headers().firstValue("Vary").orElse(""));
        var tag = plain.headers().firstValue("ETag").orElse("");
        assertTrue(tag.matches("\"[0-9a-f]{24}\""), tag);
        for (var condition : List.of(tag, "W/" + tag, "\"other\", " + tag, "*")) {
            assertEquals(304, kakolog.get(path, "If-None-Match", condition).statusCode(), condition);
        }
        assertEquals(200, kakolog.get(path, "If-None-Match", "\"other\"").statusCode());
        var request = HttpRequest.newBuilder(URI.create(kakolog.url(path))).header("Accept-Encoding", "gzip");
        var packed = kakolog.sendForBytes(request.build());
        assertEquals("gzip", packed.headers().firstValue("Content-Encoding").orElse(""));
        assertFalse(packed.headers().firstValue("ETag").orElse("").equals(tag), "other bytes, another tag");
        try (var unpacked = new GZIPInputStream(new ByteArrayInputStream(packed.body()))) {
            assertEquals(plain.body(), new String(unpacked.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/events/2021-05-18", "/nothing", "/api/events", "/api/none"})
    void every_answer_carries_the_headers_of_safety(String path) {
        var headers = kakolog.get(path).headers();
        assertTrue(headers.firstValue("Content-Security-Policy").orElse("").startsWith("default-src 'none'; "));
        assertEquals("nosniff", headers.firstValue("X-Content-Type-Options").orElse(""));
        assertEquals("same-origin", headers.firstValue("Referrer-Policy").orElse(""));
        assertEquals(
                "same-origin", headers.firstValue("Cross-Origin-Opener-Policy").orElse(""));
        assertEquals(
                "same-origin",
                headers.firstValue("Cross-Origin-Resource-Policy").orElse(""));
        assertTrue(headers.firstValue("Server").isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/events", "/events/2021-05-18", "/links.csv", "/search?q=QUIC", "/nothing"})
    void head_answers_like_get_without_the_bytes(String path) {
        var get = kakolog.get(path);
        var head = kakolog.send(HttpRequest.newBuilder(URI.create(kakolog.url(path)))
                .method("HEAD", BodyPublishers.noBody())
                .build());
        assertEquals(get.statusCode(), head.statusCode());
        assertEquals(get.headers().firstValue("ETag"), head.headers().firstValue("ETag"));
        assertEquals(get.headers().firstValue("Content-Length"), head.headers().firstValue("Content-Length"));
        assertEquals("", head.body());
    }

    private static String location(String path) {
        return kakolog.get(path).headers().firstValue("Location").orElse("");
    }

    private static HttpResponse<String> choose(String language, String next) {
        var form = "lang=" + language + "&next=" + OwnPath.part(next);
        return kakolog.send(HttpRequest.newBuilder(URI.create(kakolog.url("/language")))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build());
    }
}
