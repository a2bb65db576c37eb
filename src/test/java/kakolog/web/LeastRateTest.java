package kakolog.web;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import kakolog.RunningKakolog;
import org.junit.jupiter.api.Test;

/** Each visitor is judged by their own bytes, while others are fast. In real time: it is about waiting. */
final class LeastRateTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Test
    void who_sends_too_slowly_is_let_go_though_another_is_fast() throws IOException {
        try (var kakolog = RunningKakolog.start();
                var slow = new Socket(InetAddress.getLoopbackAddress(), kakolog.port())) {
            var head = "POST /language HTTP/1.1\r\nHost: 127.0.0.1:" + kakolog.port()
                    + "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 16000\r\n\r\n";
            slow.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            long begun = System.nanoTime();
            while (!isLetGo(slow)) {
                assertTrue(System.nanoTime() - begun < PATIENCE.toNanos(), "still held after " + PATIENCE);
                // More than the slow one may send, from another: that excuses nobody.
                kakolog.get("/search?q=QUIC");
                LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
            }
        }
    }

    /** Sends a little more, and looks whether there is an answer or an end. */
    private static boolean isLetGo(Socket slow) {
        try {
            slow.getOutputStream().write('a');
            return slow.getInputStream().available() > 0;
        } catch (IOException closed) {
            return true;
        }
    }
}
