package kakolog;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import kakolog.demo.Person;

/** The way through Discord's login, as a browser goes it. */
public final class Login {
    private Login() {}

    /** Signs in as one of the cast; returns the cookie header of the session. */
    static String of(RunningKakolog kakolog, Person person) {
        var begun = begin(kakolog, "/");
        return cookie(finish(kakolog, begun, person), "kakolog");
    }

    /** A login that has begun: the browser's cookie, and Discord's page. */
    public record Begun(String cookie, URI authorize) {}

    /** Leaves for Discord. */
    public static Begun begin(RunningKakolog kakolog, String next) {
        var left = kakolog.get("/login/discord?next=" + next);
        return new Begun(
                cookie(left, "kakolog-login"),
                URI.create(left.headers().firstValue("Location").orElseThrow()));
    }

    /** Chooses somebody on Discord's page; returns where Discord sends the browser. */
    public static URI choose(RunningKakolog kakolog, Begun begun, Person person) {
        var chosen = kakolog.send(HttpRequest.newBuilder(URI.create(begun.authorize() + "&as=" + person.username()))
                .build());
        return URI.create(chosen.headers().firstValue("Location").orElseThrow());
    }

    /** Comes back from Discord with the cookie of the browser that left. */
    public static HttpResponse<String> finish(RunningKakolog kakolog, Begun begun, Person person) {
        return kakolog.send(HttpRequest.newBuilder(choose(kakolog, begun, person))
                .header("Cookie", begun.cookie())
                .build());
    }

    /** A cookie that an answer sets, as a browser sends it back; empty where it sets none of that name. */
    public static String cookie(HttpResponse<?> answer, String name) {
        return answer.headers().allValues("Set-Cookie").stream()
                .filter(header -> header.startsWith(name + "="))
                .map(header -> header.substring(0, header.indexOf(';')))
                .findFirst()
                .orElse("");
    }
}
