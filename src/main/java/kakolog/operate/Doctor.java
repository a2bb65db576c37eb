package kakolog.operate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import kakolog.content.ContentFolder;
import kakolog.content.Snapshot;
import kakolog.db.DataFolder;
import kakolog.db.Database;
import kakolog.db.UnreadableDatabase;
import kakolog.discord.Credentials;
import kakolog.discord.Discord;
import kakolog.id.Snowflake;
import kakolog.session.RememberedRole;
import kakolog.session.SignInPages;
import org.jspecify.annotations.Nullable;

/**
 * Looks at all that the portal stands on and says what is wrong with it and what mends it. Changes nothing and takes no
 * lock, so it may run beside the process that serves. Tells no secrets. For one examination.
 */
public final class Doctor {
    /** A second or two lie in the wire; people notice a minute. */
    private static final Duration MOST_OFF = Duration.ofSeconds(30);

    private static final Set<String> THIS_MACHINE = Set.of("127.0.0.1", "localhost", "[::1]");
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    private final Setup setup;
    private final List<Finding> findings = new ArrayList<>();

    /**
     * What is set up.
     *
     * @param publicUrl the address people use, or what stands for it where nobody has set one
     * @param publicUrlIsSet whether somebody has set it
     * @param discord null where nobody has set it up
     * @param clockIsSet whether the clock is another than the machine's
     */
    public record Setup(
            Path content,
            Path data,
            URI publicUrl,
            boolean publicUrlIsSet,
            @Nullable AtDiscord discord,
            Clock clock,
            boolean clockIsSet) {}

    /**
     * What is set up of Discord.
     *
     * @param guild null for the one that {@code site.yaml} names
     * @param organizerRole a role's name or id; null for the one that {@code site.yaml} names
     * @param eventChannel where the evenings are held; null where nobody has said
     */
    public record AtDiscord(
            URI url,
            Credentials credentials,
            @Nullable Snowflake guild,
            @Nullable String organizerRole,
            @Nullable Snowflake eventChannel) {}

    public Doctor(Setup setup) {
        this.setup = setup;
    }

    /** All that was found, in the order in which one thing stands on another. */
    public List<Finding> examine() {
        findings.add(Finding.ok("the settings can be used"));
        var content = content();
        var remembered = data();
        content.ifPresent(snapshot -> zone(snapshot.site().zone()));
        publicUrl();
        var settings = setup.discord();
        if (settings == null) {
            findings.add(Finding.note("Discord is not set up: only the public archive runs, and nobody can log in"));
            clock(Optional.empty());
        } else {
            discord(settings, content.orElse(null), remembered);
        }
        return List.copyOf(findings);
    }

    private Optional<Snapshot> content() {
        try {
            var snapshot = new ContentFolder(setup.content()).read();
            int faults = snapshot.faults().size();
            findings.add(
                    faults == 0
                            ? Finding.ok("content folder " + setup.content() + ": "
                                    + snapshot.all().size() + " events")
                            : Finding.fault(
                                    "content folder " + setup.content() + ": faults in its files, " + faults
                                            + " in number",
                                    "the command check names each"));
            return Optional.of(snapshot);
        } catch (IOException unreadable) {
            findings.add(Finding.fault(
                    "content folder " + setup.content() + " cannot be read", "KAKOLOG_CONTENT sets another"));
            return Optional.empty();
        }
    }

    private List<RememberedRole> data() {
        var database = DataFolder.databaseIn(setup.data());
        folder(database);
        if (!Files.exists(database)) {
            findings.add(Finding.note("there is no database yet; the first start makes it"));
            return List.of();
        }
        try (var opened = Database.openBeside(database)) {
            if (opened.isOlder()) {
                findings.add(Finding.note(
                        "database " + database + " is of an older kakolog; the next start brings it up to date"));
                return List.of();
            }
            var fault = opened.fault();
            if (fault.isPresent()) {
                findings.add(Finding.fault("database " + fault.get(), "put a backup in its place"));
                return List.of();
            }
            findings.add(Finding.ok("database " + database + " is sound"));
            materials(opened);
            return RememberedRole.in(opened);
        } catch (UnreadableDatabase unreadable) {
            findings.add(Finding.fault(
                    String.valueOf(unreadable.getMessage()),
                    "see whether this user may read it, else put a backup in its place"));
        } catch (UncheckedIOException newer) {
            findings.add(Finding.fault(String.valueOf(newer.getCause().getMessage()), ""));
        }
        return List.of();
    }

    private void materials(Database opened) {
        try {
            findings.addAll(new MaterialCheckup(setup.data(), MaterialCheckup.MOST_HASHED).examine(opened));
        } catch (IOException | UncheckedIOException unreadable) {
            findings.add(Finding.fault(
                    HeldBlobs.in(setup.data()) + " cannot be read", "give it to the user who runs kakolog"));
        }
    }

    private void room(Path folder) {
        try {
            findings.add(DiskRoom.of(folder).finding());
        } catch (IOException unknown) {
            findings.add(Finding.note("how full the disk of " + folder + " is cannot be told"));
        }
    }

    private void folder(Path database) {
        var data = setup.data().toAbsolutePath();
        var there = data;
        while (there != null && !Files.exists(there)) {
            there = there.getParent();
        }
        boolean writable = there != null
                && Files.isDirectory(there)
                && Files.isWritable(there)
                && (!Files.exists(database) || Files.isWritable(database));
        findings.add(
                !writable
                        ? Finding.fault(
                                "data folder " + setup.data() + " cannot be written",
                                "give it to the user who runs kakolog, or set KAKOLOG_DATA to another")
                        : Finding.ok("data folder " + setup.data()
                                + (data.equals(there) ? " can be written" : " can be made")));
        if (data.equals(there)) {
            room(setup.data());
        }
    }

    private void zone(ZoneId zone) {
        findings.add(Finding.ok("zone " + zone + ", where it is "
                + setup.clock().instant().atZone(zone).format(MINUTE)));
    }

    private void publicUrl() {
        var url = setup.publicUrl();
        boolean local = THIS_MACHINE.contains(String.valueOf(url.getHost()));
        if (url.getPort() == 0) {
            findings.add(Finding.note("KAKOLOG_PORT is 0: the address is known after the start"));
        } else if (url.getScheme().equals("https")) {
            findings.add(Finding.ok("public address " + url));
        } else if (local) {
            findings.add(
                    setup.publicUrlIsSet()
                            ? Finding.ok("public address " + url + ", for this machine alone")
                            : Finding.note("KAKOLOG_PUBLIC_URL is not set: " + url + " works on this machine alone"));
        } else if (setup.discord() == null) {
            findings.add(Finding.note("public address " + url + " is not https; login would need it"));
        } else {
            findings.add(Finding.fault(
                    "public address " + url + " is not https: logins would travel in the open",
                    "put a proxy with TLS before kakolog and set KAKOLOG_PUBLIC_URL to its https:// address"));
        }
    }

    private void discord(AtDiscord settings, @Nullable Snapshot content, List<RememberedRole> remembered) {
        if (setup.publicUrl().getPort() != 0) {
            findings.add(Finding.note("redirect URI to register in Discord's developer portal: " + setup.publicUrl()
                    + SignInPages.CALLBACK));
        }
        try (var discord = new Discord(settings.url(), settings.credentials(), setup.clock())) {
            var found = new DiscordCheckup(discord, settings, content, remembered, setup.clock()).examine();
            clock(discord.ahead());
            findings.addAll(found);
        }
    }

    private void clock(Optional<Duration> ahead) {
        if (setup.clockIsSet()) {
            findings.add(Finding.note(
                    "KAKOLOG_CLOCK is set: the time is " + setup.clock().instant() + ", compared with nothing"));
        } else if (ahead.isEmpty()) {
            findings.add(Finding.note("clock " + setup.clock().instant() + ", with nothing to compare it with"));
        } else if (ahead.get().abs().compareTo(MOST_OFF) > 0) {
            long seconds = ahead.get().toSeconds();
            findings.add(Finding.fault(
                    "the clock is " + Math.abs(seconds) + " s " + (seconds > 0 ? "behind" : "ahead of") + " Discord's",
                    "let the machine take its time from the network"));
        } else {
            findings.add(Finding.ok("the clock goes with Discord's"));
        }
    }
}
