package kakolog.demo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kakolog.discord.Member;
import kakolog.discord.Role;
import org.jspecify.annotations.Nullable;

/** The objects of Discord's API, with fields that its documents do not name: it adds some at any time. */
final class Bodies {
    /** As granted to a small application. */
    private static final int MESSAGE_CONTENT = 1 << 19;

    private static final int GUILD_MEMBERS = 1 << 15;

    private Bodies() {}

    static Map<String, Object> user(Person person) {
        var user = base(person.id().toString(), person.username(), person.globalName(), person.avatar());
        user.put("mfa_enabled", false);
        user.put("locale", "ja");
        user.put("bot", false);
        return user;
    }

    static Map<String, Object> bot() {
        var user = base(Community.BOT.toString(), "kakolog", null, null);
        user.put("mfa_enabled", true);
        user.put("locale", "en-US");
        user.put("bot", true);
        return user;
    }

    static Map<String, Object> member(Member member) {
        var body = new LinkedHashMap<String, @Nullable Object>();
        body.put("user", base(member.id().toString(), member.username(), member.globalName(), member.avatar()));
        body.put("nick", member.nick());
        body.put("avatar", null);
        body.put("banner", null);
        body.put("roles", member.roles().stream().map(Object::toString).toList());
        body.put("joined_at", "2019-12-24T10:20:30+00:00");
        body.put("premium_since", member.premiumSince() == null ? null : "2020-11-03T04:05:06.789000+00:00");
        body.put("pending", member.pending());
        body.put("flags", 0);
        body.put("mute", false);
        body.put("deaf", false);
        body.put("communication_disabled_until", null);
        body.put("unusual_dm_activity_until", null);
        return body;
    }

    /** The bot is in the server like anybody else, with the role that Discord made for it. */
    static Member botAsMember() {
        return new Member(Community.BOT, "kakolog", null, null, null, Set.of(Community.BOT_ROLE), null, false);
    }

    /** As messages tell it: without what is told of oneself only. */
    static Map<String, Object> author(Person person) {
        return base(person.id().toString(), person.username(), person.globalName(), person.avatar());
    }

    static Map<String, Object> role(Role role) {
        var colors = new LinkedHashMap<String, @Nullable Object>();
        colors.put("primary_color", 0);
        colors.put("secondary_color", null);
        colors.put("tertiary_color", null);
        var body = new LinkedHashMap<String, @Nullable Object>();
        body.put("id", role.id().toString());
        body.put("name", role.name());
        body.put("description", null);
        body.put("permissions", role.permissions().toString());
        body.put("position", role.position());
        body.put("color", 0);
        body.put("colors", colors);
        body.put("hoist", false);
        body.put("managed", role.managed());
        body.put("mentionable", false);
        body.put("icon", null);
        body.put("unicode_emoji", null);
        body.put("flags", 0);
        tags(role, body);
        return body;
    }

    /** Yes is a key with null, no is no key. */
    private static void tags(Role role, Map<String, @Nullable Object> body) {
        var tags = new LinkedHashMap<String, @Nullable Object>();
        if (role.booster()) {
            tags.put("premium_subscriber", null);
        }
        if (role.id().equals(Community.BOT_ROLE)) {
            tags.put("bot_id", Community.BOT.toString());
        }
        if (!tags.isEmpty()) {
            body.put("tags", tags);
        }
    }

    static Map<String, Object> guild(List<Role> roles) {
        var body = new LinkedHashMap<String, @Nullable Object>();
        body.put("id", Community.GUILD.toString());
        body.put("name", "語る夜の会");
        body.put("icon", null);
        body.put("owner_id", Person.HANAKO.id().toString());
        body.put("roles", roles.stream().map(Bodies::role).toList());
        body.put("emojis", List.of());
        body.put("features", List.of("COMMUNITY"));
        body.put("premium_tier", 1);
        body.put("preferred_locale", "ja");
        body.put("inventory_settings", null);
        return body;
    }

    /** @param mayReadMessages whether messages come with their text */
    static Map<String, Object> application(boolean mayReadMessages) {
        var body = new LinkedHashMap<String, @Nullable Object>();
        body.put("id", Community.BOT.toString());
        body.put("name", "kakolog");
        body.put("icon", null);
        body.put("description", "");
        body.put("bot_public", false);
        body.put("flags", GUILD_MEMBERS | (mayReadMessages ? MESSAGE_CONTENT : 0));
        body.put("storefront_available", false);
        return body;
    }

    private static Map<String, Object> base(
            String id, String username, @Nullable String globalName, @Nullable String avatar) {
        var user = new LinkedHashMap<String, @Nullable Object>();
        user.put("id", id);
        user.put("username", username);
        user.put("discriminator", "0");
        user.put("global_name", globalName);
        user.put("avatar", avatar);
        user.put("public_flags", 0);
        user.put("flags", 0);
        user.put("banner", null);
        user.put("accent_color", null);
        user.put("primary_guild", null);
        return user;
    }
}
