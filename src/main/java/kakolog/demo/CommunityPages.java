package kakolog.demo;

import java.util.List;
import java.util.Optional;
import kakolog.discord.Member;
import kakolog.discord.Role;
import kakolog.id.Snowflake;
import kakolog.template.StaticTemplates;
import kakolog.web.Answer;
import kakolog.web.Asking;
import kakolog.web.BadInput;
import kakolog.web.Frames;
import kakolog.web.Html;

/** {@code /demo/people}: gives and takes the roles of the cast, so that anyone can watch a right come and go. */
public final class CommunityPages {
    private final StaticTemplates templates = new StaticTemplates();
    private final Community community;
    private final StandIn standIn;
    private final Frames frames;
    private volatile boolean silent;

    public CommunityPages(Community community, StandIn standIn, Frames frames) {
        this.community = community;
        this.standIn = standIn;
        this.frames = frames;
    }

    /**
     * The server as it stands.
     *
     * @param roles those that can be given and taken
     * @param silent whether the stand-in of Discord has been stopped
     */
    public record PeoplePage(List<Given> roles, List<Someone> people, boolean silent) {}

    /** A role of the server. */
    public record Given(String id, String name) {}

    /** One of the cast. */
    public record Someone(String id, String name, boolean inServer, boolean boosting, List<Holding> roles) {}

    /** A role, and whether it is held. */
    public record Holding(String id, String name, boolean held) {}

    public Answer show(Asking asking) {
        var roles = community.roles().stream()
                .filter(role -> !role.managed() && !role.id().equals(community.guild()))
                .toList();
        var page = new PeoplePage(
                roles.stream()
                        .map(role -> new Given(role.id().toString(), role.name()))
                        .toList(),
                Person.CAST.stream().map(person -> someone(person, roles)).toList(),
                silent);
        return Html.of(templates.demoPeople(frames.of(asking), page)).unkept();
    }

    private Someone someone(Person person, List<Role> roles) {
        var member = community.member(person.id());
        return new Someone(
                person.id().toString(),
                member.map(Member::displayName)
                        .or(() -> Optional.ofNullable(person.globalName()))
                        .orElse(person.username()),
                member.isPresent(),
                member.filter(boosting -> boosting.premiumSince() != null).isPresent(),
                roles.stream()
                        .map(role -> new Holding(
                                role.id().toString(),
                                role.name(),
                                member.filter(holder -> holder.roles().contains(role.id()))
                                        .isPresent()))
                        .toList());
    }

    /** Does what the form says, as Discord's own settings would. */
    public Answer change(Asking asking) {
        try {
            change(
                    asking.field("do").orElse(""),
                    asking.field("person").flatMap(Snowflake::of).flatMap(community::person),
                    asking.field("role").flatMap(Snowflake::of));
        } catch (IllegalArgumentException impossible) {
            throw new BadInput("demo.impossible", asking.field("do").orElse(""));
        }
        return Answer.redirect("/demo/people");
    }

    private void change(String what, Optional<Person> person, Optional<Snowflake> role) {
        switch (what) {
            case "give" -> community.give(given(person), given(role));
            case "take" -> community.take(given(person), given(role));
            case "boost" -> community.startBoosting(given(person));
            case "end-boost" -> community.endBoosting(given(person));
            case "join" -> community.join(given(person));
            case "leave" -> community.leave(given(person));
            case "delete" -> community.deleteRole(given(role));
            case "stop" -> stop(true);
            case "start" -> stop(false);
            default -> throw new IllegalArgumentException(what);
        }
    }

    private void stop(boolean stopped) {
        silent = stopped;
        if (stopped) {
            standIn.stop();
        } else {
            standIn.start();
        }
    }

    private static <T> T given(Optional<T> value) {
        return value.orElseThrow(() -> new IllegalArgumentException("nothing named"));
    }
}
