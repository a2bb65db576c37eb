package kakolog;

import static kakolog.CanaryMaterials.EVENT;
import static kakolog.CanaryMaterials.NAMES;
import static kakolog.CanaryMaterials.WORDS;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** All that can be asked where something of a material could be told, with its words and without. */
final class CanaryQuestions {
    /** In what a word can be asked for. */
    static final List<String> FORMS = List.of(
            "%s",
            "\"%s\"",
            "in:materials %s",
            "in:資料 %s",
            "in:2021-05-18 in:material %s",
            "on:2021-05-18 %s",
            "after:2020 before:2022 %s",
            "has:link %s",
            "host:%s",
            "%s QUIC",
            "QUIC -%s",
            "in:materials -%s",
            "%s*");

    /** Asked without any such word: QUIC stands on every page of every material. */
    private static final List<String> QUESTIONS = List.of(
            "QUIC",
            "in:materials",
            "in:materials QUIC",
            "in:資料 QUIC",
            "in:2021-05-18 QUIC",
            "on:2021-05 QUIC",
            "has:link QUIC",
            "-WebRTC QUIC");

    private static final List<String> DATA = List.of(
            "/feed.atom",
            "/sitemap.xml",
            "/calendar.ics",
            EVENT + ".ics",
            "/links",
            "/links.json",
            "/links.csv",
            "/links.html",
            "/api/links",
            "/api/topics",
            "/topics",
            "/people/voluntas",
            "/robots.txt");

    private CanaryQuestions() {}

    /**
     * Every address that is asked with GET, with some values for each of its open parts, and some that are none.
     *
     * @param secret of a link that has been used
     */
    static List<String> places(RunningKakolog kakolog, String secret) {
        var parts = Map.of(
                "{slug}", List.of("2021-05-18", "2021-07-06", "webrtc"),
                "{handle}", List.of("voluntas", "kanariegastname"),
                "{name}", Stream.concat(Stream.of("join"), NAMES.stream()).toList(),
                "{page}", List.of("1", "2"),
                "{id}", List.of("1", NAMES.get(0)),
                "{secret}", List.of(secret, "A".repeat(43)),
                "{folder}", List.of("cmaps", NAMES.get(0)),
                "{file}", NAMES);
        var places = new ArrayList<String>();
        for (var route : Places.asked(kakolog)) {
            Places.of(route, parts).forEach(path -> {
                places.add(path);
                route.parameters().forEach(parameter -> places.add(path + "?" + parameter + "=1"));
                Stream.of("?rev=2", "?size=small", "?event=2021-05-18", "?host=kanarieaussenziel.example")
                        .filter(asked -> route.parameters().contains(asked.substring(1, asked.indexOf('='))))
                        .forEach(asked -> places.add(path + asked));
            });
        }
        places.addAll(wordless());
        for (var word : WORDS) {
            places.add("/search?q=" + word);
            places.add("/api/search?q=in:materials+" + word);
        }
        Stream.of(
                        "",
                        "/",
                        ";x.css",
                        "/" + NAMES.get(0) + "/",
                        "/" + NAMES.get(0) + "/none",
                        "/" + NAMES.get(0) + ";x.css")
                .forEach(below -> places.add(EVENT + "/materials" + below));
        places.addAll(List.of("/none", "/api/none", "/api" + EVENT + "/materials", "/organize" + EVENT + "/none"));
        return places;
    }

    /** Addresses without a word of theirs, at which even so something hidden could be counted or shown. */
    static List<String> wordless() {
        return Stream.concat(
                        DATA.stream(),
                        QUESTIONS.stream()
                                .map(CanaryQuestions::encoded)
                                .flatMap(query -> Stream.of("/search?q=" + query, "/api/search?q=" + query)))
                .toList();
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
