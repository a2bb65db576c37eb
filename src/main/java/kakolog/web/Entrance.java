package kakolog.web;

import io.javalin.http.Context;
import java.time.Instant;
import java.util.Map;
import kakolog.access.Policy;
import kakolog.web.Route.Floor;
import kakolog.web.Route.Kind;
import kakolog.web.Route.Method;

/** Where every request comes in: who asks, whether the floor of the route lets them in, and whether a change is theirs. */
public final class Entrance {
    private static final String BEARER = "Bearer ";

    private final Recognition recognition;
    private final Cookies cookies;
    private final Policy policy;
    private final KnownHosts hosts;
    private final Peers peers;
    private final SameOrigin sameOrigin;

    public Entrance(Recognition recognition, Cookies cookies, Policy policy, KnownHosts hosts, Peers peers) {
        this.recognition = recognition;
        this.cookies = cookies;
        this.policy = policy;
        this.hosts = hosts;
        this.peers = peers;
        this.sameOrigin = new SameOrigin(hosts);
    }

    /**
     * Lets a request in to its route; nothing of a body is read before the floor has let it in.
     *
     * @throws kakolog.access.Refused where the floor does not
     * @throws Forbidden where another site asks for a change, or somebody who only looks
     */
    Asking admit(Route route, Context context, Instant now) {
        var asking = asking(context, route.kind() == Kind.BYTES, now);
        if (route.floor() == Floor.THIS_MACHINE && !Peers.isLoopback(context.req())) {
            throw new NotFound();
        }
        if (route.floor() != Floor.EVERYONE) {
            policy.demand(asking.viewer(), route.floor().audience());
        }
        if (route.method() == Method.GET) {
            return asking;
        }
        if (asking.visit().pretence().isPresent() && !route.own()) {
            throw new Forbidden("view-as.read-only");
        }
        if (route.kind() == Kind.UPLOAD) {
            return asking.withUpload(upload(asking, context));
        }
        var sent = form(asking, context);
        sameOrigin.check(context.req(), asking.visit(), sent);
        return asking.withForm(sent);
    }

    /** Files are read by whoever takes them; all that can be told by headers is told before. */
    private Upload upload(Asking asking, Context context) {
        var request = context.req();
        boolean told = sameOrigin.isTold(request, asking.visit(), asking.isApi());
        return Upload.of(request, token -> told || sameOrigin.isOf(asking.visit(), token));
    }

    private static Map<String, String> form(Asking asking, Context context) {
        return asking.isApi() ? Form.readJson(context.req()) : Form.read(context.req());
    }

    /**
     * The question as it stands, let in or not.
     *
     * @throws BadToken where a program names a token that is none
     */
    Asking asking(Context context, boolean forBytes, Instant now) {
        var request = context.req();
        return Asking.of(context, forBytes, visit(context, now), peers.of(request), now);
    }

    private Visit visit(Context context, Instant now) {
        var request = context.req();
        var authorization = request.getHeader("Authorization");
        // Programs ask below /api/ alone: a token that got into wrong hands opens no page.
        if (authorization != null
                && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
                && context.path().startsWith("/api/")) {
            return recognition
                    .program(authorization.substring(BEARER.length()).strip(), now)
                    .orElseThrow(BadToken::new);
        }
        var session = cookies.session(Cookies.header(request));
        return session.isEmpty() ? Visit.ANONYMOUS : recognition.visit(session, now);
    }

    Recognition recognition() {
        return recognition;
    }

    Cookies cookies() {
        return cookies;
    }

    KnownHosts hosts() {
        return hosts;
    }
}
