package kakolog.discord;

import java.util.HashMap;
import java.util.Map;
import kakolog.id.Snowflake;
import org.jspecify.annotations.Nullable;

/**
 * One question as Discord's API takes it.
 *
 * @param route what Discord counts it under: the method, the path without minor ids
 * @param major the id that has a count of its own, a guild's or a channel's; empty where there is none
 * @param authorization the value of the header, a secret
 * @param form a form to send; null for a plain GET
 * @param kind who asks
 */
record Call(
        String path,
        String route,
        String major,
        String authorization,
        @Nullable String form,
        Kind kind) {

    /** Who asks; from this follows what may be repeated and what it means to be refused. */
    enum Kind {
        BOT,
        /** The bot again, for one member; asked so often that it has a pace of its own. */
        MEMBER_CHECK,
        /** The bot again, for what may be long: no page waits for it. */
        HISTORY,
        /** A user's own token, counted for this user alone. */
        USER,
        /** A code for a token: a code is worth something once. */
        EXCHANGE
    }

    static Call bot(String path, Credentials credentials) {
        return new Call(path, path, "", "Bot " + credentials.botToken(), null, Kind.BOT);
    }

    static Call guild(Snowflake guild, String rest, Credentials credentials) {
        var token = "Bot " + credentials.botToken();
        return new Call("/guilds/" + guild + rest, "/guilds/{guild}" + rest, guild.toString(), token, null, Kind.BOT);
    }

    static Call member(Snowflake guild, Snowflake user, Credentials credentials) {
        return new Call(
                "/guilds/" + guild + "/members/" + user,
                "/guilds/{guild}/members/{user}",
                guild.toString(),
                "Bot " + credentials.botToken(),
                null,
                Kind.MEMBER_CHECK);
    }

    /** About all of a server's channels. */
    static Call channelsOf(Snowflake guild, String rest, Credentials credentials) {
        var token = "Bot " + credentials.botToken();
        return new Call(
                "/guilds/" + guild + rest, "/guilds/{guild}" + rest, guild.toString(), token, null, Kind.HISTORY);
    }

    /** @param query what follows the path, with its question mark; empty for nothing */
    static Call channel(Snowflake channel, String rest, String query, Credentials credentials) {
        return new Call(
                "/channels/" + channel + rest + query,
                "/channels/{channel}" + rest,
                channel.toString(),
                "Bot " + credentials.botToken(),
                null,
                Kind.HISTORY);
    }

    static Call user(String path, String token) {
        return new Call(path, path, "", "Bearer " + token, null, Kind.USER);
    }

    static Call exchange(String authorization, String form) {
        return new Call("/oauth2/token", "/oauth2/token", "", authorization, form, Kind.EXCHANGE);
    }

    boolean isBot() {
        return kind == Kind.BOT || kind == Kind.MEMBER_CHECK || kind == Kind.HISTORY;
    }

    boolean mayBeRepeated() {
        return kind != Kind.EXCHANGE;
    }

    Map<String, String> headers(String userAgent) {
        var headers = new HashMap<>(
                Map.of("Authorization", authorization, "User-Agent", userAgent, "Accept", "application/json"));
        if (form != null) {
            // To the letter, without a charset: other types are refused, and Discord documents none with one.
            headers.put("Content-Type", "application/x-www-form-urlencoded");
        }
        return headers;
    }

    /** Without the token and the form. */
    @Override
    public String toString() {
        return path;
    }
}
