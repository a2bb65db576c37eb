package kakolog.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import kakolog.RunningKakolog;
import org.junit.jupiter.api.Test;

final class PortTest {
    @Test
    void the_port_that_was_set_is_the_one_that_is_open() throws IOException {
        int free;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }
        try (var kakolog =
                RunningKakolog.withDiscord(Path.of("content"), Map.of("KAKOLOG_PORT", String.valueOf(free)))) {
            assertEquals(free, kakolog.port());
            assertEquals(200, kakolog.get("/healthz").statusCode());
        }
    }
}
