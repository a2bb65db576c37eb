package kakolog.session;

import java.time.Instant;
import java.util.Optional;
import kakolog.access.Audience;
import kakolog.access.Policy;
import kakolog.access.Viewer;
import kakolog.access.Viewer.SignedIn;
import kakolog.access.Viewer.Standing;
import kakolog.web.Faces;
import kakolog.web.Recognition;
import kakolog.web.Visit;
import org.jspecify.annotations.Nullable;

/** From the cookie to the viewer: the session it names, the person's last check, and as whom an organizer looks. */
public final class Viewers implements Recognition {
    /** Of a page that asked for no check. */
    private static final long OF_NO_CHECK = 0;
    /** Of a page that asked while nothing could be said: nobody looks for it, so the next request asks again. */
    private static final long NOT_TOLD = -1;

    private final Sessions sessions;
    private final ApiTokens tokens;
    private final Membership membership;
    private final Policy policy;

    public Viewers(Sessions sessions, ApiTokens tokens, Membership membership, Policy policy) {
        this.sessions = sessions;
        this.tokens = tokens;
        this.membership = membership;
        this.policy = policy;
    }

    @Override
    public Visit visit(String cookie, Instant now) {
        return sessions.find(cookie, now)
                .<Visit>map(session -> new OpenVisit(session, cookie, false, now))
                .orElse(Visit.ANONYMOUS);
    }

    @Override
    public Optional<Visit> program(String token, Instant now) {
        return tokens.find(token, now).map(holder -> {
            var session = new Session("token/" + holder.id(), holder.person(), holder.name(), now, now, null);
            return new OpenVisit(session, token, true, now);
        });
    }

    @Override
    public @Nullable Faces faces(String cookie, Instant now) {
        var session = sessions.peek(cookie, now);
        return session == null ? null : faces(session, now);
    }

    private Faces faces(Session session, Instant now) {
        var check = membership.peek(session.person(), now);
        return new Faces(face(session, OF_NO_CHECK), check == null ? null : face(session, check.generation()));
    }

    /** @param generation of the check that a page hangs on; {@link #OF_NO_CHECK} or {@link #NOT_TOLD} where there is none */
    private static String face(Session session, long generation) {
        var pretence = session.pretence();
        return session.hash() + " " + generation + (pretence == null ? "" : " " + pretence.word());
    }

    /** The session behind a visit; empty for somebody who is not signed in. */
    static Optional<Session> sessionOf(Visit visit) {
        return visit instanceof OpenVisit open ? Optional.of(open.session) : Optional.empty();
    }

    /** One request of a living session; for one thread. */
    private final class OpenVisit implements Visit {
        private final Session session;
        private final String token;
        private final boolean byToken;
        private final Instant now;
        private @Nullable Viewer self;
        private long generation;

        private OpenVisit(Session session, String token, boolean byToken, Instant now) {
            this.session = session;
            this.token = token;
            this.byToken = byToken;
            this.now = now;
        }

        @Override
        public boolean isSignedIn() {
            return true;
        }

        @Override
        public String name() {
            return session.name();
        }

        @Override
        public Viewer self() {
            var known = self;
            if (known == null) {
                var check = membership.current(session.person(), now);
                generation = check.map(RoleChecks.Check::generation).orElse(NOT_TOLD);
                known = new SignedIn(
                        session.person(), check.map(RoleChecks.Check::standing).orElse(Standing.Unclear.INSTANCE));
                self = known;
            }
            return known;
        }

        @Override
        public Viewer viewer() {
            var pretence = session.pretence();
            // Who is no organizer any more looks as nobody but themselves.
            return pretence == null || !policy.admits(self(), Audience.organizers())
                    ? self()
                    : pretence.viewer(session.person(), now);
        }

        @Override
        public String csrf() {
            return Token.csrf(token);
        }

        @Override
        public boolean isByToken() {
            return byToken;
        }

        @Override
        public Optional<String> pretence() {
            var pretence = session.pretence();
            return pretence == null || !policy.admits(self(), Audience.organizers())
                    ? Optional.empty()
                    : Optional.of(pretence.word());
        }

        @Override
        public Faces faces() {
            return Viewers.this.faces(session, now);
        }

        @Override
        public String face() {
            return Viewers.face(session, generation);
        }
    }
}
