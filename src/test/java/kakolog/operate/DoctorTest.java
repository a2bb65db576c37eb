package kakolog.operate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import kakolog.MovableClock;
import kakolog.RunningKakolog;
import kakolog.demo.Community;
import kakolog.demo.Fault;
import kakolog.demo.Person;
import kakolog.demo.StandIn;
import kakolog.discord.Credentials;
import kakolog.id.Snowflake;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the doctor says of a portal that is well, and of each way in which it can be ill. */
final class DoctorTest {
    private static final Path CONTENT = Path.of("content");
    private static final URI PUBLIC = URI.create("https://kakolog.example");

    @TempDir
    private Path data;

    private final Community community = new Community();
    private final StandIn standIn = new StandIn(community, Clock.systemUTC());

    @AfterEach
    void stop() {
        standIn.close();
    }

    @Test
    void all_is_well() {
        assertEquals(
                List.of(
                        "ok: the settings can be used",
                        "ok: content folder content: 11 events",
                        "ok: data folder " + data + " can be written",
                        "ok: the disk of data folder " + data + " has room",
                        "note: there is no database yet; the first start makes it",
                        "ok: zone Asia/Tokyo, where it is 2021-07-06 18:50",
                        "ok: public address https://kakolog.example",
                        "note: redirect URI to register in Discord's developer portal:"
                                + " https://kakolog.example/auth/discord/callback",
                        "note: KAKOLOG_CLOCK is set: the time is 2021-07-06T09:50:00Z, compared with nothing",
                        "ok: the bot token is that of kakolog",
                        "ok: the application may read what messages say",
                        "ok: the server is 語る夜の会 (498230000000000000)",
                        "ok: the organizers' role is 主催者 (498230000000000100)",
                        "ok: boosters hold Server Booster (498230000000000777)",
                        "ok: the role of 2021-07-06 is 2021-07-06 (861920000000000706)",
                        "ok: the role of 2021-05-18 is 2021-05-18 (844030000000000518)",
                        "note: the role of 2021-04-06: none is called 2021-04-06",
                        "ok: the bot may give the dated roles",
                        "ok: the bot may view channels and read their past"),
                lines(examine()));
    }

    @Test
    void without_discord_only_the_archive_runs() {
        var findings = new Doctor(setup(CONTENT, data, PUBLIC, null, Clock.systemUTC(), false)).examine();

        assertEquals(List.of(), faults(findings));
        assertHas(findings, "note: Discord is not set up: only the public archive runs, and nobody can log in");
    }

    @Test
    void a_wrong_token_is_named_and_not_tried_again() {
        var right = standIn.credentials();
        var wrong = new Credentials(right.clientId(), right.clientSecret(), "planted-token");
        var findings = examine(at(wrong, standIn.guild(), null));

        assertEquals(
                List.of("fault: the bot: Discord refuses the bot token (401); make a new token in Discord's developer"
                        + " portal and set KAKOLOG_DISCORD_BOT_TOKEN to it"),
                faults(findings));
        assertEquals(1, standIn.count("/api/"));
    }

    @Test
    void a_wrong_server_is_named_with_the_invitation() {
        var findings = examine(at(standIn.credentials(), new Snowflake(7), null));

        assertEquals(1, faults(findings).size(), findings.toString());
        assertTrue(faults(findings)
                .get(0)
                .startsWith("fault: server 7: there is no such server for the bot (404 10004); correct"));
        assertTrue(faults(findings).get(0).contains("&scope=bot&permissions=268504128"));
    }

    @Test
    void a_server_must_be_named() {
        assertFault(examine(at(standIn.credentials(), null, null)), "fault: no Discord server is named; set ");
    }

    @Test
    void another_applications_id_is_a_fault() {
        var right = standIn.credentials();
        var mixed = new Credentials("12", right.clientSecret(), right.botToken());
        assertFault(
                examine(at(mixed, standIn.guild(), null)), "fault: the bot token is of application " + Community.BOT);
    }

    @Test
    void the_organizers_role_must_be_there_once() {
        community.renameRole(Community.ORGANIZER_ROLE, "管理者");
        assertFault(examine(), "fault: the organizers' role: none is called 主催者 now; make it in the server, or set ");

        var first = community.createRole("主催者");
        var second = community.createRole("主催者");
        assertFault(
                examine(),
                "fault: the organizers' role: several are called 主催者, " + first + ", " + second
                        + "; set KAKOLOG_ORGANIZER_ROLE to the id of the right one");

        assertEquals(List.of(), faults(examine(at(standIn.credentials(), standIn.guild(), second.toString()))));
    }

    @Test
    void several_roles_of_a_date_are_a_fault() {
        var second = community.createRole("2021-07-06");
        assertFault(
                examine(),
                "fault: the role of 2021-07-06: several are called 2021-07-06, " + Community.ROLE_OF_JULY + ", "
                        + second);
    }

    @Test
    void a_role_that_is_not_there_yet_is_a_note() {
        community.deleteRole(Community.ROLE_OF_JULY);
        var findings = examine();
        assertEquals(List.of(), faults(findings));
        assertHas(findings, "note: the role of 2021-07-06: none is called 2021-07-06");
    }

    @Test
    void a_server_that_was_never_boosted_has_no_role_of_boosters() {
        community.neverBoosted();
        var findings = examine();
        assertEquals(List.of(), faults(findings));
        assertHas(findings, "note: the server has no role of boosters: it was never boosted");
    }

    @Test
    void a_bot_below_a_dated_role_cannot_give_it() {
        community.placeRole(Community.ROLE_OF_JULY, 4);
        assertFault(
                examine(),
                "fault: the bot's highest role is not above 2021-07-06, so it cannot give them; move the bot's role up");
    }

    @Test
    void rights_that_are_needed_later_are_notes() {
        community.allowRole(Community.BOT_ROLE, BigInteger.ZERO);
        community.allowRole(Community.GUILD, BigInteger.ZERO);
        var findings = examine();
        assertEquals(List.of(), faults(findings));
        assertHas(findings, "note: the bot may not manage roles");
        assertHas(findings, "note: the bot may not view channels and read their past");
    }

    @Test
    void a_discord_that_is_down_or_talks_nonsense_is_a_fault_with_the_address() {
        standIn.failAlways(Fault.HTML_200);
        assertFault(examine(), "fault: the bot: no answer to go by (Discord answered 200 without whole JSON); look ");
        standIn.stop();
        assertFault(examine(), "fault: the bot: no answer to go by (no answer from 127.0.0.1: NOT_REACHED); look ");
    }

    @Test
    void a_clock_that_is_off_is_a_fault() {
        var late = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(-2));
        var findings = new Doctor(setup(CONTENT, data, PUBLIC, known(), late, false)).examine();
        assertTrue(
                faults(findings).stream().anyMatch(line -> line.matches("fault: the clock is 1[12]\\d s behind .*")),
                findings.toString());

        var right = new Doctor(setup(CONTENT, data, PUBLIC, known(), Clock.systemUTC(), false)).examine();
        assertHas(right, "ok: the clock goes with Discord's");
    }

    @Test
    void logins_do_not_travel_in_the_open() {
        var open = URI.create("http://kakolog.example");
        assertFault(
                new Doctor(setup(CONTENT, data, open, known(), Clock.systemUTC(), false)).examine(),
                "fault: public address http://kakolog.example is not https");
        var local = URI.create("http://127.0.0.1:8080");
        assertEquals(
                List.of(),
                faults(new Doctor(setup(CONTENT, data, local, known(), Clock.systemUTC(), false)).examine()));
    }

    @Test
    void folders_that_cannot_be_used_are_faults() throws IOException {
        var file = Files.writeString(data.resolve("file"), "x");
        var findings = new Doctor(setup(file, file.resolve("data"), PUBLIC, null, Clock.systemUTC(), false)).examine();
        assertFault(findings, "fault: content folder " + file + " cannot be read; ");
        assertFault(findings, "fault: data folder " + file.resolve("data") + " cannot be written; ");
    }

    @Test
    void faults_of_the_content_are_counted() throws IOException {
        var content = Files.createDirectories(data.resolve("content/events"));
        Files.writeString(content.resolve("2021-07-06.md"), "---\ndate: 2021-07-06\n---\n# x\n");
        assertFault(
                new Doctor(setup(data.resolve("content"), data, PUBLIC, null, Clock.systemUTC(), false)).examine(),
                "fault: content folder " + data.resolve("content") + ": faults in its files, 2 in number; the command");
    }

    @Test
    void a_database_that_is_none_is_a_fault() throws IOException {
        Files.writeString(data.resolve("kakolog.db"), "no database, however long one reads it\n".repeat(100));
        assertFault(examine(), "fault: " + data.resolve("kakolog.db") + " cannot be opened as an SQLite database");
    }

    @Test
    void beside_a_serving_process_it_sees_which_roles_were_matched() {
        try (var kakolog = RunningKakolog.withDiscord()) {
            kakolog.as(Person.TARO).get("/me");
            var discord = kakolog.discord();
            var at = new Doctor.AtDiscord(discord.url(), discord.credentials(), discord.guild(), null, null);
            var setup = setup(CONTENT, kakolog.data(), PUBLIC, at, clock(), true);
            var well = new Doctor(setup).examine();
            assertEquals(List.of(), faults(well));
            assertHas(well, "ok: database " + kakolog.data().resolve("kakolog.db") + " is sound");
            assertHas(well, "note: materials: 0, and logs, with 0 files, 0 bytes");

            kakolog.community().renameRole(Community.ROLE_OF_MAY, "五月");
            kakolog.community().deleteRole(Community.ROLE_OF_JULY);
            var impostor = kakolog.community().createRole("2021-07-06");
            var findings = new Doctor(setup).examine();
            assertHas(findings, "ok: the role of 2021-05-18 is 五月 (" + Community.ROLE_OF_MAY + ")");
            assertEquals(
                    List.of("fault: the role of 2021-07-06 was " + Community.ROLE_OF_JULY
                            + ", which is gone; another has its name now, " + impostor + ", and counts for nothing;"
                            + " give the right one a name of its own and write that as role: in"
                            + " events/2021-07-06.md"),
                    faults(findings));
            assertEquals(200, kakolog.as(Person.KEN).get("/me").statusCode());
        }
    }

    @Test
    void no_secret_and_no_control_character_is_printed() {
        community.renameRole(Community.ORGANIZER_ROLE, "主催者\u001b[2J\nok: all");
        var findings = examine(at(standIn.credentials(), standIn.guild(), Community.ORGANIZER_ROLE.toString()));
        for (var line : lines(findings)) {
            assertFalse(line.contains(standIn.credentials().botToken()), line);
            assertFalse(line.contains(standIn.credentials().clientSecret()), line);
            assertFalse(line.chars().anyMatch(Character::isISOControl), line);
        }
        assertHas(findings, "ok: organizers hold 主催者 [2J ok: all (");
    }

    private List<Finding> examine() {
        return examine(known());
    }

    private List<Finding> examine(Doctor.AtDiscord discord) {
        return new Doctor(setup(CONTENT, data, PUBLIC, discord, clock(), true)).examine();
    }

    private Doctor.AtDiscord known() {
        return at(standIn.credentials(), standIn.guild(), null);
    }

    private Doctor.AtDiscord at(Credentials credentials, @Nullable Snowflake guild, @Nullable String organizerRole) {
        return new Doctor.AtDiscord(standIn.url(), credentials, guild, organizerRole, null);
    }

    private static Clock clock() {
        return new MovableClock("2021-07-06T18:50:00+09:00");
    }

    private static Doctor.Setup setup(
            Path content, Path data, URI url, Doctor.@Nullable AtDiscord discord, Clock clock, boolean clockIsSet) {
        return new Doctor.Setup(content, data, url, true, discord, clock, clockIsSet);
    }

    private static List<String> lines(List<Finding> findings) {
        return findings.stream().map(Finding::toString).toList();
    }

    private static List<String> faults(List<Finding> findings) {
        return findings.stream().filter(Finding::isFault).map(Finding::toString).toList();
    }

    private static void assertFault(List<Finding> findings, String beginning) {
        assertHas(findings.stream().filter(Finding::isFault).toList(), beginning);
    }

    private static void assertHas(List<Finding> findings, String beginning) {
        assertTrue(
                lines(findings).stream().anyMatch(line -> line.startsWith(beginning)),
                beginning + "\nis not in\n" + String.join("\n", lines(findings)));
    }
}
