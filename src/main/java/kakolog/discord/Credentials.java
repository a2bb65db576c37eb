package kakolog.discord;

/**
 * The secrets of our application at Discord; the text of this tells none of them.
 *
 * @param clientId the application's id, which is no secret
 */
public record Credentials(String clientId, String clientSecret, String botToken) {

    /** @throws IllegalArgumentException where one is empty or holds what no header may hold: a line break copied along, say */
    public Credentials {
        require("client id", clientId);
        require("client secret", clientSecret);
        require("bot token", botToken);
    }

    private static void require(String name, String value) {
        if (value.isEmpty() || !value.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
            throw new IllegalArgumentException(
                    "the " + name + " of the Discord application is empty or has characters that it cannot have");
        }
    }

    @Override
    public String toString() {
        return "credentials of application " + clientId;
    }
}
