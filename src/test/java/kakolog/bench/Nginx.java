package kakolog.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** The measure of a file server: nginx with the very bytes of our pages, compressed beforehand as well. */
final class Nginx {
    private static final String GATE = """
            location /gated/ { auth_request /ask; rewrite ^/gated(/.*)$ $1 break; tcp_nopush off; }
                location = /ask {
                  internal;
                  proxy_pass http://backend/;
                  proxy_pass_request_body off;
                  proxy_set_header Content-Length "";
                  proxy_set_header Connection "";
                  proxy_http_version 1.1;
                }
            """;
    /** The smallest there is: nginx itself. */
    private static final String BACKEND = """
              upstream backend { server 127.0.0.1:%d; keepalive 32; keepalive_requests 100000000; }
              server { listen 127.0.0.1:%d; location / { return 204; } }
            """;

    private final Path folder;
    private final Cores cores;
    private final Processes processes;

    Nginx(Path folder, Cores cores, Processes processes) {
        this.folder = folder;
        this.cores = cores;
        this.processes = processes;
    }

    /** The command, or nothing where it is not installed: Debian keeps it where only root's path leads. */
    static String command() throws InterruptedException {
        for (var name : List.of("nginx", "/usr/sbin/nginx", "/usr/local/sbin/nginx")) {
            if (Commands.exists(name, "-v")) {
                return name;
            }
        }
        return "";
    }

    /** Keeps a page under this name, for {@code /name}. */
    void keep(String name, byte[] page) throws IOException {
        var root = Files.createDirectories(folder.resolve("root"));
        Files.write(root.resolve(name), page);
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed) {
            {
                def.setLevel(Deflater.BEST_COMPRESSION);
            }
        }) {
            gzip.write(page);
        }
        Files.write(root.resolve(name + ".gz"), packed.toByteArray());
    }

    /** Serving at {@code /name}. */
    Server serve(String command) throws IOException, InterruptedException {
        return serve(command, false);
    }

    /**
     * The same, and at {@code /gated/name} after asking a small backend for each request; the files are not sent in whole
     * packets alone then, since it waits for 44 ms with exactly 64 KB otherwise.
     */
    Server serveGated(String command) throws IOException, InterruptedException {
        return serve(command, true);
    }

    /** Whether it can ask a backend at all. */
    static boolean canAsk(String command) throws IOException {
        var version =
                new ProcessBuilder(command, "-V").redirectErrorStream(true).start();
        return new String(version.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .contains("http_auth_request_module");
    }

    private Server serve(String command, boolean asksFirst) throws IOException, InterruptedException {
        int port = freePort();
        var configuration = Files.writeString(folder.resolve("nginx.conf"), configuration(port, freePort(), asksFirst));
        var words = List.of(command, "-p", folder.toString(), "-c", configuration.toString());
        var process = processes.start(new ProcessBuilder(cores.pinned(Cores.OF_SERVERS, words))
                .redirectOutput(Redirect.DISCARD)
                .redirectError(folder.resolve("nginx.log").toFile()));
        var server = new Server(process, URI.create("http://127.0.0.1:" + port));
        Visitor.waitFor(server, asksFirst ? "/gated/home.html" : "/home.html");
        return server;
    }

    /** In the foreground, so that its process is ours to end; as root it would otherwise give up the right to read our files. */
    private static String configuration(int port, int backend, boolean asksFirst) {
        var user = "root".equals(System.getProperty("user.name")) ? "user root;\n" : "";
        var places = Stream.of("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
                .map(name -> "  " + name + "_temp_path temp_" + name + ";\n")
                .reduce("", String::concat);
        return user
                + """
                daemon off;
                worker_processes 1;
                pid nginx.pid;
                error_log stderr warn;
                events { worker_connections 256; }
                http {
                  access_log off;
                  sendfile on;
                  tcp_nopush on;
                  etag on;
                  gzip_static on;
                  keepalive_requests 100000000;
                  types { text/html html; }
                  charset utf-8;
                %s  server { listen 127.0.0.1:%d; root root; %s }
                %s}
                """.formatted(
                        places, port, asksFirst ? GATE : "", asksFirst ? BACKEND.formatted(backend, backend) : "");
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
