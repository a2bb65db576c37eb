package kakolog;

import static kakolog.demo.Person.HANAKO;
import static kakolog.demo.Person.KEN;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Materials of one evening in every state, with words that stand nowhere else in their names, titles and pages. */
final class CanaryMaterials {
    static final String EVENT = "/events/2021-05-18";
    /** With it begins each of the words. */
    static final String SINGING = "kanarie";
    /** All that are files; the last is of another site. */
    static final List<String> NAMES = List.of(
            "kanariepdfdatei.pdf",
            "kanarieruhtdatei.pdf",
            "kanariegastdatei.pdf",
            "kanariewegdatei.pdf",
            "kanarieaussentitel");

    static final String BYTES = "the bytes of a file";

    /** Told to those who took part that evening, and to boosters. */
    static final Set<String> SHOWN = Set.of(
            "kanariepdfdatei", "kanariepdftitel", "kanariepdfseite", "kanarieaussentitel", "kanarieaussenziel", BYTES);

    /** Told besides to organizers alone: what is not published, what waits, and the title of what is in the bin. */
    static final Set<String> HIDDEN = Set.of(
            "kanarieruhtdatei",
            "kanarieruhttitel",
            "kanarieruhtseite",
            "kanariegastdatei",
            "kanariegasttitel",
            "kanariegastseite",
            "kanariegastname",
            "kanariewegtitel");

    /** Told to nobody: the pages of what has been replaced, and what else is in the bin. */
    static final Set<String> GONE = Set.of("kanariealtseite", "kanariewegdatei", "kanariewegseite");

    static final List<String> WORDS = Stream.of(SHOWN, HIDDEN, GONE)
            .flatMap(Set::stream)
            .filter(word -> word.startsWith(SINGING))
            .sorted()
            .toList();

    private static final String DESK = "/organize" + EVENT;

    private final RunningKakolog kakolog;
    private final As hanako;

    private CanaryMaterials(RunningKakolog kakolog) {
        this.kakolog = kakolog;
        this.hanako = kakolog.as(HANAKO);
    }

    /**
     * Sends all of them: one that is shown and has replaced another, one that is not published, one that waits for approval, one
     * that was shown and is in the bin, and an outside link.
     *
     * @return the secret of the link that one came by
     */
    static String sent(RunningKakolog kakolog) {
        return new CanaryMaterials(kakolog).send();
    }

    private String send() {
        add("weg", form("weg"), "now");
        assertEquals(200, kakolog.as(KEN).get(file("weg") + "/view").statusCode());
        change("delete", 303);
        add("pdf", new Multipart().field("title", "kanariepdftitel").file("kanariepdfdatei.pdf", page("alt")), "now");
        change("file", 303);
        add("ruht", form("ruht"), "never");
        var link = hanako.post(DESK + "/upload-links", "label", "kanariegastname", "days", "3");
        var secret = first("/send/([A-Za-z0-9_-]{43})\"", link);
        assertEquals(200, sendBy(secret));
        var outside = hanako.post(
                DESK + "/material-links",
                "url",
                "https://kanarieaussenziel.example/QUIC",
                "title",
                "kanarieaussentitel",
                "publish",
                "now");
        assertEquals(303, outside.statusCode());
        awaitRead();
        return secret;
    }

    private void add(String which, Multipart form, String publishAt) {
        var answer = hanako.upload(
                "/api" + EVENT + "/materials",
                form.field("publish_at", publishAt).end());
        assertEquals(200, answer.statusCode(), answer.body());
        awaitPicture(which);
    }

    /** Of the first at the desk. */
    private void change(String what, int status) {
        var at = DESK + "/materials/" + first("id=\"material-(\\d+)\"", hanako.get(DESK + "/materials"));
        var answer = what.equals("file")
                ? hanako.uploadForm(at + "/file", form -> form.file("kanariepdfdatei.pdf", page("pdf")))
                : hanako.post(at, "do", what);
        assertEquals(status, answer.statusCode(), answer.body());
    }

    private int sendBy(String secret) {
        return kakolog.send(HttpRequest.newBuilder(URI.create(kakolog.url("/send/" + secret)))
                        .header("Content-Type", Multipart.TYPE)
                        .POST(BodyPublishers.ofByteArray(form("gast").end()))
                        .build())
                .statusCode();
    }

    private static Multipart form(String which) {
        return new Multipart()
                .field("title", SINGING + which + "titel")
                .file(SINGING + which + "datei.pdf", page(which));
    }

    /** Two pages with its word and one that stands elsewhere too. */
    private static byte[] page(String which) {
        return Slides.pdf(SINGING + which + "seite QUIC", "QUIC " + SINGING + which + "seite");
    }

    private static String file(String which) {
        return EVENT + "/materials/" + SINGING + which + "datei.pdf";
    }

    private void awaitPicture(String which) {
        kakolog.await(() -> hanako.bytes(file(which) + "/pages/2.png"), answer -> answer.statusCode() == 200);
    }

    private void awaitRead() {
        awaitPicture("gast");
        for (var which : List.of("pdf", "ruht")) {
            awaitPicture(which);
            kakolog.await(
                    () -> hanako.get("/api/search?q=" + SINGING + which + "seite"),
                    answer -> answer.body().contains("#page=2"));
        }
    }

    private static String first(String pattern, HttpResponse<String> page) {
        return Pattern.compile(pattern)
                .matcher(page.body())
                .results()
                .map(found -> found.group(1))
                .findFirst()
                .orElseThrow();
    }
}
