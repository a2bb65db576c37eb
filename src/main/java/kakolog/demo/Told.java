package kakolog.demo;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** What the stand-in answers. */
record Told(int status, Map<String, String> headers, String body) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    static Told json(int status, Object body) {
        return new Told(status, Map.of("Content-Type", "application/json"), JSON.writeValueAsString(body));
    }

    static Told html(int status, String body) {
        return new Told(status, Map.of("Content-Type", "text/html; charset=utf-8"), body);
    }

    static Told redirect(String address) {
        return new Told(302, Map.of("Location", address), "");
    }

    /** An error as Discord's API words it. */
    static Told error(int status, int code, String message) {
        var body = new LinkedHashMap<String, Object>();
        body.put("message", message);
        body.put("code", code);
        return json(status, body);
    }

    static Told unauthorized() {
        return error(401, 0, "401: Unauthorized");
    }

    static Told missingAccess() {
        return error(403, 50001, "Missing Access");
    }

    /** What the network before Discord says, to clients whose User-Agent it does not like, for one. */
    static Told cloudflare() {
        return error(403, 40333, "internal network error");
    }

    Told with(Map<String, String> more) {
        var all = new HashMap<>(headers);
        all.putAll(more);
        return new Told(status, all, body);
    }

    Told withBody(String other) {
        return new Told(status, headers, other);
    }
}
