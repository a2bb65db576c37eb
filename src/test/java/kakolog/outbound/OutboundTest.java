package kakolog.outbound;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class OutboundTest {
    private static final Limits LIMITS = new Limits(Duration.ofSeconds(3), Duration.ofSeconds(5), 1_000);

    private final HttpServer server;
    private final URI base;
    private final Outbound outbound;
    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicLong sent = new AtomicLong();
    private final CountDownLatch over = new CountDownLatch(1);

    OutboundTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool(work -> {
            var thread = new Thread(work);
            thread.setDaemon(true);
            return thread;
        }));
        server.createContext("/", exchange -> {
            asked.incrementAndGet();
            try (exchange) {
                switch (exchange.getRequestURI().getPath()) {
                    case "/moved" -> {
                        exchange.getResponseHeaders().set("Location", "/");
                        exchange.sendResponseHeaders(302, -1);
                    }
                    case "/trickle" -> {
                        exchange.sendResponseHeaders(200, 0);
                        exchange.getResponseBody().write('x');
                        exchange.getResponseBody().flush();
                        over.await();
                    }
                    case "/endless" -> {
                        exchange.sendResponseHeaders(200, 0);
                        while (over.getCount() > 0) {
                            exchange.getResponseBody().write(new byte[1_000]);
                            sent.addAndGet(1_000);
                        }
                    }
                    case "/full" -> {
                        exchange.sendResponseHeaders(200, 1_000);
                        exchange.getResponseBody().write(new byte[1_000]);
                    }
                    default -> {
                        var text = exchange.getProtocol() + " " + exchange.getRequestMethod() + " "
                                + exchange.getRequestHeaders().getFirst("User-Agent") + " "
                                + new String(exchange.getRequestBody().readAllBytes(), UTF_8);
                        exchange.getResponseHeaders().set("X-Some-Header", "1");
                        exchange.sendResponseHeaders(200, text.getBytes(UTF_8).length);
                        exchange.getResponseBody().write(text.getBytes(UTF_8));
                    }
                }
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        });
        server.start();
        base = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        outbound = new Outbound(Set.of(base), LIMITS);
    }

    @AfterEach
    void stop() {
        over.countDown();
        outbound.close();
        server.stop(0);
    }

    private Answer ask(String path) throws NoAnswer {
        return outbound.ask(Question.get(base.resolve(path), Map.of()));
    }

    private NoAnswer.Why whyNot(String path) {
        return assertThrows(NoAnswer.class, () -> ask(path)).why();
    }

    @Test
    void a_question_gets_its_answer() throws NoAnswer {
        var answer = outbound.ask(new Question("POST", base.resolve("/"), Map.of("User-Agent", "we"), "花"));
        assertEquals(200, answer.status());
        assertEquals("HTTP/1.1 POST we 花", answer.text());
        assertEquals("1", answer.header("x-some-HEADER").orElseThrow());
    }

    @Test
    void a_redirect_comes_back_as_it_is() throws NoAnswer {
        var answer = ask("/moved");
        assertEquals(302, answer.status());
        assertEquals("/", answer.header("Location").orElseThrow());
        assertEquals(1, asked.get());
    }

    @Test
    void only_the_servers_it_was_made_for_are_asked() {
        int port = base.getPort();
        for (var other : new String[] {"http://localhost:" + port, "https://127.0.0.1:" + port, "http://127.0.0.1:1"}) {
            var question = Question.get(URI.create(other + "/"), Map.of());
            var refused = assertThrows(NoAnswer.class, () -> outbound.ask(question));
            assertEquals(NoAnswer.Why.NOT_ALLOWED, refused.why());
        }
        var withUser = Question.get(URI.create("http://me@127.0.0.1:" + port + "/"), Map.of());
        assertThrows(IllegalArgumentException.class, () -> outbound.ask(withUser));
        assertEquals(0, asked.get());
    }

    @Test
    void a_public_name_that_leads_into_our_own_network_is_refused() throws Exception {
        var named = URI.create("http://discord.example:" + base.getPort());
        var good = InetAddress.getByName("162.159.137.232");
        for (var address : new String[] {"127.0.0.1", "10.0.0.1", "169.254.169.254", "::1", "fd00::1"}) {
            var bad = InetAddress.getByName(address);
            try (var rebound = new Outbound(Set.of(named), LIMITS, host -> new InetAddress[] {good, bad})) {
                var refused = assertThrows(NoAnswer.class, () -> rebound.ask(Question.get(named, Map.of())));
                assertEquals(NoAnswer.Why.NOT_ALLOWED, refused.why());
            }
        }
        assertEquals(0, asked.get());
    }

    @Test
    void a_loopback_name_may_lead_to_loopback_only() throws Exception {
        var named = URI.create("http://localhost:" + base.getPort());
        try (var local = new Outbound(Set.of(named), LIMITS)) {
            assertEquals(200, local.ask(Question.get(named, Map.of())).status());
        }
        var inside = InetAddress.getByName("192.168.0.1");
        try (var rebound = new Outbound(Set.of(named), LIMITS, host -> new InetAddress[] {inside})) {
            assertThrows(NoAnswer.class, () -> rebound.ask(Question.get(named, Map.of())));
        }
    }

    @Test
    void a_private_address_is_refused_even_where_it_was_given() {
        var inside = URI.create("http://192.168.0.1");
        try (var private_ = new Outbound(Set.of(inside), LIMITS)) {
            var refused = assertThrows(NoAnswer.class, () -> private_.ask(Question.get(inside, Map.of())));
            assertEquals(NoAnswer.Why.NOT_ALLOWED, refused.why());
        }
    }

    @Test
    void an_answer_beyond_the_cap_is_not_read_on() throws Exception {
        assertEquals(1_000, ask("/full").body().length);
        assertEquals(NoAnswer.Why.TOO_LARGE, whyNot("/endless"));
        // What the server sent meanwhile lies in the buffers of the connection, or was refused.
        assertTrue(sent.get() < 10_000_000, sent.toString());
    }

    @Test
    void an_answer_that_never_ends_is_too_slow() {
        var soon = new Limits(Duration.ofMillis(500), Duration.ofMillis(500), 1_000);
        try (var impatient = new Outbound(Set.of(base), soon)) {
            var question = Question.get(base.resolve("/trickle"), Map.of());
            var none = assertThrows(NoAnswer.class, () -> impatient.ask(question));
            assertEquals(NoAnswer.Why.TOO_SLOW, none.why());
        }
    }

    @Test
    void nobody_listening_is_told_apart() {
        server.stop(0);
        assertEquals(NoAnswer.Why.NOT_REACHED, whyNot("/"));
    }

    @Test
    void a_waiting_thread_may_be_interrupted() {
        Thread.currentThread().interrupt();
        assertEquals(NoAnswer.Why.INTERRUPTED, whyNot("/trickle"));
        assertTrue(Thread.interrupted());
    }

    @Test
    void no_text_tells_a_secret() {
        var question = Question.get(base.resolve("/path?secret=1"), Map.of("Authorization", "secret\nsecret"));
        assertFalse(question.toString().contains("secret"));
        var refused = assertThrows(IllegalArgumentException.class, () -> outbound.ask(question));
        assertFalse(String.valueOf(refused.getMessage()).contains("secret"));
        assertEquals(null, refused.getCause());
    }
}
