package kakolog;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import kakolog.chatlog.Servers;
import kakolog.discord.Credentials;
import kakolog.id.Snowflake;
import kakolog.web.Peers;

/**
 * The settings of a serving kakolog: from the environment over defaults.
 *
 * @param port 0 takes a free one
 * @param publicUrl the address people use, without a slash at its end; empty until the port is known where nobody set it
 * @param trustedProxies addresses whose word counts on where a request comes from
 * @param uploadLimit bytes that one file may have
 * @param discord empty where nobody has set it up: then there is the public archive alone
 * @param servers where Discord has what messages show
 * @param clock the machine's, or one that was set and runs on
 */
public record Config(
        String host,
        int port,
        Path content,
        Path data,
        Optional<URI> publicUrl,
        List<Peers.Network> trustedProxies,
        long uploadLimit,
        Optional<Discord> discord,
        Servers servers,
        Clock clock) {
    static final String PREFIX = "KAKOLOG_";
    private static final URI REAL_DISCORD = URI.create("https://discord.com");
    private static final String CDN = Servers.REAL.cdn().toString();
    private static final String MEDIA = Servers.REAL.media().toString();
    private static final String UPLOAD_LIMIT = "200 MB";
    private static final Set<String> SECRETS =
            Set.of("DISCORD_CLIENT_ID", "DISCORD_CLIENT_SECRET", "DISCORD_BOT_TOKEN");
    private static final Set<String> NAMES = new TreeSet<>(Set.of(
            "HOST",
            "PORT",
            "CONTENT",
            "DATA",
            "PUBLIC_URL",
            "TRUSTED_PROXIES",
            "DISCORD_CLIENT_ID",
            "DISCORD_CLIENT_SECRET",
            "DISCORD_BOT_TOKEN",
            "DISCORD_GUILD_ID",
            "DISCORD_URL",
            "DISCORD_EVENT_CHANNEL_ID",
            "DISCORD_CDN_URL",
            "DISCORD_MEDIA_URL",
            "UPLOAD_LIMIT",
            "ORGANIZER_ROLE",
            "ROLE_TTL",
            "OUTAGE_GRACE",
            "CLOCK"));

    /**
     * The Discord that people sign in with.
     *
     * @param guild the server; empty for the one that {@code site.yaml} names
     * @param organizerRole a role's name or id; empty for the one that {@code site.yaml} names
     * @param eventChannel where the evenings are held; empty for the one that {@code site.yaml} names
     * @param roleTtl how long a check of roles counts
     * @param outageGrace how much longer the last one counts while Discord is silent
     */
    public record Discord(
            URI url,
            Credentials credentials,
            Optional<Snowflake> guild,
            Optional<String> organizerRole,
            Optional<Snowflake> eventChannel,
            Duration roleTtl,
            Duration outageGrace) {}

    /** Settings that cannot be used; tells all faults at once, each with its mend. */
    public static final class Unusable extends Exception {
        private static final long serialVersionUID = 1L;

        public Unusable(List<String> faults) {
            super(String.join("\n", faults));
        }
    }

    /**
     * Reads the settings.
     *
     * @throws Unusable naming every fault
     */
    public static Config from(Map<String, String> environment) throws Unusable {
        var faults = new ArrayList<String>();
        var reading = new Settings(values(environment, faults), faults);
        var config = new Config(
                reading.value("HOST", "127.0.0.1", "a host name or address", Optional::of),
                reading.value("PORT", "8080", "a port from 0 to 65535", Settings::port),
                reading.value("CONTENT", "content", "a folder", Settings::path),
                reading.value("DATA", "data", "a folder", Settings::path),
                reading.value("PUBLIC_URL", "", "an address as https://kakolog.example without a path", Settings::url),
                reading.value(
                        "TRUSTED_PROXIES", "", "addresses or networks as 10.0.0.0/8, by commas", Settings::networks),
                reading.value("UPLOAD_LIMIT", UPLOAD_LIMIT, "a size as 200 MB or 512 MiB", Settings::size),
                discord(reading),
                servers(reading),
                reading.value("CLOCK", "", "a time as 2021-07-06T19:14:55+09:00", Settings::clock));
        boolean real = config.discord()
                .filter(discord -> discord.url().equals(REAL_DISCORD))
                .isPresent();
        if (real && reading.isSet("CLOCK")) {
            faults.add(
                    "KAKOLOG_CLOCK is set, and so is the real Discord; a turned clock is for rehearsals, unset one of them");
        }
        if (!faults.isEmpty()) {
            throw new Unusable(faults);
        }
        return config;
    }

    /** The settings by their names, secrets from their files, unknown names told. */
    private static Map<String, String> values(Map<String, String> environment, List<String> faults) {
        var values = new TreeMap<String, String>();
        new TreeMap<>(environment).forEach((full, value) -> {
            if (!full.startsWith(PREFIX)) {
                return;
            }
            var name = full.substring(PREFIX.length());
            var secret = name.endsWith("_FILE") ? name.substring(0, name.length() - 5) : "";
            if (SECRETS.contains(secret)) {
                if (environment.containsKey(PREFIX + secret)) {
                    faults.add(full + " and " + PREFIX + secret + " are both set; unset one of them");
                }
                fromFile(full, value, faults).ifPresent(text -> values.put(secret, text));
            } else if (NAMES.contains(name)) {
                values.put(name, value);
            } else {
                faults.add(full + " is no setting; known are " + String.join(", ", NAMES) + ", and for secrets …_FILE");
            }
        });
        return values;
    }

    private static Optional<String> fromFile(String name, String file, List<String> faults) {
        try {
            return Optional.of(Files.readString(Path.of(file)).strip());
        } catch (IOException | java.nio.file.InvalidPathException unreadable) {
            faults.add(
                    name + " is \"" + file + "\", which cannot be read; set it to a file that holds the secret alone");
            return Optional.empty();
        }
    }

    private static Optional<Discord> discord(Settings reading) {
        var url = reading.value(
                "DISCORD_URL",
                REAL_DISCORD.toString(),
                REAL_DISCORD + ", or one on loopback",
                text -> Settings.discordUrl(text, REAL_DISCORD.toString()));
        var guild = reading.value("DISCORD_GUILD_ID", "", "the server's id, digits", Settings::snowflake);
        var ttl = reading.value(
                "ROLE_TTL",
                "PT60S",
                "a duration from PT1S to PT1H, as PT60S",
                text -> Settings.duration(text, 1, 3600));
        var grace = reading.value(
                "OUTAGE_GRACE",
                "PT10M",
                "a duration from PT0S to PT24H, as PT10M",
                text -> Settings.duration(text, 0, 86_400));
        var channel = reading.value("DISCORD_EVENT_CHANNEL_ID", "", "the channel's id, digits", Settings::snowflake);
        var missing =
                SECRETS.stream().sorted().filter(name -> !reading.isSet(name)).toList();
        if (missing.size() == SECRETS.size()) {
            return Optional.empty();
        }
        if (!missing.isEmpty()) {
            missing.forEach(name -> reading.faults()
                    .add(PREFIX + name + " is not set; login needs it beside the other two, or none of the three"));
            return Optional.empty();
        }
        try {
            var credentials = new Credentials(
                    reading.text("DISCORD_CLIENT_ID"),
                    reading.text("DISCORD_CLIENT_SECRET"),
                    reading.text("DISCORD_BOT_TOKEN"));
            var role = Optional.of(reading.text("ORGANIZER_ROLE")).filter(text -> !text.isBlank());
            return Optional.of(new Discord(url, credentials, guild, role, channel, ttl, grace));
        } catch (IllegalArgumentException unusable) {
            reading.faults()
                    .add("KAKOLOG_DISCORD_…: " + unusable.getMessage() + "; copy it anew from the developer portal");
            return Optional.empty();
        }
    }

    private static Servers servers(Settings reading) {
        return new Servers(
                reading.value(
                        "DISCORD_CDN_URL", CDN, CDN + ", or one on loopback", text -> Settings.discordUrl(text, CDN)),
                reading.value(
                        "DISCORD_MEDIA_URL",
                        MEDIA,
                        MEDIA + ", or one on loopback",
                        text -> Settings.discordUrl(text, MEDIA)));
    }

    /** How many bytes a file may have where nobody has said otherwise. */
    public static long usualUploadLimit() {
        return Settings.size(UPLOAD_LIMIT).orElseThrow();
    }

    /** The same settings with another content folder. */
    public Config withContent(Path folder) {
        return new Config(host, port, folder, data, publicUrl, trustedProxies, uploadLimit, discord, servers, clock);
    }
}
