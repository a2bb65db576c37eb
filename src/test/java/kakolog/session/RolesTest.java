package kakolog.session;

import static kakolog.demo.Person.HANAKO;
import static kakolog.demo.Person.JIRO;
import static kakolog.demo.Person.KEN;
import static kakolog.demo.Person.MIO;
import static kakolog.demo.Person.RIN;
import static kakolog.demo.Person.SAKURA;
import static kakolog.demo.Person.TARO;
import static kakolog.demo.Person.YUI;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import kakolog.As;
import kakolog.RunningKakolog;
import kakolog.demo.Community;
import kakolog.demo.Fault;
import kakolog.demo.Person;
import kakolog.id.Snowflake;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Roles on Discord, and from when to when they count here. */
final class RolesTest {
    private static final String EVENT = "/events/2021-07-06";
    private static final String MEMBERS = "/api/v10/guilds/" + Community.GUILD + "/members/";
    private static final Duration STALE = Duration.ofSeconds(61);
    private static final Duration BEYOND_GRACE = Duration.ofSeconds(661);

    private static RunningKakolog kakolog;

    @BeforeAll
    static void start() {
        kakolog = RunningKakolog.withDiscord();
        kakolog.clock().set("2021-07-03T00:00:00+09:00");
        Person.CAST.forEach(kakolog::as);
    }

    @BeforeEach
    void an_hour_later_all_is_well() {
        kakolog.discord().start();
        kakolog.discord().recover();
        kakolog.community().reset();
        kakolog.clock().advance(Duration.ofHours(1));
    }

    @AfterAll
    static void stop() {
        kakolog.close();
    }

    // How long a check counts.

    @Test
    void a_thousand_requests_within_three_quarters_of_a_minute_ask_discord_once() {
        int before = kakolog.discord().count(MEMBERS + TARO.id());
        for (int request = 0; request < 1_000; request++) {
            assertEquals(404, watch(TARO));
            kakolog.clock().advance(Duration.ofMillis(44));
        }
        assertEquals(before + 1, kakolog.discord().count(MEMBERS + TARO.id()));
    }

    @Test
    void in_the_last_quarter_the_check_is_renewed_beside_the_request() {
        assertTrue(isLetIn(TARO));
        kakolog.community().take(TARO, Community.ROLE_OF_JULY);
        kakolog.clock().advance(Duration.ofSeconds(46));
        assertTrue(isLetIn(TARO));
        soon(() -> watch(TARO) == 403);
    }

    @Test
    void after_a_minute_a_request_waits_for_the_new_check() {
        assertTrue(isLetIn(TARO));
        assertTrue(isLetIn(SAKURA));
        assertEquals(403, watch(JIRO));
        kakolog.community().take(TARO, Community.ROLE_OF_JULY);
        kakolog.community().endBoosting(SAKURA);
        kakolog.community().give(JIRO, Community.ROLE_OF_JULY);
        kakolog.clock().advance(STALE);
        assertEquals(403, watch(TARO));
        assertEquals(403, watch(SAKURA));
        assertTrue(isLetIn(JIRO));
    }

    @Test
    void a_clock_that_is_turned_back_makes_no_old_check_young() {
        assertTrue(isLetIn(TARO));
        kakolog.community().take(TARO, Community.ROLE_OF_JULY);
        kakolog.clock().advance(Duration.ofMinutes(-30));
        assertEquals(403, watch(TARO));
    }

    @Test
    void two_browsers_of_one_person_make_one_call() {
        var browsers = List.of(kakolog.as(TARO), kakolog.signIn(TARO));
        kakolog.clock().advance(STALE);
        int before = kakolog.discord().count(MEMBERS + TARO.id());
        var asking = Stream.of(0, 1, 0, 1, 0, 1, 0, 1)
                .map(browser -> CompletableFuture.supplyAsync(
                        () -> browsers.get(browser).get(EVENT + "/watch").statusCode()))
                .toList();
        asking.forEach(answer -> assertEquals(404, answer.join()));
        assertEquals(before + 1, kakolog.discord().count(MEMBERS + TARO.id()));
    }

    // While Discord fails.

    @Test
    void while_discord_is_down_the_last_answer_counts_ten_minutes_more_and_then_nobody_can_tell() {
        assertTrue(isLetIn(TARO));
        assertEquals(200, desk());
        kakolog.discord().stop();
        kakolog.clock().advance(Duration.ofSeconds(655));
        assertTrue(isLetIn(TARO));
        assertEquals(200, desk());
        kakolog.clock().advance(Duration.ofSeconds(6));
        var gated = kakolog.as(TARO).get(EVENT + "/watch");
        assertEquals(503, gated.statusCode());
        assertTrue(gated.headers().firstValueAsLong("Retry-After").orElse(0) > 0);
        assertTrue(gated.body().contains("あなたの権限がなくなったわけではありません"));
        assertEquals(503, desk());
        for (var path :
                List.of("/", "/events", EVENT, "/topics", "/search?q=QUIC", "/api/events", "/api" + EVENT, "/me")) {
            assertEquals(200, kakolog.as(TARO).get(path).statusCode(), path);
            assertEquals(path.equals("/me") ? 302 : 200, kakolog.get(path).statusCode(), path);
        }
        var problem = kakolog.as(HANAKO).send("PUT", "/api" + EVENT + "/stream", "{\"url\":\"https://x.example/\"}");
        assertEquals(503, problem.statusCode());
        assertTrue(problem.headers().firstValue("Content-Type").orElse("").startsWith("application/problem+json"));
        assertTrue(problem.headers().firstValueAsLong("Retry-After").orElse(0) > 0);

        kakolog.discord().start();
        kakolog.clock().advance(Duration.ofSeconds(6));
        assertTrue(isLetIn(TARO));
        assertEquals(200, desk());
    }

    @Test
    void a_page_that_could_not_tell_tells_again_once_discord_answers() {
        kakolog.discord().stop();
        assertTrue(kakolog.as(TARO).get(EVENT).body().contains("data-watch=\"unclear\""));
        kakolog.discord().start();
        kakolog.clock().advance(Duration.ofSeconds(6));
        assertTrue(kakolog.as(TARO).get(EVENT).body().contains("data-watch=\"wait\""));
    }

    static Stream<Fault> faults() {
        return Stream.of(
                Fault.rateLimited(30),
                Fault.globallyRateLimited(30),
                Fault.HTML_RATE_LIMITED,
                Fault.SERVER_ERROR,
                Fault.HTML_200,
                Fault.HALF_JSON,
                Fault.EMPTY,
                Fault.DROPPED,
                Fault.TWO_MEGABYTES,
                Fault.REDIRECT,
                Fault.UNAUTHORIZED,
                Fault.MISSING_ACCESS,
                Fault.CLOUDFLARE,
                Fault.WRONG_USER);
    }

    @ParameterizedTest
    @MethodSource("faults")
    void a_fault_of_discord_neither_gives_a_right_nor_takes_one(Fault fault) {
        assertTrue(isLetIn(TARO));
        assertEquals(403, watch(JIRO));
        kakolog.discord().failAlways(fault);
        kakolog.community().take(TARO, Community.ROLE_OF_JULY);
        kakolog.community().give(JIRO, Community.ROLE_OF_JULY);
        kakolog.clock().advance(STALE);
        var both = List.of(TARO, JIRO);
        assertEquals(List.of(404, 403), watchAtOnce(both));
        kakolog.clock().advance(BEYOND_GRACE);
        assertEquals(List.of(503, 503), watchAtOnce(both));
        assertEquals(503, kakolog.as(JIRO).get("/organize").statusCode());
        kakolog.discord().recover();
        kakolog.clock().advance(Duration.ofMinutes(2));
        assertEquals(List.of(403, 404), watchAtOnce(both));
    }

    @Test
    void a_list_of_roles_that_fails_takes_nothing() {
        assertTrue(isLetIn(TARO));
        kakolog.community().deleteRole(Community.ROLE_OF_JULY);
        kakolog.discord().failAlways(Fault.MISSING_ACCESS.on("/api/v10/guilds/" + Community.GUILD + "/roles"));
        kakolog.clock().advance(STALE);
        assertTrue(isLetIn(TARO));
        kakolog.discord().recover();
        kakolog.clock().advance(STALE);
        assertTrue(isLetIn(TARO));
    }

    // Which role is which.

    @Test
    void of_two_roles_of_the_same_name_the_older_counts() {
        var older = kakolog.community().createRole("2021-04-06");
        var newer = kakolog.community().createRole("2021-04-06");
        kakolog.community().give(JIRO, older);
        kakolog.community().give(YUI, newer);
        assertEquals(404, kakolog.as(JIRO).get("/events/2021-04-06/watch").statusCode());
        assertEquals(403, kakolog.as(YUI).get("/events/2021-04-06/watch").statusCode());
    }

    @Test
    void a_later_role_of_the_same_name_gives_nothing() {
        assertTrue(isLetIn(TARO));
        kakolog.community().give(JIRO, kakolog.community().createRole("2021-07-06"));
        kakolog.community().give(YUI, kakolog.community().createRole("主催者"));
        kakolog.clock().advance(STALE);
        assertEquals(403, watch(JIRO));
        assertEquals(403, kakolog.as(YUI).get("/organize").statusCode());
    }

    @Test
    void a_role_of_a_moment_ago_counts_when_one_checks_again_by_hand() {
        var watched = "/events/2021-04-06/watch";
        assertEquals(403, kakolog.as(KEN).get(watched).statusCode());
        kakolog.community().give(JIRO, kakolog.community().createRole("2021-04-06"));
        assertEquals(303, kakolog.as(JIRO).post("/me/recheck").statusCode());
        // Let in; the evening is over, so there is nothing to watch.
        assertEquals(404, kakolog.as(JIRO).get(watched).statusCode());
    }

    @Test
    void names_that_only_look_like_it_give_nothing() {
        for (var name : List.of("2021-07-06 ", "２０２１-０７-０６", "2021-07-6", "2021-07-06\u200b", "主催者 ", "主催者\ufe0e")) {
            kakolog.community().give(JIRO, kakolog.community().createRole(name));
        }
        assertEquals(403, watch(JIRO));
        assertEquals(403, kakolog.as(JIRO).get("/organize").statusCode());
    }

    @Test
    void a_role_that_is_renamed_stays_what_it_was() {
        assertTrue(isLetIn(TARO));
        var other = kakolog.community().createRole("other");
        kakolog.community().give(JIRO, other);
        kakolog.community().renameRole(Community.ROLE_OF_JULY, "七夕の前の日");
        kakolog.community().renameRole(Community.ORGANIZER_ROLE, "世話人");
        kakolog.community().renameRole(other, "2021-07-06");
        kakolog.clock().advance(Duration.ofMinutes(12));
        assertTrue(isLetIn(TARO));
        assertEquals(200, desk());
        assertEquals(403, watch(JIRO));
    }

    @Test
    void a_server_may_have_250_roles() {
        while (kakolog.community().roles().size() < 250) {
            kakolog.community()
                    .give(
                            JIRO,
                            kakolog.community()
                                    .createRole("role "
                                            + kakolog.community().roles().size()));
        }
        assertEquals(403, watch(JIRO));
        assertTrue(isLetIn(TARO));
    }

    @Test
    void a_role_whose_name_is_the_id_of_the_organizers_role_gives_nothing() {
        var role = Community.ORGANIZER_ROLE;
        try (var byId =
                RunningKakolog.withDiscord(Path.of("content"), Map.of("KAKOLOG_ORGANIZER_ROLE", role.toString()))) {
            assertEquals(200, byId.as(HANAKO).get("/organize").statusCode());
            byId.community().deleteRole(role);
            byId.community().give(JIRO, byId.community().createRole(role.toString()));
            byId.clock().advance(STALE);
            assertEquals(403, byId.as(HANAKO).get("/organize").statusCode());
            assertEquals(403, byId.as(JIRO).get("/organize").statusCode());
        }
    }

    // What is remembered.

    @Test
    void a_right_outlives_its_role_and_a_restart() {
        assertTrue(isLetIn(TARO));
        assertEquals(403, watch(JIRO));
        kakolog.community().deleteRole(Community.ROLE_OF_JULY);
        kakolog.clock().advance(STALE);
        assertTrue(isLetIn(TARO));
        kakolog.restart();
        assertTrue(isLetIn(TARO));
        var again = kakolog.community().createRole("2021-07-06");
        kakolog.community().give(JIRO, again);
        kakolog.clock().advance(STALE);
        assertTrue(isLetIn(TARO));
        assertEquals(403, watch(JIRO));
    }

    @Test
    void what_was_taken_away_stays_away_after_a_restart_and_without_the_role() {
        assertTrue(isLetIn(TARO));
        kakolog.community().take(TARO, Community.ROLE_OF_JULY);
        kakolog.community().give(SAKURA, Community.ROLE_OF_JULY);
        kakolog.community().endBoosting(SAKURA);
        kakolog.clock().advance(STALE);
        assertEquals(403, watch(TARO));
        assertTrue(isLetIn(SAKURA));
        assertEquals(303, rule(kakolog.as(HANAKO), SAKURA, "revoke"));
        kakolog.restart();
        assertEquals(403, watch(TARO));
        assertEquals(403, watch(SAKURA));
        kakolog.community().deleteRole(Community.ROLE_OF_JULY);
        kakolog.clock().advance(STALE);
        assertEquals(403, watch(TARO));
        assertEquals(403, watch(SAKURA));
    }

    @Test
    void who_left_has_no_right_until_they_come_back_with_the_role() {
        assertTrue(isLetIn(TARO));
        kakolog.community().leave(TARO);
        kakolog.clock().advance(STALE);
        assertEquals(403, watch(TARO));
        kakolog.community().join(TARO);
        kakolog.clock().advance(STALE);
        assertEquals(403, watch(TARO));
        kakolog.community().give(TARO, Community.ROLE_OF_JULY);
        kakolog.clock().advance(STALE);
        assertTrue(isLetIn(TARO));
    }

    @Test
    void who_is_not_in_the_server_has_no_remembered_right_even_when_the_role_is_gone() {
        assertTrue(isLetIn(TARO));
        kakolog.community().deleteRole(Community.ROLE_OF_JULY);
        kakolog.community().leave(TARO);
        kakolog.clock().advance(STALE);
        assertEquals(403, watch(TARO));
    }

    @Test
    void an_organizer_takes_a_right_away_at_once_though_the_role_is_held_and_gives_it_back() {
        assertTrue(isLetIn(TARO));
        assertEquals(303, rule(kakolog.as(HANAKO), TARO, "revoke"));
        assertEquals(403, watch(TARO));
        kakolog.clock().advance(STALE);
        assertEquals(403, watch(TARO));
        kakolog.community().take(TARO, Community.ROLE_OF_JULY);
        kakolog.clock().advance(STALE);
        assertEquals(403, watch(TARO));
        kakolog.community().give(TARO, Community.ROLE_OF_JULY);
        kakolog.clock().advance(STALE);
        assertEquals(403, watch(TARO));
        // Only the word for it gives a right back.
        assertEquals(400, rule(kakolog.as(HANAKO), TARO, "revoked"));
        assertEquals(400, rule(kakolog.as(HANAKO), TARO, ""));
        assertEquals(403, watch(TARO));
        assertTrue(record().contains("太郎 の 2021-07-06 の参加者の権限を取り消しました"));
        assertEquals(303, rule(kakolog.as(HANAKO), TARO, "restore"));
        assertTrue(isLetIn(TARO));
        var noted = record();
        // Said twice, it changes nothing, and is no change.
        assertEquals(303, rule(kakolog.as(HANAKO), TARO, "restore"));
        assertEquals(noted, record());
    }

    @Test
    void an_organizers_word_gives_no_right_to_who_never_had_one() {
        assertEquals(303, rule(kakolog.as(HANAKO), MIO, "restore"));
        assertEquals(303, rule(kakolog.as(HANAKO), RIN, "restore"));
        assertEquals(403, watch(MIO));
        assertEquals(403, watch(RIN));
    }

    @Test
    void who_is_no_organizer_any_more_is_refused_at_the_desk_within_a_minute() {
        assertEquals(200, desk());
        kakolog.community().take(HANAKO, Community.ORGANIZER_ROLE);
        kakolog.clock().advance(STALE);
        assertEquals(403, desk());
        assertEquals(403, rule(kakolog.as(HANAKO), KEN, "revoke"));
    }

    // Who they are.

    @Test
    void an_id_that_needs_all_64_bits_is_one_like_any_other() {
        var kyoko = new Person(new Snowflake(-2L), "kyoko", "杏子", null);
        kakolog.community().join(kyoko);
        kakolog.community().give(kyoko, Community.ROLE_OF_JULY);
        assertTrue(isLetIn(kyoko));
        assertTrue(kakolog.as(kyoko).get("/api/me").body().contains("\"id\":\"18446744073709551614\""));
        assertEquals(303, rule(kakolog.as(HANAKO), kyoko, "revoke"));
        assertEquals(403, watch(kyoko));
    }

    @Test
    void who_has_set_no_name_and_no_picture_is_called_by_their_account() {
        assertTrue(kakolog.as(YUI).get("/api/me").body().contains("\"name\":\"yui\""));
        assertEquals(200, kakolog.as(YUI).get("/me").statusCode());
    }

    private static int rule(As organizer, Person person, String right) {
        return organizer
                .post(
                        "/organize" + EVENT + "/participants",
                        "person",
                        person.id().toString(),
                        "right",
                        right)
                .statusCode();
    }

    private static String record() {
        return kakolog.as(HANAKO).get("/organize/record").body();
    }

    private static int desk() {
        return kakolog.as(HANAKO).get("/organize").statusCode();
    }

    /** 404 for who is let in, since nothing is shown at that hour; 403 for who is not, 503 where nobody can tell. */
    private static int watch(Person person) {
        return kakolog.as(person).get(EVENT + "/watch").statusCode();
    }

    private static boolean isLetIn(Person person) {
        return watch(person) == 404;
    }

    private static List<Integer> watchAtOnce(List<Person> people) {
        var asking = new ArrayList<CompletableFuture<Integer>>();
        people.forEach(person -> asking.add(CompletableFuture.supplyAsync(() -> watch(person))));
        return asking.stream().map(CompletableFuture::join).toList();
    }

    /** What happens beside the request has happened a moment later. */
    private static void soon(BooleanSupplier happened) {
        long until = System.nanoTime() + Duration.ofSeconds(5).toNanos();
        while (!happened.getAsBoolean()) {
            assertFalse(System.nanoTime() > until, "has not happened within five seconds");
        }
    }
}
