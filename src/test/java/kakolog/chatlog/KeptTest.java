package kakolog.chatlog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import kakolog.id.EventSlug;
import org.junit.jupiter.api.Test;

final class KeptTest {
    private static final EventSlug ONE = new EventSlug("2021-05-18");
    private static final EventSlug OTHER = new EventSlug("2021-06-01");

    private static Log log(EventSlug event, long version) {
        return new Log(event, "", "", null, null, null, Instant.EPOCH, version);
    }

    @Test
    void it_is_found_once_for_each_version_and_what_it_follows_from() {
        var found = new AtomicInteger();
        var kept = new Kept<Integer>(() -> Set.of(ONE, OTHER));
        assertEquals(1, kept.of(log(ONE, 1), "a", found::incrementAndGet));
        assertEquals(1, kept.of(log(ONE, 1), "a", found::incrementAndGet));
        assertEquals(2, kept.of(log(ONE, 1), "b", found::incrementAndGet));
        assertEquals(3, kept.of(log(ONE, 2), "b", found::incrementAndGet));
        assertEquals(4, kept.of(log(OTHER, 2), "b", found::incrementAndGet));
        assertEquals(3, kept.of(log(ONE, 2), "b", found::incrementAndGet));
    }

    @Test
    void all_who_ask_at_the_same_time_are_answered_by_one_search() throws Exception {
        var found = new AtomicInteger();
        var kept = new Kept<Integer>(() -> Set.of(ONE));
        var asked = new CountDownLatch(4);
        var threads = Executors.newFixedThreadPool(4);
        try {
            List<CompletableFuture<Integer>> answers = IntStream.range(0, 4)
                    .mapToObj(one -> CompletableFuture.supplyAsync(
                            () -> {
                                asked.countDown();
                                return kept.of(log(ONE, 1), () -> {
                                    // The first is not done before all the others have come.
                                    await(asked);
                                    return found.incrementAndGet();
                                });
                            },
                            threads))
                    .toList();
            for (var answer : answers) {
                assertEquals(1, answer.get(1, TimeUnit.MINUTES));
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertTrue(latch.await(1, TimeUnit.MINUTES));
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    @Test
    void of_a_log_that_is_gone_nothing_is_kept() {
        var found = new AtomicInteger();
        var there = new HashSet<EventSlug>(Set.of(ONE, OTHER));
        var kept = new Kept<Integer>(() -> there);
        assertEquals(1, kept.of(log(ONE, 1), found::incrementAndGet));
        there.remove(ONE);
        assertEquals(2, kept.of(log(OTHER, 1), found::incrementAndGet));
        assertEquals(3, kept.of(log(ONE, 1), found::incrementAndGet));
    }
}
