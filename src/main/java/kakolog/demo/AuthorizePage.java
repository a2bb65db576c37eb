package kakolog.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLEncoder;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Where the browser is sent to sign in: one chooses who of the cast one is, instead of giving a password. */
final class AuthorizePage {
    private static final Set<String> SCOPES = Set.of("identify", "guilds", "guilds.members.read", "email");
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

    private final Community community;
    private final Grants grants;
    private final String clientId;

    AuthorizePage(Community community, Grants grants, String clientId) {
        this.community = community;
        this.grants = grants;
        this.clientId = clientId;
    }

    /** A fault in what identifies us is shown here and never goes back; any other goes back to the redirect address. */
    Told answer(Asked asked) {
        var query = asked.query();
        var redirect = query.getOrDefault("redirect_uri", "");
        if (!query.getOrDefault("client_id", "").equals(clientId)) {
            return fault("client_id が違います");
        }
        if (!isRegistered(redirect)) {
            return fault("redirect_uri が違います");
        }
        if (!query.getOrDefault("response_type", "").equals("code")) {
            return back(query, Map.of("error", "unsupported_response_type"));
        }
        var scopes = Set.of(query.getOrDefault("scope", "").split(" ", -1));
        if (!SCOPES.containsAll(scopes)) {
            return back(query, Map.of("error", "invalid_scope"));
        }
        if (query.containsKey("code_challenge")
                && !query.getOrDefault("code_challenge_method", "").equals("S256")) {
            return back(query, Map.of("error", "invalid_request"));
        }
        return query.containsKey("as") ? chosen(query) : page(asked.rawQuery());
    }

    private Told chosen(Map<String, String> query) {
        var name = query.getOrDefault("as", "");
        if (name.isEmpty()) {
            var text = "The resource owner or authorization server denied the request";
            return back(query, Map.of("error", "access_denied", "error_description", text));
        }
        return community.people().stream()
                .filter(person -> person.username().equals(name))
                .findFirst()
                .map(person -> grants.codeFor(
                        person,
                        query.getOrDefault("scope", ""),
                        query.getOrDefault("redirect_uri", ""),
                        query.get("code_challenge")))
                .map(code -> back(query, Map.of("code", code)))
                .orElseGet(() -> fault("そのような人はいません"));
    }

    private static Told back(Map<String, String> query, Map<String, String> with) {
        var redirect = query.getOrDefault("redirect_uri", "");
        var fields = with.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
        var state = query.containsKey("state") ? "&state=" + URLEncoder.encode(query.get("state"), UTF_8) : "";
        return Told.redirect(redirect + (redirect.contains("?") ? "&" : "?") + fields + state);
    }

    /** The demonstration is on loopback, on whatever port; nothing else is registered. */
    private static boolean isRegistered(String redirect) {
        try {
            var host = URI.create(redirect).getHost();
            return host != null && LOOPBACK.contains(host);
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }

    private Told page(String rawQuery) {
        var here = "/oauth2/authorize?" + escaped(rawQuery) + "&amp;as=";
        var choices = community.people().stream()
                .map(person -> "<li><a href=\"" + here + escaped(URLEncoder.encode(person.username(), UTF_8)) + "\">"
                        + escaped(shown(person)) + "</a></li>")
                .collect(Collectors.joining("\n"));
        return Told.html(
                200,
                head("だれとしてサインインしますか") + "<p>これは Discord ではなく、デモのための代役です。</p>\n<ul>\n" + choices
                        + "\n</ul>\n<p><a href=\"" + here + "\">キャンセル</a></p>\n");
    }

    private static Told fault(String text) {
        return Told.html(400, head("サインインできません") + "<p>" + escaped(text) + "</p>\n");
    }

    private static String shown(Person person) {
        var name = person.globalName();
        return name == null ? person.username() : name + "（" + person.username() + "）";
    }

    private static String head(String title) {
        return "<!DOCTYPE html>\n<html lang=\"ja\">\n<meta charset=\"utf-8\">\n"
                + "<meta name=\"viewport\" content=\"width=device-width\">\n<title>" + title + "</title>\n<h1>" + title
                + "</h1>\n";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
