package kakolog.web;

import java.util.Set;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * The first look at every request: one under a name that is not ours gets 400, and no header makes one method out of
 * another, which Javalin would allow to anybody.
 */
final class FirstLook extends Handler.Wrapper {
    private static final String OVERRIDE = "X-HTTP-Method-Override";
    /** Asked by whoever watches over the program, under whatever name: they say nothing but ok. */
    private static final Set<String> UNDER_ANY_NAME = Set.of("/healthz", "/readyz");

    private final KnownHosts hosts;

    FirstLook(KnownHosts hosts) {
        this.hosts = hosts;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        boolean overridden = false;
        String host = null;
        for (HttpField field : request.getHeaders()) {
            if (field.getHeader() == HttpHeader.HOST) {
                host = field.getValue();
            } else if (OVERRIDE.equalsIgnoreCase(field.getName())) {
                overridden = true;
            }
        }
        if (host != null
                && !hosts.isKnown(host)
                && !UNDER_ANY_NAME.contains(request.getHttpURI().getPath())) {
            Response.writeError(request, response, callback, HttpStatus.BAD_REQUEST_400);
            return true;
        }
        return super.handle(overridden ? new WithoutOverride(request) : request, response, callback);
    }

    private static final class WithoutOverride extends Request.Wrapper {
        private final HttpFields headers;

        private WithoutOverride(Request request) {
            super(request);
            headers = HttpFields.build(request.getHeaders()).remove(OVERRIDE).asImmutable();
        }

        @Override
        public HttpFields getHeaders() {
            return headers;
        }
    }
}
