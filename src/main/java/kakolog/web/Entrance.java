package kakolog.web;

import io.javalin.http.Context;
import java.time.Instant;
import java.util.Map;
import kakolog.access.Policy;
import kakolog.web.Route.Floor;
import kakolog.web.Route.Method;

/** Where every request comes in: who asks, whether the floor of the route lets them in, and whether a change is theirs. */
public final class Entrance {
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
        var asking = asking(context, now);
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
        var sent = form(asking, context);
        sameOrigin.check(context.req(), asking.visit(), sent);
        return asking.withForm(sent);
    }

    private static Map<String, String> form(Asking asking, Context context) {
        return asking.isApi() ? Form.readJson(context.req()) : Form.read(context.req());
    }

    /** The question as it stands, let in or not. */
    Asking asking(Context context, Instant now) {
        var request = context.req();
        var session = cookies.session(Cookies.header(request));
        var visit = session.isEmpty() ? Visit.ANONYMOUS : recognition.visit(session, now);
        return Asking.of(context, visit, peers.of(request), now);
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
