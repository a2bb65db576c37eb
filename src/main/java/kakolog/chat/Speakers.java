package kakolog.chat;

import org.jspecify.annotations.Nullable;

/** Reads people, in the spelling of the API and in that of DiscordChatExporter. */
final class Speakers {
    private final Listener listener;
    private final MediaAddresses addresses;

    Speakers(Listener listener, MediaAddresses addresses) {
        this.listener = listener;
        this.addresses = addresses;
    }

    /**
     * Tells who this is and where their picture is.
     *
     * @return null where it is nobody, having no id
     */
    @Nullable
    Speaker tell(Fields user, boolean bot) {
        var id = user.id("id");
        if (id == null) {
            return null;
        }
        var account = Cleaned.name(user.text("name", "username"));
        var shown = Cleaned.name(firstOf(user.in("member").text("nick"), user.text("nickname", "global_name")));
        var speaker = new Speaker(
                id,
                firstOf(shown, account, id.toString()),
                firstOf(account, shown, id.toString()),
                bot || user.isTrue("isBot") || user.isTrue("bot"),
                user.color("color"));
        listener.speaker(speaker);
        var location = Cleaned.location(addresses.avatar(id, user));
        if (!location.isBlank()) {
            listener.medium(new Medium(Medium.avatar(id), Medium.Kind.AVATAR, "avatar", location));
        }
        return speaker;
    }

    private static String firstOf(String... texts) {
        for (var text : texts) {
            if (!text.isEmpty()) {
                return text;
            }
        }
        return "";
    }
}
