package kakolog.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Collections;

/**
 * The cookies of this site. On https their names begin with {@code __Host-}, which browsers take only over https, for this
 * host alone and for all its paths; scripts read none of them, and no other site's form sends them.
 */
public final class Cookies {
    private static final String SESSION = "kakolog";

    private final PublicUrl publicUrl;

    public Cookies(PublicUrl publicUrl) {
        this.publicUrl = publicUrl;
    }

    /** The value of a cookie in the headers of a request; empty where it is missing. */
    public static String value(String header, String name) {
        int at = 0;
        while (at < header.length()) {
            int end = header.indexOf(';', at);
            int stop = end < 0 ? header.length() : end;
            while (at < stop && header.charAt(at) == ' ') {
                at++;
            }
            if (header.startsWith(name, at) && at + name.length() < stop && header.charAt(at + name.length()) == '=') {
                return header.substring(at + name.length() + 1, stop).strip();
            }
            at = stop + 1;
        }
        return "";
    }

    /** All cookies of a request: a client or proxy may send them in several headers. */
    static String header(HttpServletRequest request) {
        return String.join("; ", Collections.list(request.getHeaders("Cookie")));
    }

    /** The session's cookie in these headers; empty where there is none. */
    String session(String header) {
        return value(header, named(SESSION));
    }

    /** A header that sets the session's cookie. */
    public String setSession(String value, Duration age) {
        return set(SESSION, value, age);
    }

    /** A header that takes the session's cookie away. */
    public String clearSession() {
        return set(SESSION, "", Duration.ZERO);
    }

    /** The name as browsers see it. */
    public String named(String name) {
        return publicUrl.isHttps() ? "__Host-" + name : name;
    }

    /** A header that sets a cookie; an age of nothing takes it away. */
    public String set(String name, String value, Duration age) {
        return named(name) + "=" + value + "; Path=/; Max-Age=" + age.toSeconds() + "; HttpOnly; SameSite=Lax"
                + (publicUrl.isHttps() ? "; Secure" : "");
    }
}
