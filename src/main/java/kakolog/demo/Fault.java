package kakolog.demo;

/**
 * A way in which Discord, or the network before it, can fail.
 *
 * @param seconds for a rate limit, how long to wait
 * @param where the beginning of the paths of the API that it strikes
 */
public record Fault(Kind kind, double seconds, String where) {
    private static final String API = "/api/";

    /** 429 from Cloudflare: HTML without headers. */
    public static final Fault HTML_RATE_LIMITED = of(Kind.HTML_RATE_LIMITED);
    /** 500 as HTML. */
    public static final Fault SERVER_ERROR = of(Kind.SERVER_ERROR);

    public static final Fault HTML_200 = of(Kind.HTML_200);
    /** The right answer's first half. */
    public static final Fault HALF_JSON = of(Kind.HALF_JSON);

    public static final Fault EMPTY = of(Kind.EMPTY);
    /** Says nothing for ten seconds. */
    public static final Fault SILENT = of(Kind.SILENT);

    public static final Fault DROPPED = of(Kind.DROPPED);
    public static final Fault TWO_MEGABYTES = of(Kind.TWO_MEGABYTES);
    /** 302 to {@code /elsewhere}. */
    public static final Fault REDIRECT = of(Kind.REDIRECT);
    /** The token route grants another scope than the one asked for. */
    public static final Fault WRONG_SCOPE = of(Kind.WRONG_SCOPE).on("/api/v10/oauth2/token");

    public static final Fault UNAUTHORIZED = of(Kind.UNAUTHORIZED);
    public static final Fault MISSING_ACCESS = of(Kind.MISSING_ACCESS);
    public static final Fault CLOUDFLARE = of(Kind.CLOUDFLARE);
    /** Answers with Hanako, whoever was asked for. */
    public static final Fault WRONG_USER = of(Kind.WRONG_USER).on("/api/v10/guilds/");

    enum Kind {
        RATE_LIMITED,
        GLOBALLY_RATE_LIMITED,
        HTML_RATE_LIMITED,
        SERVER_ERROR,
        HTML_200,
        HALF_JSON,
        EMPTY,
        SILENT,
        DROPPED,
        TWO_MEGABYTES,
        REDIRECT,
        WRONG_SCOPE,
        UNAUTHORIZED,
        MISSING_ACCESS,
        CLOUDFLARE,
        WRONG_USER
    }

    /** 429 with Discord's headers and body. */
    public static Fault rateLimited(double seconds) {
        return new Fault(Kind.RATE_LIMITED, seconds, API);
    }

    /** The same for all routes together. */
    public static Fault globallyRateLimited(double seconds) {
        return new Fault(Kind.GLOBALLY_RATE_LIMITED, seconds, API);
    }

    /** The same fault on paths that begin so only. */
    public Fault on(String path) {
        return new Fault(kind, seconds, path);
    }

    private static Fault of(Kind kind) {
        return new Fault(kind, 0, API);
    }
}
