package kakolog.discord;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.stream.Stream;
import kakolog.demo.Community;
import kakolog.demo.Fault;
import kakolog.demo.Person;
import kakolog.id.Snowflake;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class FaultsTest {
    private final TestDiscord test = new TestDiscord();

    @AfterEach
    void close() {
        test.close();
    }

    static Stream<Fault> nonsense() {
        return Stream.of(
                Fault.HTML_200, Fault.HALF_JSON, Fault.EMPTY, Fault.TWO_MEGABYTES, Fault.REDIRECT, Fault.CLOUDFLARE);
    }

    @ParameterizedTest
    @MethodSource("nonsense")
    void nonsense_says_nothing_about_a_member(Fault fault) {
        test.standIn.failAlways(fault);
        TestDiscord.unclear(test.member(Person.TARO));
        assertEquals(1, test.standIn.count(TestDiscord.MEMBERS), "not asked again");
        assertEquals(0, test.standIn.count("/elsewhere"), "no redirect followed");
    }

    @ParameterizedTest
    @MethodSource("nonsense")
    void nor_about_a_sign_in(Fault fault) throws Exception {
        var authorization = test.discord.authorization("state", TestDiscord.CALLBACK);
        var code = test.codeOf(Person.TARO, authorization);
        test.standIn.failAlways(fault);
        TestDiscord.unclear(test.discord.signIn(code, authorization.verifier(), TestDiscord.CALLBACK));
    }

    @Test
    void silence_is_unclear_and_not_waited_for_again() throws Exception {
        try (var impatient = test.impatient()) {
            var authorization = impatient.authorization("state", TestDiscord.CALLBACK);
            var code = test.codeOf(Person.TARO, authorization);
            test.standIn.failAlways(Fault.SILENT);
            TestDiscord.unclear(impatient.member(Community.GUILD, Person.TARO.id()));
            TestDiscord.unclear(impatient.signIn(code, authorization.verifier(), TestDiscord.CALLBACK));
            assertEquals(2, test.standIn.count("/api"));
        }
    }

    @Test
    void another_members_roles_are_not_taken_for_ones_own() {
        test.standIn.failNext(Fault.WRONG_USER);
        TestDiscord.unclear(test.member(Person.JIRO));
    }

    @Test
    void a_server_error_is_tried_three_times() {
        test.standIn.failAlways(Fault.SERVER_ERROR);
        TestDiscord.unclear(test.member(Person.TARO));
        assertEquals(3, test.standIn.count(TestDiscord.MEMBERS));
    }

    @Test
    void a_short_failure_is_not_noticed() {
        test.standIn.failNext(Fault.SERVER_ERROR);
        test.standIn.failNext(Fault.DROPPED);
        assertInstanceOf(Reply.Known.class, test.member(Person.TARO));
        assertEquals(new Calls(1, 0, 0, 0, 0), test.discord.calls());
    }

    @Test
    void nobody_listening_is_unclear_and_coming_back_is_noticed() {
        assertInstanceOf(Reply.Known.class, test.member(Person.TARO));
        test.standIn.stop();
        TestDiscord.unclear(test.member(Person.TARO));
        test.standIn.start();
        assertInstanceOf(Reply.Known.class, test.member(Person.TARO));
    }

    @Test
    void a_refused_bot_token_stops_all_calls_of_the_bot_for_a_minute() {
        test.standIn.failNext(Fault.UNAUTHORIZED);
        assertInstanceOf(Reply.OurFault.class, test.member(Person.TARO));
        test.clock.advance(Duration.ofSeconds(59));
        assertInstanceOf(Reply.OurFault.class, test.member(Person.TARO));
        assertInstanceOf(Reply.OurFault.class, test.discord.roles(Community.GUILD));
        assertEquals(1, test.standIn.count("/api"));
        test.clock.advance(Duration.ofSeconds(1));
        assertInstanceOf(Reply.Known.class, test.member(Person.TARO));
    }

    @Test
    void a_refused_bot_token_does_not_stop_a_sign_in() throws Exception {
        test.standIn.failNext(Fault.UNAUTHORIZED);
        test.member(Person.TARO);
        var authorization = test.discord.authorization("state", TestDiscord.CALLBACK);
        var code = test.codeOf(Person.TARO, authorization);
        var reply = test.discord.signIn(code, authorization.verifier(), TestDiscord.CALLBACK);
        assertInstanceOf(Reply.Known.class, reply);
    }

    @Test
    void a_server_that_the_bot_is_not_in_is_our_fault() {
        assertInstanceOf(Reply.OurFault.class, test.discord.guild(new Snowflake(1)));
        assertInstanceOf(Reply.OurFault.class, test.discord.roles(new Snowflake(1)));
        assertInstanceOf(Reply.OurFault.class, test.discord.member(new Snowflake(1), Person.TARO.id()));
        test.standIn.failNext(Fault.MISSING_ACCESS);
        assertInstanceOf(Reply.OurFault.class, test.member(Person.TARO));
    }

    @Test
    void many_refusals_stop_all_calls_before_the_address_is_banned() {
        try (var discord = test.with(test.standIn.credentials(), 3)) {
            for (int i = 0; i < 3; i++) {
                assertInstanceOf(Reply.OurFault.class, discord.member(new Snowflake(1), Person.TARO.id()));
            }
            var held = TestDiscord.unclear(discord.member(Community.GUILD, Person.TARO.id()));
            assertTrue(held.retryAfter() != null && held.retryAfter().compareTo(Duration.ofSeconds(50)) > 0);
            assertEquals(3, test.standIn.count("/api"));
            test.clock.advance(Duration.ofMinutes(11));
            assertInstanceOf(Reply.Known.class, discord.member(Community.GUILD, Person.TARO.id()));
        }
    }

    @Test
    void an_interrupted_caller_gets_an_unclear_reply_and_keeps_its_flag() {
        Thread.currentThread().interrupt();
        TestDiscord.unclear(test.member(Person.TARO));
        assertTrue(Thread.interrupted());
    }
}
