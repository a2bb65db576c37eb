package kakolog.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import kakolog.Login;

/** One who asks for a page after another. */
final class Visitor {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** The page as a browser gets it, packed where the server packs it. */
    HttpResponse<byte[]> get(URI address, String... headers) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(address).timeout(PATIENCE);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), BodyHandlers.ofByteArray());
    }

    /** The page's bytes, unpacked; anything but a 200 ends the benchmark. */
    byte[] page(URI address) throws IOException, InterruptedException {
        var response = get(address);
        if (response.statusCode() != 200) {
            throw new IOException(address + " answers " + response.statusCode());
        }
        return response.body();
    }

    /** What a change by this session carries. */
    String csrf(Server kakolog, String cookie) throws IOException, InterruptedException {
        var me = new String(get(kakolog.at("/api/me"), "Cookie", cookie).body(), StandardCharsets.UTF_8);
        return me.replaceFirst("(?s).*\"csrf\":\"([^\"]+)\".*", "$1");
    }

    /** Sends a file as a material of an event; the form's head and tail around the file, which is read while it is sent. */
    void upload(Server kakolog, String cookie, String event, Path file) throws IOException, InterruptedException {
        var head = "--kako\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + file.getFileName()
                + "\"\r\n\r\n";
        var request = HttpRequest.newBuilder(kakolog.at("/api" + event + "/materials"))
                .headers("Cookie", cookie, "X-CSRF-Token", csrf(kakolog, cookie))
                .header("Content-Type", "multipart/form-data; boundary=kako")
                .POST(BodyPublishers.concat(
                        BodyPublishers.ofString(head),
                        BodyPublishers.ofFile(file),
                        BodyPublishers.ofString("\r\n--kako--\r\n")))
                .build();
        var answer = client.send(request, BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException("the upload of " + file + " is answered with " + answer.body());
        }
    }

    /** Asks for a page until these words stand on it, for two minutes at most. */
    void awaitPage(URI address, String words, String cookie) throws IOException, InterruptedException {
        for (int attempt = 0; attempt < 1200; attempt++) {
            var page = new String(get(address, "Cookie", cookie).body(), StandardCharsets.UTF_8);
            if (page.contains(words)) {
                return;
            }
            Thread.sleep(100);
        }
        throw new IOException(address + " never says " + words);
    }

    /** Sets a viewing URL as an organizer of this session. */
    void setStream(Server kakolog, String cookie, String event) throws IOException, InterruptedException {
        var csrf = csrf(kakolog, cookie);
        var request = HttpRequest.newBuilder(kakolog.at("/api" + event + "/stream"))
                .headers("Cookie", cookie, "X-CSRF-Token", csrf, "Content-Type", "application/json")
                .PUT(BodyPublishers.ofString("{\"url\":\"https://stream.example/\"}"))
                .build();
        int status = client.send(request, BodyHandlers.discarding()).statusCode();
        if (status != 200) {
            throw new IOException("setting the viewing URL answers " + status);
        }
    }

    /** The cookie of one who has gone through Discord's page. */
    String signIn(Server kakolog, String name) throws IOException, InterruptedException {
        var left = get(kakolog.at("/login/discord"));
        var chosen = get(URI.create(location(left) + "&as=" + name));
        var back = get(URI.create(location(chosen)), "Cookie", Login.cookie(left, "kakolog-login"));
        return Login.cookie(back, "kakolog");
    }

    private static String location(HttpResponse<?> answer) {
        return answer.headers().firstValue("Location").orElseThrow();
    }

    /** The tag of the packed page. */
    String tag(URI address) throws IOException, InterruptedException {
        return get(address, "Accept-Encoding", "gzip")
                .headers()
                .firstValue("ETag")
                .orElseThrow();
    }

    /** Asks again and again until the server, just started, answers. */
    static void waitFor(Server server, String path) throws IOException, InterruptedException {
        var visitor = new Visitor();
        for (int attempt = 0; attempt < 500 && server.isRunning(); attempt++) {
            try {
                visitor.page(server.at(path));
                return;
            } catch (java.net.ConnectException notYet) {
                Thread.sleep(10);
            }
        }
        throw new IOException(server.at(path) + " never answered");
    }
}
