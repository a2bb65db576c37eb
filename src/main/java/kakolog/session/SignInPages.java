package kakolog.session;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import kakolog.access.Viewer;
import kakolog.discord.Account;
import kakolog.discord.Discord;
import kakolog.template.StaticTemplates;
import kakolog.web.Answer;
import kakolog.web.Asking;
import kakolog.web.Cookies;
import kakolog.web.Frames;
import kakolog.web.Html;
import kakolog.web.OwnPath;
import kakolog.web.PublicUrl;
import kakolog.web.RateLimit;
import kakolog.web.Unavailable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Login through Discord: the page that says what for, the way there, the way back, and out again. */
public final class SignInPages {
    private static final Logger LOG = LoggerFactory.getLogger(SignInPages.class);
    /** Where Discord sends browsers back to; it must be registered there to the letter. */
    public static final String CALLBACK = "/auth/discord/callback";

    /** From one address, behind which a whole school may sit. */
    private static final int LOGINS_A_MINUTE = 100;

    private static final String BROWSER = "kakolog-login";

    private final StaticTemplates templates = new StaticTemplates();
    private final Logins logins = new Logins();
    private final RateLimit limit = new RateLimit(LOGINS_A_MINUTE * 2, Duration.ofMinutes(1));
    private final @Nullable Discord discord;
    private final Sessions sessions;
    private final Cookies cookies;
    private final PublicUrl publicUrl;
    private final Frames frames;

    /** @param discord null where nobody has set up Discord */
    public SignInPages(
            @Nullable Discord discord, Sessions sessions, Cookies cookies, PublicUrl publicUrl, Frames frames) {
        this.discord = discord;
        this.sessions = sessions;
        this.cookies = cookies;
        this.publicUrl = publicUrl;
        this.frames = frames;
    }

    /**
     * The page before the login.
     *
     * @param href of the button that goes to Discord
     * @param possible whether Discord is set up here
     * @param fault what went wrong at the last attempt, as a word of {@code login.*}; empty where nothing did
     */
    public record LoginPage(String href, boolean possible, String fault) {}

    /** Says what the login is for and what Discord will be asked. */
    public Answer page(Asking asking) {
        var next = next(asking);
        if (asking.viewer() instanceof Viewer.SignedIn) {
            return Answer.elsewhere(next);
        }
        return page(asking, next, "");
    }

    private Answer page(Asking asking, String next, String fault) {
        var page = new LoginPage("/login/discord?next=" + OwnPath.encode(next), discord != null, fault);
        return Html.of(templates.sessionLogin(frames.of(asking), page)).unkept();
    }

    /** Sends the browser to Discord. */
    public Answer leave(Asking asking) {
        limit.count(asking.peer(), asking.now());
        var browser = Cookies.value(asking.cookies(), cookies.named(BROWSER));
        if (!Token.isWellFormed(browser)) {
            browser = Token.random();
        }
        var state = Token.random();
        var authorization = discord().authorization(state, redirect());
        logins.begin(state, browser, authorization, next(asking), asking.now());
        return Answer.elsewhere(authorization.address().toString())
                .withCookie(cookies.set(BROWSER, browser, Logins.GOOD_FOR));
    }

    /** Where Discord sends the browser back to. */
    public Answer back(Asking asking) {
        limit.count(asking.peer(), asking.now());
        var login = logins.take(
                asking.parameter("state").orElse(""),
                Cookies.value(asking.cookies(), cookies.named(BROWSER)),
                asking.now());
        if (login.isEmpty()) {
            return page(asking, "/", "stale").withStatus(400);
        }
        var next = login.get().next();
        var code = asking.parameter("code");
        if (code.isEmpty()) {
            boolean denied =
                    asking.parameter("error").filter("access_denied"::equals).isPresent();
            return page(asking, next, denied ? "denied" : "stale").withStatus(400);
        }
        return discord()
                .signIn(code.get(), login.get().verifier(), redirect())
                .<Answer>fold(
                        account -> begin(asking, account, next),
                        no -> page(asking, next, "stale").withStatus(400),
                        ours -> {
                            LOG.error("nobody can sign in: {}; the doctor command says more", ours.what());
                            return page(asking, next, "broken").withStatus(503).withHeader("Retry-After", "60");
                        },
                        unclear -> {
                            LOG.warn("a login was not finished: {}", unclear.why());
                            return page(asking, next, "silent").withStatus(503).withHeader("Retry-After", "10");
                        });
    }

    /** Another token than before, whoever was signed in here: one that was planted or seen is worth nothing. */
    private Answer begin(Asking asking, Account account, String next) {
        Viewers.sessionOf(asking.visit()).ifPresent(sessions::end);
        var token = sessions.start(account.id(), account.displayName(), asking.now());
        LOG.info("{} signed in", account.id());
        return Answer.elsewhere(next)
                .withCookie(cookies.setSession(token, Session.LONGEST))
                .withCookie(cookies.set(BROWSER, "", Duration.ZERO));
    }

    /** Ends this session, or all of the person's. */
    public Answer out(Asking asking) {
        Viewers.sessionOf(asking.visit()).ifPresent(session -> {
            if (asking.field("everywhere").isPresent()) {
                sessions.endAll(session.person());
            } else {
                sessions.end(session);
            }
            LOG.info("{} signed out", session.person());
        });
        return Answer.redirect("/").withCookie(cookies.clearSession());
    }

    private Discord discord() {
        return Optional.ofNullable(discord).orElseThrow(() -> new Unavailable("login.impossible", 3600));
    }

    private URI redirect() {
        return URI.create(publicUrl.of(CALLBACK));
    }

    private static String next(Asking asking) {
        return OwnPath.of(asking.parameter("next").orElse("/"));
    }
}
