package kakolog.demo;

/** A way in which Discord's files can be other than hoped for. */
public enum CdnFault {
    /** 404. */
    GONE,
    /** 302 to another host. */
    REDIRECT,
    /** 200 with a page that calls itself one. */
    HTML,
    /** 200 with a page that calls itself a picture. */
    HTML_AS_PICTURE,
    /** 200 with 64 MB, without saying so before. */
    TOO_LARGE,
    /** A byte now and then for half a minute. */
    SLOW,
    /** The first half, then the connection ends. */
    HALF,
    SERVER_ERROR,
    /** 429 with Retry-After. */
    RATE_LIMITED
}
