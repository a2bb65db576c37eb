package kakolog.chatlog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kakolog.WrittenLog;
import kakolog.blob.BlobStore;
import kakolog.chat.Medium;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MediaKeeperTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "PREVIEW, https://media.discordapp.net/attachments/1/2/a.png, true",
        "PREVIEW, https://CDN.discordapp.com/a.png, true",
        "PREVIEW, event.json_Files/a.png, true",
        "PREVIEW, https://images-ext-1.discordapp.net/external/x/https/example.com/a.png, false",
        "PREVIEW, https://example.com/media.discordapp.net, false",
        "PREVIEW, https://media.discordapp.net.example.com/a.png, false",
        "PREVIEW, https://[, false",
        "PREVIEW, https:///a.png, false",
        "ATTACHMENT, https://example.com/a.png, true",
        "AVATAR, https://example.com/a.png, true"
    })
    void the_preview_that_another_server_has_is_no_loss(Medium.Kind kind, String location, boolean wanted) {
        try (var keeper = new MediaKeeper(new BlobStore(folder), Servers.REAL.all(), 1_000)) {
            assertEquals(wanted, keeper.wanted(new Medium("1", kind, "a.png", location)));
        }
    }

    private static HttpServer server(int status, List<String> asked) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.add(exchange.getRequestURI().getPath());
            boolean bad = exchange.getRequestURI().getPath().contains("bad");
            var body = bad ? new byte[0] : WrittenLog.png(1);
            exchange.sendResponseHeaders(bad ? status : 200, bad ? -1 : body.length);
            if (!bad) {
                exchange.getResponseBody().write(body);
            }
            exchange.close();
        });
        server.start();
        return server;
    }

    private static Medium at(HttpServer server, String host, String path) {
        var address = "http://" + host + ":" + server.getAddress().getPort() + path;
        return new Medium(host + path, Medium.Kind.ATTACHMENT, "a.png", address);
    }

    private Map<String, Copy> kept(List<Medium> media) throws InterruptedException {
        var servers = media.stream()
                .map(medium -> medium.address().resolve("/"))
                .map(address -> URI.create("http://" + address.getAuthority()))
                .collect(Collectors.toSet());
        try (var keeper = new MediaKeeper(new BlobStore(folder), servers, 1_000_000)) {
            return keeper.keep(media, medium -> Optional.empty(), share -> {});
        }
    }

    @ParameterizedTest
    @CsvSource({"400, expired", "403, expired", "404, expired", "410, expired", "415, expired", "302, not-allowed"})
    void a_server_that_refuses_some_is_asked_for_the_others(int status, String fault) throws Exception {
        var asked = new CopyOnWriteArrayList<String>();
        var server = server(status, asked);
        try {
            var media = Stream.of("/bad1", "/bad2", "/bad3", "/bad4", "/good")
                    .map(path -> at(server, "127.0.0.1", path))
                    .toList();
            var copies = kept(media);
            assertEquals(fault, copies.get("127.0.0.1/bad4").fault());
            assertNotNull(copies.get("127.0.0.1/good").blob());
        } finally {
            server.stop(0);
        }
    }

    @ParameterizedTest
    @CsvSource({"500", "503", "429"})
    void a_server_that_does_not_answer_is_left_alone_and_others_are_asked(int status) throws Exception {
        var asked = new CopyOnWriteArrayList<String>();
        var server = server(status, asked);
        try {
            var copies = kept(List.of(
                    at(server, "127.0.0.1", "/bad1"),
                    at(server, "127.0.0.1", "/bad2"),
                    at(server, "localhost", "/good1"),
                    at(server, "127.0.0.1", "/bad3"),
                    at(server, "127.0.0.1", "/good2"),
                    at(server, "localhost", "/good3")));
            assertEquals("unreachable", copies.get("127.0.0.1/good2").fault());
            assertEquals(List.of("/bad1", "/bad2", "/good1", "/bad3", "/good3"), asked);
        } finally {
            server.stop(0);
        }
    }
}
