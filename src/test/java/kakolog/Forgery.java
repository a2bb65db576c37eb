package kakolog;

import static kakolog.demo.Person.HANAKO;
import static kakolog.demo.Person.TARO;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kakolog.web.Route;

/** What can be sent to each changing route of one evening, so that it would change something if it were asked rightly. */
final class Forgery {
    private static final String SLUG = "2021-07-06";
    private static final String DESK = "/organize/events/" + SLUG;
    private static final String FILE = "file=";
    /** When the organizer said something that could be taken away. */
    private static final String SAID = "20:15";

    /** What each would do; of files, the name of one. */
    static final Map<String, String> FIELDS = Map.ofEntries(
            Map.entry("POST /events/{slug}/stream", "url=https%3A%2F%2Fevil.example%2F"),
            Map.entry("POST /events/{slug}/end", "x=1"),
            Map.entry("POST /events/{slug}/materials", FILE + "fremd.txt"),
            Map.entry("POST /send/{secret}", FILE + "fremd.txt"),
            Map.entry("PUT /api/events/{slug}/stream", "{\"url\":\"https://evil.example/\"}"),
            Map.entry("DELETE /api/events/{slug}/stream", "{}"),
            Map.entry("POST /api/events/{slug}/materials", FILE + "fremd.txt"),
            Map.entry("POST /logout", "everywhere=1"),
            Map.entry("POST /me/recheck", "next=/"),
            Map.entry("POST /me/view-as/end", "next=/"),
            Map.entry("POST /organize/events/{slug}/participants", "person=" + TARO.id() + "&right=revoke"),
            Map.entry("POST /organize/events/{slug}/materials/{id}", "do=delete"),
            Map.entry("POST /organize/events/{slug}/materials/{id}/file", FILE + "fremd.txt"),
            Map.entry(
                    "POST /organize/events/{slug}/material-links",
                    "url=https%3A%2F%2Fevil.example%2F&title=x&publish=now"),
            Map.entry("POST /organize/events/{slug}/upload-links", "label=fremd&days=3"),
            Map.entry("POST /organize/events/{slug}/upload-links/close", "link={link}"),
            Map.entry("POST /organize/events/{slug}/mark", "on=1"),
            Map.entry("POST /organize/tokens", "label=fremd"),
            Map.entry("POST /organize/tokens/revoke", "token={token}"),
            Map.entry("POST /me/messages", "sure=1"),
            Map.entry("POST /me/messages/{id}", "do=remove"),
            Map.entry("POST /api/events/{slug}/log", FILE + "fremd.json"),
            Map.entry("POST /organize/events/{slug}/log", "do=withdraw"),
            Map.entry("POST /organize/events/{slug}/log/import", FILE + "fremd.json"),
            Map.entry(
                    "POST /organize/events/{slug}/log/fetch", "channel=1&from=2021-07-06T19:00&until=2021-07-06T22:00"),
            Map.entry("POST /organize/events/{slug}/log/topics", "item=webrtc&do=nowhere"),
            Map.entry("POST /organize/events/{slug}/log/links", "url=https%3A%2F%2Ffremd.example%2F&do=take"),
            Map.entry("POST /organize/events/{slug}/log/messages/{id}", "do=remove"),
            Map.entry("POST /organize/view-as", "as=member"),
            Map.entry("POST /language", "lang=en"));

    private final RunningKakolog kakolog;
    /** What is there to be changed: a material, a speaker's link, a program's token; a log is there too. */
    private final Map<String, String> targets;

    private Forgery(RunningKakolog kakolog, Map<String, String> targets) {
        this.kakolog = kakolog;
        this.targets = targets;
    }

    /** Makes what is to be changed: a material, another in the bin, a speaker's link that is open, a program's token, a log. */
    static Forgery prepared(RunningKakolog kakolog, As organizer) {
        organizer.add(SLUG, "weg.txt", Slides.text("weg"), "now");
        organizer.post(DESK + "/materials/" + newest(organizer), "do", "delete");
        organizer.add(SLUG, "bleibt.txt", Slides.text("bleibt"), "now");
        var made = organizer
                .post(DESK + "/upload-links", "label", "Vortrag", "days", "60")
                .body();
        var tokens = organizer.post("/organize/tokens", "label", "Rechner").body();
        WrittenLog.of(SLUG)
                .say(HANAKO, SAID, "https://fremd.example/ Wie?")
                .say(TARO, "20:16", "So")
                .publishedBy(organizer);
        return new Forgery(
                kakolog,
                Map.of(
                        "{slug}", SLUG,
                        "{id}", newest(organizer),
                        "{secret}", first("/send/([A-Za-z0-9_-]{43})\"", made),
                        "{link}", first("name=\"link\" value=\"([0-9a-f]{64})\"", made),
                        "{token}", first("name=\"token\" value=\"(\\d+)\"", tokens)));
    }

    private static String newest(As organizer) {
        var desk = organizer.get(DESK + "/materials").body();
        return Pattern.compile("id=\"material-(\\d+)\"")
                .matcher(desk)
                .results()
                .map(found -> Integer.valueOf(found.group(1)))
                .max(Integer::compare)
                .map(String::valueOf)
                .orElseThrow();
    }

    private static String first(String pattern, String page) {
        return Pattern.compile(pattern)
                .matcher(page)
                .results()
                .map(found -> found.group(1))
                .findFirst()
                .orElseThrow();
    }

    static List<Route> routes(RunningKakolog kakolog) {
        return kakolog.routes().stream()
                .filter(route -> route.method() != Route.Method.GET)
                .toList();
    }

    static String name(Route route) {
        return route.method() + " " + route.path();
    }

    String path(Route route) {
        return filled(route.path().replace("/messages/{id}", "/messages/" + WrittenLog.id(SLUG, SAID)));
    }

    String fields(Route route) {
        return filled(FIELDS.getOrDefault(name(route), ""));
    }

    private String filled(String text) {
        for (var target : targets.entrySet()) {
            text = text.replace(target.getKey(), target.getValue());
        }
        return text;
    }

    static boolean isUpload(Route route) {
        return route.kind() == Route.Kind.UPLOAD;
    }

    static boolean isApi(Route route) {
        return route.path().startsWith("/api/");
    }

    static String type(Route route) {
        if (isUpload(route)) {
            return Multipart.TYPE;
        }
        return isApi(route) ? "application/json" : "application/x-www-form-urlencoded";
    }

    /**
     * A whole request but for its type and its origin.
     *
     * @param csrf where a page or script of this site has its token: before the files of a form, else in a header; may be empty
     * @param query behind the path
     */
    HttpRequest.Builder request(Route route, As person, String csrf, String query) {
        boolean within = isUpload(route) && !isApi(route);
        var form = new Multipart();
        var body = isUpload(route)
                ? withFile(within && !csrf.isEmpty() ? form.field("csrf", csrf) : form, route)
                        .end()
                : Slides.text(fields(route));
        var request = begun(route, query)
                .header("Cookie", person.cookie())
                .method(route.method().name(), BodyPublishers.ofByteArray(body));
        return within || csrf.isEmpty() ? request : request.header("X-CSRF-Token", csrf);
    }

    HttpRequest.Builder begun(Route route, String query) {
        return HttpRequest.newBuilder(URI.create(kakolog.url(path(route) + query)));
    }

    /** The form with the file of this route. */
    Multipart withFile(Multipart form, Route route) {
        var name = fields(route).substring(FILE.length());
        boolean log = name.endsWith(".json");
        return form.file(
                name, log ? WrittenLog.of(SLUG).say(TARO, "20:17", "fremd").json() : Slides.text("fremd"));
    }

    /** All that could have been changed, as it shows to an organizer. */
    static String everything(As organizer) {
        WrittenLog.over(organizer, DESK + "/log");
        return Stream.of(
                        "/organize/record",
                        DESK,
                        DESK + "/materials",
                        DESK + "/log",
                        "/events/" + SLUG + "/log",
                        "/me/messages",
                        "/organize/tokens",
                        "/events/" + SLUG,
                        "/events/" + SLUG + "/materials/bleibt.txt",
                        "/api/events/" + SLUG,
                        "/api/me",
                        "/me")
                .map(path -> organizer.get(path).body())
                .reduce("", String::concat);
    }
}
