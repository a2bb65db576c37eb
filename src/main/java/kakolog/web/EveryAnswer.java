package kakolog.web;

import java.util.List;
import java.util.stream.Stream;
import org.eclipse.jetty.http.HttpField;

/** The headers that every answer has, whoever gives it. */
final class EveryAnswer {
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
            + "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /** The same for a page that reads PDFs, which pdf.js does in a worker and with fonts for those that have none. */
    static final String POLICY_WITH_WORKERS = POLICY + "; worker-src 'self'; font-src 'self'";

    /** For what others brought: nothing of it may do anything in the name of this site. */
    static final String SANDBOX = "default-src 'none'; sandbox; frame-ancestors 'none'";

    private static final List<HttpField> HTTP = List.of(
            Stored.field("Content-Security-Policy", POLICY),
            Stored.field("X-Content-Type-Options", "nosniff"),
            Stored.field("Referrer-Policy", "same-origin"),
            Stored.field("Cross-Origin-Opener-Policy", "same-origin"),
            Stored.field("Cross-Origin-Resource-Policy", "same-origin"));

    private static final List<HttpField> HTTPS = Stream.concat(
                    HTTP.stream(),
                    Stream.of(Stored.field("Strict-Transport-Security", "max-age=63072000; includeSubDomains")))
            .toList();

    private final PublicUrl publicUrl;

    EveryAnswer(PublicUrl publicUrl) {
        this.publicUrl = publicUrl;
    }

    List<HttpField> headers() {
        return publicUrl.isHttps() ? HTTPS : HTTP;
    }
}
