package kakolog.organizer;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kakolog.content.Events;
import kakolog.session.Actor;
import kakolog.session.ApiTokens;
import kakolog.session.ApiTokens.ApiToken;
import kakolog.template.StaticTemplates;
import kakolog.text.Days;
import kakolog.text.Messages;
import kakolog.web.Answer;
import kakolog.web.Asking;
import kakolog.web.BadInput;
import kakolog.web.Frames;
import kakolog.web.Html;

/** {@code /organize/tokens}: where organizers make and revoke the tokens by which programs act for them. */
public final class TokenPages {
    private static final int LONGEST_LABEL = 200;

    private final StaticTemplates templates = new StaticTemplates();
    private final ApiTokens tokens;
    private final Events events;
    private final Frames frames;

    public TokenPages(ApiTokens tokens, Events events, Frames frames) {
        this.tokens = tokens;
        this.events = events;
        this.frames = frames;
    }

    /**
     * The page.
     *
     * @param made a token that has just been made, which is shown this once; empty otherwise
     */
    public record TokensPage(List<Line> tokens, String made) {}

    /** A token: what it is for, and who made it when, in words. */
    public record Line(String id, String label, String facts, boolean revoked) {}

    public Answer show(Asking asking) {
        return page(asking, "");
    }

    /** Makes one, and shows it the only time that it can be. */
    public Answer make(Asking asking) {
        var label = asking.field("label")
                .map(text -> text.replaceAll("\\p{C}", " ").strip())
                .filter(text -> !text.isEmpty() && text.length() <= LONGEST_LABEL)
                .orElseThrow(() -> new BadInput("tokens.bad-label", ""));
        return page(asking, tokens.make(label, Actor.of(asking), asking.now()));
    }

    /** Takes one's effect away. */
    public Answer revoke(Asking asking) {
        long id = asking.field("token")
                .filter(text -> text.matches("\\d{1,18}"))
                .map(Long::parseLong)
                .orElseThrow(() -> new BadInput("error.400.text", ""));
        tokens.revoke(id, Actor.of(asking), asking.now());
        return Answer.redirect("/organize/tokens");
    }

    private Answer page(Asking asking, String made) {
        var messages = Messages.in(asking.language());
        var lines = tokens.all().stream().map(token -> line(token, messages)).toList();
        return Html.of(templates.organizerTokens(frames.of(asking), new TokensPage(lines, made)))
                .unkept();
    }

    private Line line(ApiToken token, Messages messages) {
        var used = Optional.ofNullable(token.usedAt())
                .map(at -> messages.get("tokens.used", time(at, messages)))
                .orElseGet(() -> messages.get("tokens.unused"));
        var facts = messages.get("tokens.facts", token.maker(), time(token.madeAt(), messages), used);
        return new Line(String.valueOf(token.id()), token.label(), facts, token.revoked());
    }

    private String time(Instant instant, Messages messages) {
        var at = instant.atZone(events.current().site().zone());
        return Days.shortDate(at.toLocalDate(), messages.language()) + " " + Days.time(at);
    }
}
