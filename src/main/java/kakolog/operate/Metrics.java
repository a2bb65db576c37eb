package kakolog.operate;

import java.time.Clock;
import kakolog.discord.Discord;
import kakolog.session.Membership;
import kakolog.session.Sessions;
import kakolog.web.Answer;
import kakolog.web.Asking;
import kakolog.web.Shelf;
import kakolog.web.Traffic;
import org.jspecify.annotations.Nullable;

/** {@code /metrics}: figures for Prometheus. What it takes to write them is made at the first scrape, not at the start. */
public final class Metrics implements AutoCloseable {
    private final Watched watched;
    private @Nullable Figures figures;

    /**
     * What is measured.
     *
     * @param discord null where nobody has set it up
     * @param membership null where nobody can sign in
     */
    record Watched(
            Traffic traffic,
            Shelf shelf,
            Sessions sessions,
            @Nullable Discord discord,
            @Nullable Membership membership,
            Clock clock) {}

    /** Makes nothing yet; see {@link Watched}. */
    public Metrics(
            Traffic traffic,
            Shelf shelf,
            Sessions sessions,
            @Nullable Discord discord,
            @Nullable Membership membership,
            Clock clock) {
        watched = new Watched(traffic, shelf, sessions, discord, membership, clock);
    }

    /** All figures as they are now. */
    public Answer show(Asking asking) {
        return Answer.of(Figures.TYPE, figures().write()).withHeader("Cache-Control", "no-store");
    }

    private synchronized Figures figures() {
        var made = figures;
        if (made == null) {
            made = new Figures(watched);
            figures = made;
        }
        return made;
    }

    @Override
    public synchronized void close() {
        if (figures != null) {
            figures.close();
        }
    }
}
