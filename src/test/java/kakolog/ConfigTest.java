package kakolog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ConfigTest {
    @Test
    void the_defaults_suit_a_laptop() throws Config.Unusable {
        var config = Config.from(Map.of("HOME", "/home/hanako"));
        assertEquals("127.0.0.1", config.host());
        assertEquals(8080, config.port());
        assertEquals(Path.of("content"), config.content());
        assertEquals(Path.of("data"), config.data());
        assertTrue(config.publicUrl().isEmpty());
    }

    @Test
    void a_set_clock_runs_on_from_its_time() throws Config.Unusable {
        var clock = Config.from(Map.of("KAKOLOG_CLOCK", "2021-07-06T19:14:55+09:00"))
                .clock();
        var start = Instant.parse("2021-07-06T10:14:55Z");
        assertTrue(Duration.between(start, clock.instant()).toSeconds() < 60);
    }

    @Test
    void all_faults_are_told_at_once_each_with_its_mend() {
        var unusable = assertThrows(
                Config.Unusable.class,
                () -> Config.from(Map.of(
                        "KAKOLOG_PORT",
                        "70000",
                        "KAKOLOG_CLOCK",
                        "yesterday",
                        "KAKOLOG_PROT",
                        "8080",
                        "PATH",
                        "/bin")));
        assertEquals(
                List.of(
                        "KAKOLOG_PROT is no setting; known are CLOCK, CONTENT, DATA, DISCORD_BOT_TOKEN, DISCORD_CDN_URL,"
                                + " DISCORD_CLIENT_ID, DISCORD_CLIENT_SECRET, DISCORD_EVENT_CHANNEL_ID,"
                                + " DISCORD_GUILD_ID, DISCORD_MEDIA_URL, DISCORD_URL, HOST, ORGANIZER_ROLE,"
                                + " OUTAGE_GRACE, PORT, PUBLIC_URL, ROLE_TTL, TRUSTED_PROXIES, UPLOAD_LIMIT, and for"
                                + " secrets …_FILE",
                        "KAKOLOG_PORT is \"70000\"; set it to a port from 0 to 65535",
                        "KAKOLOG_CLOCK is \"yesterday\"; set it to a time as 2021-07-06T19:14:55+09:00"),
                String.valueOf(unusable.getMessage()).lines().toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kakolog.example",
                "ftp://kakolog.example",
                "https://kakolog.example/path",
                "https://user@kakolog.example",
                "https://kakolog.example?x",
                "https:///",
                "https://kakolog example"
            })
    void a_public_address_is_scheme_and_host_alone(String url) {
        assertThrows(Config.Unusable.class, () -> Config.from(Map.of("KAKOLOG_PUBLIC_URL", url)));
    }
}
