package kakolog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What a bare socket is answered, for requests that no decent client sends. */
public record Raw(int status, List<String> headers, String body) {

    /**
     * Sends these lines, and an empty one; the connection is closed after the answer.
     *
     * @param lines the request line and headers, in ISO 8859-1
     */
    public static Raw ask(RunningKakolog kakolog, String... lines) {
        return send(kakolog, String.join("\r\n", lines) + "\r\nConnection: close\r\n\r\n");
    }

    /** Sends this as it is. */
    public static Raw send(RunningKakolog kakolog, String request) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), kakolog.port())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return of(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Raw of(String answer) {
        int end = answer.indexOf("\r\n\r\n");
        var head = List.of(answer.substring(0, end).split("\r\n", -1));
        int status = Integer.parseInt(head.get(0).split(" ", -1)[1]);
        return new Raw(status, head.subList(1, head.size()), answer.substring(end + 4));
    }

    /** The values of a header. */
    public List<String> header(String name) {
        return values(name).toList();
    }

    private Stream<String> values(String name) {
        var start = name.toLowerCase(Locale.ROOT) + ":";
        return headers.stream()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(start))
                .map(line -> line.substring(start.length()).strip());
    }
}
