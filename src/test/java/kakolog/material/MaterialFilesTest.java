package kakolog.material;

import static kakolog.demo.Person.HANAKO;
import static kakolog.demo.Person.JIRO;
import static kakolog.demo.Person.KEN;
import static kakolog.demo.Person.SAKURA;
import static kakolog.demo.Person.TARO;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipInputStream;
import kakolog.Raw;
import kakolog.RunningKakolog;
import kakolog.Slides;
import kakolog.demo.Person;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The bytes of materials over HTTP: whole, in part, again, and to whom. */
final class MaterialFilesTest {
    private static final String EVENT = "/events/2021-05-18/materials";
    /** Large enough to be mapped, of no round length. */
    private static final int LARGE = 3_000_011;

    private static RunningKakolog kakolog;
    private static byte[] large;

    @BeforeAll
    static void start() {
        kakolog = RunningKakolog.withDiscord();
        large = Slides.padded(LARGE);
        kakolog.as(HANAKO).add("2021-05-18", "large.pdf", large, "now");
        kakolog.as(HANAKO).add("2021-05-18", "klein.txt", Slides.text("0123456789"), "now");
    }

    @AfterAll
    static void stop() {
        kakolog.close();
    }

    @Test
    void participant_and_booster_download_the_whole_file() {
        for (var person : new Person[] {KEN, SAKURA, HANAKO}) {
            for (int again = 0; again < 2; again++) {
                var answer = kakolog.as(person).bytes(EVENT + "/large.pdf");
                assertEquals(200, answer.statusCode());
                assertArrayEquals(large, answer.body());
                assertEquals("application/pdf", header(answer, "Content-Type"));
                assertEquals("bytes", header(answer, "Accept-Ranges"));
                assertEquals("private, no-cache", header(answer, "Cache-Control"));
                assertEquals(String.valueOf(LARGE), header(answer, "Content-Length"));
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "bytes=0-99 | 206 | 0 | 99",
                "bytes=0-0 | 206 | 0 | 0",
                "bytes=100- | 206 | 100 | 3000010",
                "bytes=-1 | 206 | 3000010 | 3000010",
                "bytes=-5000000 | 206 | 0 | 3000010",
                "bytes=3000010- | 206 | 3000010 | 3000010",
                "bytes=2999990-99999999 | 206 | 2999990 | 3000010",
                "bytes=0-10,5-20 | 206 | 0 | 20",
                "bytes=1000000-1065535 | 206 | 1000000 | 1065535",
                "bytes=3000011- | 416 | 0 | 0",
                "bytes=99999999- | 416 | 0 | 0",
                "bytes=-0 | 416 | 0 | 0",
                "bytes=0-10,2000-2010 | 200 | 0 | 0",
                "bytes=5-2 | 200 | 0 | 0",
                "bytes=abc | 200 | 0 | 0",
                "bytes= | 200 | 0 | 0",
                "bytes=- | 200 | 0 | 0",
                "bytes=--1 | 200 | 0 | 0",
                "bytes=1-2-3 | 200 | 0 | 0",
                "bytes=9223372036854775808- | 200 | 0 | 0",
                "bytes=0x10-0x20 | 200 | 0 | 0",
                "bytes=１-２ | 200 | 0 | 0",
                "items=0-5 | 200 | 0 | 0",
            })
    void a_range_is_answered_as_http_has_it(String range, int status, int first, int last) {
        // The second time it comes from memory.
        for (int again = 0; again < 2; again++) {
            var ascii = new String(range.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1)
                    .replaceAll("[^\\x20-\\x7e]", "z");
            var answer = kakolog.as(KEN).bytes(EVENT + "/large.pdf", "Range", ascii);
            assertEquals(status, answer.statusCode(), range);
            switch (status) {
                case 206 -> {
                    assertArrayEquals(Arrays.copyOfRange(large, first, last + 1), answer.body(), range);
                    assertEquals("bytes " + first + "-" + last + "/" + LARGE, header(answer, "Content-Range"));
                }
                case 416 -> {
                    assertEquals("bytes */" + LARGE, header(answer, "Content-Range"));
                    assertEquals(0, answer.body().length);
                }
                default -> assertArrayEquals(large, answer.body(), range);
            }
        }
    }

    @Test
    void hundreds_of_ranges_get_no_more_than_the_file() {
        var apart = IntStream.range(0, 600).mapToObj(i -> i * 3 + "-" + i * 3).collect(Collectors.joining(","));
        var overlapping = IntStream.range(0, 1000).mapToObj(i -> i + "-").collect(Collectors.joining(","));
        for (var ranges : new String[] {apart, overlapping}) {
            var answer = kakolog.as(KEN).bytes(EVENT + "/large.pdf", "Range", "bytes=" + ranges);
            assertTrue(answer.body().length <= LARGE);
            assertTrue(answer.statusCode() == 200 || answer.statusCode() == 206);
        }
    }

    @Test
    void who_has_the_file_already_is_told_so_and_who_may_not_have_it_is_not() {
        var tag = header(kakolog.as(KEN).bytes(EVENT + "/large.pdf"), "ETag");
        for (var match : new String[] {tag, "W/" + tag, "\"x\", " + tag, "*"}) {
            var answer = kakolog.as(KEN).bytes(EVENT + "/large.pdf", "If-None-Match", match);
            assertEquals(304, answer.statusCode(), match);
            assertEquals(0, answer.body().length);
            assertEquals(tag, header(answer, "ETag"));
            for (var person : new Person[] {TARO, JIRO}) {
                var refused =
                        kakolog.as(person).bytes(EVENT + "/large.pdf", "If-None-Match", match, "Range", "bytes=0-9");
                assertEquals(403, refused.statusCode());
            }
            assertEquals(
                    401,
                    kakolog.get(EVENT + "/large.pdf", "If-None-Match", match).statusCode());
        }
        assertEquals(
                200,
                kakolog.as(KEN)
                        .bytes(EVENT + "/large.pdf", "If-None-Match", "\"other\"")
                        .statusCode());
    }

    @Test
    void a_tag_tells_nothing_of_what_is_in_the_file() {
        kakolog.as(HANAKO).add("2021-05-18", "gleich.txt", Slides.text("0123456789"), "now");
        var one = header(kakolog.as(KEN).bytes(EVENT + "/klein.txt"), "ETag");
        var other = header(kakolog.as(KEN).bytes(EVENT + "/gleich.txt"), "ETag");
        assertNotEquals(one, other);
        // The SHA-256 of 0123456789.
        assertFalse((one + other).contains("84d89877"));
        for (var page : new String[] {"/events/2021-05-18", EVENT + "/large.pdf/view"}) {
            assertFalse(kakolog.as(KEN).get(page).body().matches("(?s).*[0-9a-f]{64}.*"), page);
        }
    }

    @Test
    void a_range_of_a_file_that_has_changed_meanwhile_is_the_whole_file() {
        var tag = header(kakolog.as(KEN).bytes(EVENT + "/klein.txt"), "ETag");
        var same = kakolog.as(KEN).bytes(EVENT + "/klein.txt", "Range", "bytes=2-4", "If-Range", tag);
        assertEquals("206 234", same.statusCode() + " " + new String(same.body(), StandardCharsets.UTF_8));
        for (var condition : new String[] {"\"other\"", "W/" + tag, "Tue, 18 May 2021 10:00:00 GMT"}) {
            var whole = kakolog.as(KEN).bytes(EVENT + "/klein.txt", "Range", "bytes=2-4", "If-Range", condition);
            assertEquals("200 0123456789", whole.statusCode() + " " + new String(whole.body(), StandardCharsets.UTF_8));
        }
    }

    @Test
    void head_tells_the_length_and_sends_nothing() {
        for (int again = 0; again < 2; again++) {
            var answer = kakolog.as(KEN).head(EVENT + "/large.pdf");
            assertEquals(200, answer.statusCode());
            assertEquals(String.valueOf(LARGE), header(answer, "Content-Length"));
            assertEquals("", answer.body());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "large.pdf, inline",
        "large.pdf?download=1, attachment",
        "klein.txt, attachment",
        "klein.txt?download=1, attachment"
    })
    void only_what_a_browser_shows_safely_opens_in_it(String path, String kind) {
        for (int again = 0; again < 2; again++) {
            var answer = kakolog.as(KEN).bytes(EVENT + "/" + path);
            assertTrue(header(answer, "Content-Disposition").startsWith(kind + "; filename="), path);
            var policies = answer.headers().allValues("Content-Security-Policy");
            assertEquals(1, policies.size(), policies.toString());
            assertTrue(policies.get(0).startsWith("default-src 'none'; "));
            assertTrue(policies.get(0).contains("frame-ancestors 'none'"));
            assertEquals(!path.startsWith("large"), policies.get(0).contains("sandbox"));
            assertEquals("nosniff", header(answer, "X-Content-Type-Options"));
        }
    }

    @Test
    void a_name_in_japanese_comes_back_as_it_went() {
        kakolog.as(HANAKO).add("2021-05-18", "資料 100% \"最終\".txt", Slides.text("x"), "now");
        var page = kakolog.as(KEN).get("/api/events/2021-05-18").body();
        int at = page.indexOf("/materials/%E8%B3%87");
        var path = page.substring(at, page.indexOf('"', at));
        var answer = kakolog.as(KEN).bytes("/events/2021-05-18" + path);
        assertEquals(200, answer.statusCode(), path);
        assertTrue(
                header(answer, "Content-Disposition")
                        .endsWith("filename*=UTF-8''%E8%B3%87%E6%96%99%20100%25%20_%E6%9C%80%E7%B5%82_.txt"),
                header(answer, "Content-Disposition"));
    }

    @Test
    void all_at_once_holds_what_the_viewer_may_have() throws IOException {
        kakolog.as(HANAKO).add("2020-11-10", "one.txt", Slides.text("eins"), "now");
        kakolog.as(HANAKO).add("2020-11-10", "two.txt", Slides.text("zwei"), "never");
        assertEquals("{one.txt=eins}", unzipped(SAKURA));
        assertEquals("{one.txt=eins, two.txt=zwei}", unzipped(HANAKO));
    }

    private static String unzipped(Person person) throws IOException {
        var answer = kakolog.as(person).bytes("/events/2020-11-10/materials.zip");
        assertEquals(200, answer.statusCode());
        var files = new TreeMap<String, String>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(answer.body()))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files.toString();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/..%2f..%2fkakolog.db",
                "/%2e%2e",
                "/..%5c..%5ckakolog.db",
                "/large.pdf%00",
                "/large.pdf%2f",
                "/large.pdf/../klein.txt",
                "/large.pdf;x=y",
                "/LARGE.PDF",
                "/large.pdf/pages/../../klein.txt",
                "/large.pdf/pages/-1.png",
                "/large.pdf/pages/1e3.png",
                "/large.pdf/pages/99999999999.png",
                "/large.pdf/pages/1.png.png",
                "/84d89877f0d4041efb6bf91a16f0248f2fd573e6af05c19f96bedb9f882f7882"
            })
    void another_spelling_leads_to_no_other_file(String path) {
        for (var person : new Person[] {KEN, HANAKO}) {
            var raw = Raw.ask(
                    kakolog,
                    "GET " + EVENT + path + " HTTP/1.1",
                    "Host: 127.0.0.1:" + kakolog.port(),
                    "Cookie: " + kakolog.as(person).cookie());
            assertTrue(raw.status() >= 300 && raw.status() < 500, path + " " + raw.status());
        }
        assertNotEquals(200, kakolog.get(EVENT + path.replace("..", "%2e%2e")).statusCode());
    }

    @Test
    void a_file_that_has_changed_on_the_disk_is_not_handed_out_and_others_are() throws IOException {
        kakolog.as(HANAKO).add("2020-09-29", "kaputt.txt", Slides.text("kaputt gegangen"), "now");
        kakolog.as(HANAKO).add("2020-09-29", "heil.txt", Slides.text("heil geblieben"), "now");
        try (var files = Files.walk(kakolog.data().resolve("blobs"))) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                if (Files.size(file) == 15 && Files.readString(file).startsWith("kaputt")) {
                    Files.writeString(file, "kaputt geGangen");
                }
            }
        }
        assertEquals(
                500,
                kakolog.as(SAKURA)
                        .get("/events/2020-09-29/materials/kaputt.txt")
                        .statusCode());
        assertEquals(
                "heil geblieben",
                kakolog.as(SAKURA).get("/events/2020-09-29/materials/heil.txt").body());
    }

    @Test
    void what_is_taken_back_is_gone_at_once() {
        kakolog.as(HANAKO).add("2020-08-25", "weg.pdf", Slides.pdf("Fort"), "now");
        var picture = "/events/2020-08-25/materials/weg.pdf/pages/1.png";
        kakolog.await(() -> kakolog.as(SAKURA).bytes(picture), answer -> answer.statusCode() == 200);
        var desk =
                kakolog.as(HANAKO).get("/organize/events/2020-08-25/materials").body();
        var id = desk.replaceFirst("(?s).*id=\"material-(\\d+)\".*", "$1");
        assertEquals(
                303,
                kakolog.as(HANAKO)
                        .post("/organize/events/2020-08-25/materials/" + id, "do", "delete")
                        .statusCode());
        for (var path : new String[] {"", "/view", "/pages/1.png", "/pages/1.png?size=small"}) {
            assertEquals(
                    404,
                    kakolog.as(SAKURA)
                            .get("/events/2020-08-25/materials/weg.pdf" + path)
                            .statusCode(),
                    path);
        }
        assertFalse(kakolog.as(SAKURA).get("/api/search?q=Fort").body().contains("weg.pdf"));
        assertFalse(kakolog.get("/api/events/2020-08-25").body().contains("\"hasMaterials\":true"));
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
