package kakolog.discord;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import kakolog.demo.Community;
import kakolog.demo.Fault;
import kakolog.demo.Person;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class RateLimitsTest {
    private final TestDiscord test = new TestDiscord();

    @AfterEach
    void close() {
        test.close();
    }

    @Test
    void a_short_wait_is_waited_for() {
        test.standIn.failNext(Fault.rateLimited(0.3));
        long before = System.nanoTime();
        assertInstanceOf(Reply.Known.class, test.member(Person.TARO));
        assertTrue(System.nanoTime() - before >= 300_000_000);
        assertEquals(2, test.standIn.count("/api"));
        assertEquals(1, test.discord.calls().rateLimited());
    }

    @Test
    void a_long_wait_is_told_at_once_and_obeyed() {
        test.standIn.failNext(Fault.rateLimited(30));
        assertEquals(
                Duration.ofSeconds(30),
                TestDiscord.unclear(test.member(Person.TARO)).retryAfter());
        test.clock.advance(Duration.ofSeconds(20));
        assertEquals(
                Duration.ofSeconds(10),
                TestDiscord.unclear(test.member(Person.JIRO)).retryAfter());
        assertEquals(1, test.standIn.count("/api"));
        assertInstanceOf(Reply.Known.class, test.discord.roles(Community.GUILD), "other routes go on");
        test.clock.advance(Duration.ofSeconds(10));
        assertInstanceOf(Reply.Known.class, test.member(Person.TARO));
    }

    @Test
    void a_global_limit_stops_all_routes() {
        test.standIn.failNext(Fault.globallyRateLimited(30));
        test.member(Person.TARO);
        assertEquals(
                Duration.ofSeconds(30),
                TestDiscord.unclear(test.discord.roles(Community.GUILD)).retryAfter());
        assertEquals(1, test.standIn.count("/api"));
    }

    @Test
    void a_ban_without_headers_stops_all_routes_for_a_minute() {
        test.standIn.failNext(Fault.HTML_RATE_LIMITED);
        assertEquals(
                Duration.ofMinutes(1),
                TestDiscord.unclear(test.member(Person.TARO)).retryAfter());
        TestDiscord.unclear(test.discord.roles(Community.GUILD));
        assertEquals(1, test.standIn.count("/api"));
    }

    @Test
    void a_clock_set_back_does_not_prolong_a_wait() {
        test.standIn.failNext(Fault.rateLimited(30));
        test.member(Person.TARO);
        test.clock.set("2020-01-01T00:00:00+09:00");
        var left = TestDiscord.unclear(test.member(Person.TARO)).retryAfter();
        assertTrue(left != null && left.compareTo(Duration.ofSeconds(30)) <= 0);
    }

    @Test
    void many_callers_stay_within_what_the_headers_allow() throws Exception {
        test.standIn.limit(2, Duration.ofMillis(300));
        assertAllKnown(8, () -> test.discord.roles(Community.GUILD));
        assertEquals(0, test.discord.calls().rateLimited());
        assertEquals(8, test.standIn.count("/api"));
    }

    @Test
    void member_checks_keep_a_pace_of_ten_a_second() throws Exception {
        long before = System.nanoTime();
        assertAllKnown(11, () -> test.member(Person.TARO));
        assertTrue(System.nanoTime() - before >= 990_000_000);
    }

    private static <T> void assertAllKnown(int callers, Callable<Reply<T>> question) throws Exception {
        var threads = Executors.newFixedThreadPool(callers);
        try {
            var replies = new ArrayList<Future<Reply<T>>>();
            for (int i = 0; i < callers; i++) {
                replies.add(threads.submit(question));
            }
            for (var reply : replies) {
                assertInstanceOf(Reply.Known.class, reply.get());
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
