package kakolog.discord;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import kakolog.id.Snowflake;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Asks Discord who someone is, which roles they hold, and what was said in a channel. Each question waits for its answer,
 * up to five seconds for its turn and five for each of at most three tries (ten about channels); what cannot be told comes
 * back as {@link Reply.Unclear}, never as an exception.
 * Thread safe.
 */
public final class Discord implements AutoCloseable {
    private static final Set<String> NEVER = Set.of();
    private static final Set<String> NOT_TO_BE_READ = Set.of(Reply.No.UNKNOWN_CHANNEL, Reply.No.MISSING_ACCESS);
    private static final Set<String> NOT_A_MEMBER = Set.of(Reply.No.UNKNOWN_MEMBER, Reply.No.UNKNOWN_USER);

    private final URI base;
    private final Credentials credentials;
    private final Wire wire;
    private final Outcomes outcomes = new Outcomes();

    /**
     * Makes no call, and loads little: what it needs comes with the first question.
     *
     * @param base {@code https://discord.com}, or a stand-in of it on loopback
     * @throws IllegalArgumentException where the base is neither HTTPS nor loopback: secrets go there
     */
    public Discord(URI base, Credentials credentials, Clock clock) {
        this(base, credentials, new Wire(base, clock));
    }

    Discord(URI base, Credentials credentials, Wire wire) {
        var host = String.valueOf(base.getHost());
        if (!"https".equals(base.getScheme())
                && !Set.of("127.0.0.1", "[::1]", "localhost").contains(host)) {
            throw new IllegalArgumentException("Discord's address must begin with https://");
        }
        this.base = base;
        this.credentials = credentials;
        this.wire = wire;
    }

    /**
     * Where to send the browser to sign in, asking for no more than who it is.
     *
     * @param state comes back with the browser, unchanged
     * @param redirect must be registered at Discord to the letter
     */
    public Authorization authorization(String state, URI redirect) {
        return OAuth.authorization(base.resolve("/oauth2/authorize"), credentials.clientId(), state, redirect);
    }

    /**
     * Exchanges the code that the browser brought back and asks whose it is. The user's tokens are dropped at once.
     *
     * @param code what a browser brought: anything
     * @param verifier of the {@link Authorization} that this browser was sent with
     * @param redirect the same as there
     */
    public Reply<Account> signIn(String code, String verifier, URI redirect) {
        // Longer ones are no codes of Discord's (30 characters), and blank ones are none at all.
        if (code.isBlank() || code.length() > 512) {
            return outcomes.count(new Reply.No<>(Reply.No.INVALID_GRANT));
        }
        var exchange = OAuth.exchange(wire.addressOf("/oauth2/token"), credentials, code, verifier, redirect);
        return outcomes.count(wire.ask(exchange).then(OAuth::accessToken).then(this::accountOf));
    }

    /** The member of the server; a definite no where this user is not in it, or is no user at all. */
    public Reply<Member> member(Snowflake guild, Snowflake user) {
        return outcomes.count(wire.ask(Call.member(guild, user, credentials))
                .then(answer -> Reading.ofBot(answer, NOT_A_MEMBER, object(Shapes::member)))
                .then(member -> sameAsAsked(member, user)));
    }

    /** All roles of the server, in no particular order. */
    public Reply<List<Role>> roles(Snowflake guild) {
        return ask(Call.guild(guild, "/roles", credentials), array -> Fields.list(array, Shapes::role));
    }

    public Reply<Guild> guild(Snowflake guild) {
        return ask(Call.guild(guild, "", credentials), object(Shapes::guild));
    }

    /** The bot's own account. */
    public Reply<Account> self() {
        return ask(Call.bot("/users/@me", credentials), object(Shapes::account));
    }

    public Reply<Application> application() {
        return ask(Call.bot("/applications/@me", credentials), object(Shapes::application));
    }

    /** One channel or thread; a definite no where there is none, or the bot may not see it. */
    public Reply<Channel> channel(Snowflake channel) {
        return ask(Call.channel(channel, "", "", credentials), NOT_TO_BE_READ, object(Shapes::channel))
                .then(answered -> answered.id().equals(channel)
                        ? new Reply.Known<>(answered)
                        : new Reply.Unclear<>("Discord answered with another channel than the one asked for"));
    }

    /** All channels of the server, those that the bot may not see too, in no particular order; threads are not among them. */
    public Reply<List<Channel>> channels(Snowflake guild) {
        return ask(
                Call.channelsOf(guild, "/channels", credentials), NEVER, array -> Fields.list(array, Shapes::channel));
    }

    /**
     * The messages of a channel or thread that follow this id, the oldest first, as objects of Discord's. Who may not
     * read the past gets none, and Discord does not say so; fewer than the limit are no sign of the end.
     *
     * @param limit 1 to 100
     */
    public Reply<List<JsonNode>> messages(Snowflake channel, Snowflake after, int limit) {
        var query = "?limit=" + limit + "&after=" + after;
        return ask(
                Call.channel(channel, "/messages", query, credentials),
                NOT_TO_BE_READ,
                array -> Pages.oldestFirst(array, channel, after));
    }

    /** All threads of the server that are not archived and that the bot may see. */
    public Reply<Threads> activeThreads(Snowflake guild) {
        return ask(Call.channelsOf(guild, "/threads/active", credentials), NEVER, object(Shapes::threads));
    }

    /**
     * Public threads of the channel in its archive, at most a hundred, the last archived first; some may be active again.
     *
     * @param before archived before this; null for the newest
     */
    public Reply<Threads> archivedThreads(Snowflake channel, @Nullable Instant before) {
        var query = "?limit=100" + (before == null ? "" : "&before=" + before);
        return ask(
                Call.channel(channel, "/threads/archived/public", query, credentials),
                NOT_TO_BE_READ,
                object(Shapes::threads));
    }

    /** How far Discord's clock was ahead of ours at its last answer, to a second or two; empty before one that said it. */
    public Optional<Duration> ahead() {
        return wire.ahead();
    }

    /** What came of the questions so far. */
    public Calls calls() {
        return outcomes.calls(wire.rateLimited());
    }

    private Reply<Account> accountOf(String token) {
        return wire.ask(Call.user("/users/@me", token)).then(answer -> Reading.ofUser(answer, object(Shapes::account)));
    }

    private <T> Reply<T> ask(Call call, Function<JsonNode, T> reader) {
        return ask(call, NEVER, reader);
    }

    private <T> Reply<T> ask(Call call, Set<String> no, Function<JsonNode, T> reader) {
        return outcomes.count(wire.ask(call).then(answer -> Reading.ofBot(answer, no, reader)));
    }

    private static <T> Function<JsonNode, T> object(Function<Fields, T> reader) {
        return json -> reader.apply(new Fields(json));
    }

    /** Someone else's roles must never be taken for theirs. */
    private static Reply<Member> sameAsAsked(Member member, Snowflake user) {
        return member.id().equals(user)
                ? new Reply.Known<>(member)
                : new Reply.Unclear<>("Discord answered with another member than the one asked for");
    }

    /** Who still waits for an answer gets an unclear one. */
    @Override
    public void close() {
        wire.close();
    }
}
