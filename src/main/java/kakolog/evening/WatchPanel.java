package kakolog.evening;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kakolog.access.Audience;
import kakolog.access.Policy;
import kakolog.access.Viewer;
import kakolog.access.Viewer.SignedIn;
import kakolog.access.Viewer.Standing;
import kakolog.content.Event;
import kakolog.session.StandingWords;
import kakolog.text.Days;
import kakolog.text.Messages;
import kakolog.web.Asking;
import org.jspecify.annotations.Nullable;

/** What an event tells a viewer about watching it: the way in, or what is missing, or from when, or the viewing URL itself. */
public final class WatchPanel {
    private final StreamUrls urls;
    private final Policy policy;
    private final StandingWords words;
    private final boolean login;

    /** @param login whether one can sign in here at all; where one cannot, there is nothing to tell */
    public WatchPanel(StreamUrls urls, Policy policy, StandingWords words, boolean login) {
        this.urls = urls;
        this.policy = policy;
        this.words = words;
        this.login = login;
    }

    /**
     * What is told.
     *
     * @param kind sign-in, unclear, outsider, without, wait, soon, now
     * @param as what lets the viewer in: participant, booster, organizer; empty for who is not let in
     * @param opens the time from which the URL is shown
     * @param url null for everybody who may not have it now, and while there is none
     * @param held the roles held, for who is not let in
     * @param checkedAt when they were seen
     */
    public record Watching(
            String kind,
            String as,
            String opens,
            @Nullable String url,
            String role,
            List<String> held,
            String checkedAt) {
        /** Whether the answer that shows this may be kept by nobody. */
        public boolean isSecret() {
            return url != null;
        }
    }

    /**
     * What organizers steer an evening with.
     *
     * @param url the viewing URL as it is set; empty where it is not
     * @param version of what is kept, to notice who saved in between
     * @param running whether it can be ended now
     * @param ended whether it was ended by an organizer
     */
    public record Steering(String slug, String url, long version, String opens, boolean running, boolean ended) {}

    /** What this viewer is told; empty where the event is over, called off or a draft. */
    public Optional<Watching> watching(Event event, Asking asking) {
        if (!login || event.status() != Event.Status.ANNOUNCED) {
            return Optional.empty();
        }
        var clockOnly = new Evening(event, null, asking.now());
        if (clockOnly.isOver()) {
            return Optional.empty();
        }
        var viewer = asking.viewer();
        if (!policy.admits(viewer, clockOnly.guests())) {
            return Optional.of(outside(event, viewer, asking));
        }
        var kept = urls.of(event.slug());
        var evening = new Evening(event, kept.endedAt(), asking.now());
        if (evening.isOver()) {
            return Optional.empty();
        }
        var url = policy.grantIfAdmitted(viewer, evening).flatMap(urls::of);
        var kind = url.isPresent() ? "now" : evening.isOpen() ? "soon" : "wait";
        return Optional.of(new Watching(
                kind,
                as(viewer, event),
                opens(event),
                url.orElse(null),
                event.role(),
                List.of(),
                words.checkedAt(viewer)));
    }

    private Watching outside(Event event, Viewer viewer, Asking asking) {
        return new Watching(
                kind(viewer),
                "",
                opens(event),
                null,
                event.role(),
                words.held(viewer, Messages.in(asking.language())),
                words.checkedAt(viewer));
    }

    private static String kind(Viewer viewer) {
        if (!(viewer instanceof SignedIn signedIn)) {
            return "sign-in";
        }
        if (signedIn.standing() instanceof Standing.Outsider) {
            return "outsider";
        }
        return signedIn.standing() instanceof Standing.Member ? "without" : "unclear";
    }

    private static String as(Viewer viewer, Event event) {
        var member = viewer.member().orElseThrow();
        if (member.events().contains(event.slug())) {
            return "participant";
        }
        return member.booster() ? "booster" : "organizer";
    }

    /** What organizers are shown beside; empty for everybody else. */
    public Optional<Steering> steering(Event event, Asking asking) {
        var viewer = asking.viewer();
        if (!policy.admits(viewer, Audience.organizers())) {
            return Optional.empty();
        }
        var kept = urls.of(event.slug());
        var evening = new Evening(event, kept.endedAt(), asking.now());
        var url = urls.of(policy.grant(viewer, evening)).orElse("");
        return Optional.of(new Steering(
                event.slug().value(), url, kept.version(), opens(event), evening.isOpen(), kept.endedAt() != null));
    }

    /** Who may have the viewing URL of an event at this moment. */
    public Audience audience(Event event, Instant now) {
        return new Evening(event, urls.of(event.slug()).endedAt(), now).audience();
    }

    /** The instants at which what is told may become another thing by the clock alone. */
    public Optional<Instant> nextChange(Event event, Instant now) {
        var evening = new Evening(event, null, now);
        return Stream.of(evening.opens(), evening.closes())
                .filter(now::isBefore)
                .min(Instant::compareTo);
    }

    private static String opens(Event event) {
        return Days.time(event.times().urlShared());
    }
}
