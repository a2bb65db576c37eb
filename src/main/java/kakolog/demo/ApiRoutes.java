package kakolog.demo;

import java.util.regex.Pattern;
import kakolog.discord.Credentials;
import kakolog.id.Snowflake;

/** The routes below {@code /api/v10} that we use, as Discord answers them. */
final class ApiRoutes {
    private static final Pattern GUILD =
            Pattern.compile("/guilds/(\\d{1,20})(/roles|/channels|/threads/active|/members/(\\d{1,20}))?");

    private final Community community;
    private final ChannelRoutes channels;
    private final Grants grants;
    private final Credentials credentials;

    ApiRoutes(Community community, Cdn cdn, Grants grants, Credentials credentials) {
        this.community = community;
        this.channels = new ChannelRoutes(community, new MessageRoutes(community, cdn));
        this.grants = grants;
        this.credentials = credentials;
    }

    /**
     * @param path below the version
     * @param wrongUser whether to answer with Hanako, whoever was asked for
     */
    Told answer(Asked asked, String path, boolean wrongUser) {
        var authorization = asked.header("Authorization");
        if (path.equals("/users/@me") && authorization.startsWith("Bearer ")) {
            return grants.personOf(authorization.substring(7))
                    .map(person -> Told.json(200, Bodies.user(person)))
                    .orElseGet(Told::unauthorized);
        }
        if (!authorization.equals("Bot " + credentials.botToken())) {
            return Told.unauthorized();
        }
        if (path.equals("/users/@me")) {
            return Told.json(200, Bodies.bot());
        }
        if (path.equals("/applications/@me")) {
            return Told.json(200, Bodies.application(community.channels().mayReadMessages()));
        }
        return ChannelRoutes.isOne(path) ? channels.answer(asked, path) : guild(path, wrongUser);
    }

    private Told guild(String path, boolean wrongUser) {
        var shape = GUILD.matcher(path);
        if (!shape.matches()) {
            return Told.error(404, 0, "404: Not Found");
        }
        boolean ours = shape.group(1).equals(community.guild().toString());
        if (shape.group(3) != null) {
            return ours ? member(wrongUser ? Person.HANAKO.id().toString() : shape.group(3)) : Told.missingAccess();
        }
        if (!ours) {
            return Told.error(404, 10004, "Unknown Guild");
        }
        return switch (String.valueOf(shape.group(2))) {
            case "/roles" ->
                Told.json(200, community.roles().stream().map(Bodies::role).toList());
            case "/channels" -> channels.ofGuild();
            case "/threads/active" -> channels.active();
            default -> Told.json(200, Bodies.guild(community.roles()));
        };
    }

    private Told member(String text) {
        var id = Snowflake.of(text);
        if (id.isPresent() && id.get().equals(Community.BOT)) {
            return Told.json(200, Bodies.member(Bodies.botAsMember()));
        }
        if (id.isEmpty() || community.person(id.get()).isEmpty()) {
            return Told.error(404, 10013, "Unknown User");
        }
        return community
                .member(id.get())
                .map(member -> Told.json(200, Bodies.member(member)))
                .orElseGet(() -> Told.error(404, 10007, "Unknown Member"));
    }
}
