package kakolog.session;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.ToIntFunction;
import kakolog.access.Viewer;
import kakolog.access.Viewer.SignedIn;
import kakolog.access.Viewer.Standing;
import kakolog.id.EventSlug;
import kakolog.id.Snowflake;
import kakolog.template.StaticTemplates;
import kakolog.text.Messages;
import kakolog.web.Answer;
import kakolog.web.Asking;
import kakolog.web.Frames;
import kakolog.web.Html;
import kakolog.web.Json;
import kakolog.web.OwnPath;
import org.jspecify.annotations.Nullable;

/** {@code /me}: who I am here, which roles were seen when, and what follows from it; {@code /api/me} for programs. */
public final class MePages {
    private final StaticTemplates templates = new StaticTemplates();
    private final @Nullable Membership membership;
    private final StandingWords words;
    private final ReadableEvents readable;
    private final ToIntFunction<Snowflake> kept;
    private final Frames frames;

    /** Knows of which events somebody may read materials. */
    @FunctionalInterface
    public interface ReadableEvents {
        /** Newest first. */
        List<EventSlug> by(Viewer viewer, Instant now);
    }

    /**
     * @param membership null where nobody has set up Discord
     * @param kept how many messages of somebody's are kept in past logs
     */
    public MePages(
            @Nullable Membership membership,
            StandingWords words,
            ReadableEvents readable,
            ToIntFunction<Snowflake> kept,
            Frames frames) {
        this.kept = kept;
        this.membership = membership;
        this.readable = readable;
        this.words = words;
        this.frames = frames;
    }

    /**
     * How one stands.
     *
     * @param standing a word of {@code me.standing.*}
     * @param roles held, in words
     * @param checkedAt empty where nothing can be said
     * @param events those one took part in, newest first
     * @param materials those whose materials one may read, newest first
     * @param messages how many messages of one's own are kept in past logs
     */
    public record MePage(
            String name,
            String standing,
            List<String> roles,
            String checkedAt,
            boolean booster,
            boolean organizer,
            List<String> events,
            List<String> materials,
            int messages) {}

    public Answer show(Asking asking) {
        var viewer = asking.viewer();
        var member = viewer.member();
        var page = new MePage(
                asking.visit().name(),
                standing(viewer),
                words.held(viewer, Messages.in(asking.language())),
                words.checkedAt(viewer),
                member.map(Standing.Member::booster).orElse(false),
                member.map(Standing.Member::organizer).orElse(false),
                events(viewer),
                materials(asking),
                asking.visit().self() instanceof SignedIn person ? kept.applyAsInt(person.id()) : 0);
        return Html.of(templates.sessionMe(frames.of(asking), page)).unkept();
    }

    private static String standing(Viewer viewer) {
        if (viewer.member().isPresent()) {
            return "member";
        }
        return viewer instanceof SignedIn signedIn && signedIn.standing() instanceof Standing.Outsider
                ? "outsider"
                : "unclear";
    }

    private List<String> materials(Asking asking) {
        return readable.by(asking.viewer(), asking.now()).stream()
                .map(EventSlug::value)
                .toList();
    }

    private static List<String> events(Viewer viewer) {
        return viewer.member()
                .map(member -> member.events().stream()
                        .sorted((one, other) -> other.compareTo(one))
                        .map(EventSlug::value)
                        .toList())
                .orElse(List.of());
    }

    /** Asks Discord at once, and returns to the page. */
    public Answer recheck(Asking asking) {
        if (membership != null && asking.visit().self() instanceof SignedIn signedIn) {
            membership.recheck(signedIn.id(), asking.now());
        }
        return Answer.redirect(OwnPath.of(asking.field("next").orElse("/me")));
    }

    /** Who asks, for programs; to anybody, since nobody is an answer too. */
    public Answer api(Asking asking) {
        var viewer = asking.viewer();
        var me = new LinkedHashMap<String, @Nullable Object>();
        boolean signedIn = viewer instanceof SignedIn;
        me.put("signedIn", signedIn);
        me.put("id", viewer instanceof SignedIn person ? person.id().toString() : null);
        me.put("name", signedIn ? asking.visit().name() : null);
        me.put("booster", viewer.member().map(Standing.Member::booster).orElse(false));
        me.put("organizer", viewer.member().map(Standing.Member::organizer).orElse(false));
        me.put("events", events(viewer));
        me.put("materials", materials(asking));
        me.put("checkedAt", StandingWords.moment(viewer).map(words::offset).orElse(null));
        me.put("csrf", signedIn ? asking.visit().csrf() : null);
        return Json.of(me).unkept();
    }
}
