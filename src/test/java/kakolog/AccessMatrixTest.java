package kakolog;

import static kakolog.demo.Person.HANAKO;
import static kakolog.demo.Person.JIRO;
import static kakolog.demo.Person.KEN;
import static kakolog.demo.Person.MIO;
import static kakolog.demo.Person.RIN;
import static kakolog.demo.Person.SAKURA;
import static kakolog.demo.Person.TARO;
import static kakolog.demo.Person.YUI;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kakolog.demo.Person;
import kakolog.web.Route;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every address, and what it answers to whom: at 20:00 of 2021-07-06, while the viewing URL is shown. Taro takes part that
 * evening, Ken took part in another, Sakura boosts, Mio did, Jiro and Yui are members, Rin is not in the server.
 */
final class AccessMatrixTest {
    private static final String SECRET = "https://stream.example/matrix";

    /**
     * The route, a path and fields that it is asked with, and the answers. {@code pub} is kept and asked for again, {@code own}
     * is kept by nobody, {@code byt} is asked for again by whoever may have it, {@code imm} is kept for ever; a status with a star is kept by nobody, whatever its row says. What is
     * not 200 is kept by nobody.
     */
    private static final String TABLE = """
            GET    /                                      | /                                |                | pub |  200  200  200  200 200*  200 200*  200 200*
            GET    /pages/{name}                          | /pages/join                      |                | pub |  200  200  200  200  200  200  200  200  200
            GET    /pages/{name}                          | /pages/none                      |                | pub |  404  404  404  404  404  404  404  404  404
            GET    /events                                | /events                          |                | pub |  200  200  200  200  200  200  200  200  200
            GET    /events/{slug}.ics                     | /events/2021-07-06.ics           |                | pub |  200  200  200  200  200  200  200  200  200
            GET    /events/{slug}.ics                     | /events/2021-08-03.ics           |                | pub |  404  404  404  404  404  404  404  404  404
            GET    /events/{slug}                         | /events/2021-07-06               |                | pub |  200  200  200  200 200*  200 200*  200 200*
            GET    /events/{slug}                         | /events/2021-05-18               |                | pub |  200  200  200  200  200 200* 200*  200 200*
            GET    /events/{slug}                         | /events/2021-08-03               |                | own |  404  404  404  404  404  404  404  404  200
            GET    /events/{slug}                         | /events/2021-08-04               |                | own |  404  404  404  404  404  404  404  404  404
            GET    /events/{slug}/watch                   | /events/2021-07-06/watch         |                | own |  302  403  403  403  302  403  302  403  302
            GET    /events/{slug}/watch                   | /events/2021-05-18/watch         |                | own |  302  403  403  403  403  404  404  403  404
            GET    /events/{slug}/watch                   | /events/2021-08-03/watch         |                | own |  404  404  404  404  404  404  404  404  404
            POST   /events/{slug}/stream                  | /events/2021-07-06/stream        | url=%s         | own |  401  403  403  403  403  403  403  403  303
            POST   /events/{slug}/stream                  | /events/2021-08-03/stream        | url=           | own |  401  403  403  403  403  403  403  403  303
            POST   /events/{slug}/stream                  | /events/2021-08-04/stream        | url=           | own |  401  403  403  403  403  403  403  403  404
            POST   /events/{slug}/end                     | /events/2021-07-06/end           | again=1        | own |  401  403  403  403  403  403  403  403  303
            POST   /events/{slug}/end                     | /events/2021-08-03/end           |                | own |  401  403  403  403  403  403  403  403  409
            POST   /events/{slug}/materials               | /events/2021-05-18/materials   | file=@notiz.txt | own |  401  403  403  403  403  403  403  403  303
            POST   /events/{slug}/materials               | /events/2021-08-04/materials   | file=@notiz.txt | own |  401  403  403  403  403  403  403  403  404
            POST   /events/{slug}/materials               | /events/2021-05-18/materials   | file=@lies.exe  | own |  401  403  403  403  403  403  403  403  415
            POST   /api/events/{slug}/materials           | /api/events/2021-05-18/materials | file=@notiz.txt | own |  401  403  403  403  403  403  403  403  200
            POST   /api/events/{slug}/materials           | /api/events/2021-05-18/materials | file=@lies.exe  | own |  401  403  403  403  403  403  403  403  415
            GET    /events/{slug}/materials/{name}        | /events/2021-05-18/materials/folien.pdf | | byt |  401  403  403  403  403  200  200  403  200
            GET    /events/{slug}/materials/{name}        | /events/2021-05-18/materials/folien.pdf?rev=1 | | byt |  401  403  403  403  403  200  200  403  200
            GET    /events/{slug}/materials/{name}        | /events/2021-05-18/materials/folien.pdf?rev=2 | | own |  401  403  403  403  403  404  404  403  404
            GET    /events/{slug}/materials/{name}        | /events/2021-05-18/materials/entwurf.txt | | byt |  401  403  403  403  403  404  404  403  200
            GET    /events/{slug}/materials/{name}        | /events/2021-05-18/materials/nichts.pdf | | own |  401  403  403  403  403  404  404  403  404
            GET    /events/{slug}/materials/{name}        | /events/2021-08-03/materials/x.pdf | | own |  404  404  404  404  404  404  404  404  404
            GET    /events/{slug}/materials/{name}/view   | /events/2021-05-18/materials/folien.pdf/view | | own |  302  403  403  403  403  200  200  403  200
            GET    /events/{slug}/materials/{name}/view   | /events/2021-05-18/materials/entwurf.txt/view | | own |  302  403  403  403  403  404  404  403  200
            GET    /events/{slug}/materials/{name}/view   | /events/2021-05-18/materials/nichts.pdf/view | | own |  302  403  403  403  403  404  404  403  404
            GET    /events/{slug}/materials/{name}/pages/{page}.png | /events/2021-05-18/materials/folien.pdf/pages/1.png | | byt |  401  403  403  403  403  200  200  403  200
            GET    /events/{slug}/materials/{name}/pages/{page}.png | /events/2021-05-18/materials/folien.pdf/pages/1.png?size=small | | byt |  401  403  403  403  403  200  200  403  200
            GET    /events/{slug}/materials/{name}/pages/{page}.png | /events/2021-05-18/materials/folien.pdf/pages/9.png | | own |  401  403  403  403  403  404  404  403  404
            GET    /events/{slug}/materials.zip           | /events/2021-05-18/materials.zip | | own |  401  403  403  403  403  200  200  403  200
            GET    /events/{slug}/materials.zip           | /events/2020-11-10/materials.zip | | own |  401  403  403  403  403  403  404  403  404
            GET    /send/{secret}                         | /send/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA | | own |  404  404  404  404  404  404  404  404  404
            POST   /send/{secret}                         | /send/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA | file=@notiz.txt | own |  404  404  404  404  404  404  404  404  404
            GET    /organize/events/{slug}/materials      | /organize/events/2021-05-18/materials | | own |  302  403  403  403  403  403  403  403  200
            POST   /organize/events/{slug}/materials/{id} | /organize/events/2021-05-18/materials/999 | do=up | own |  401  403  403  403  403  403  403  403  404
            POST   /organize/events/{slug}/materials/{id}/file | /organize/events/2021-05-18/materials/999/file | file=@notiz.txt | own |  401  403  403  403  403  403  403  403  404
            POST   /organize/events/{slug}/material-links | /organize/events/2021-05-18/material-links | url=https://slides.example/&title=x&publish=never | own |  401  403  403  403  403  403  403  403  303
            POST   /organize/events/{slug}/material-links | /organize/events/2021-05-18/material-links | url=javascript:x&title=x&publish=never | own |  401  403  403  403  403  403  403  403  400
            POST   /organize/events/{slug}/upload-links   | /organize/events/2021-05-18/upload-links | label=x&days=3 | own |  401  403  403  403  403  403  403  403  200
            POST   /organize/events/{slug}/upload-links/close | /organize/events/2021-05-18/upload-links/close | link=x | own |  401  403  403  403  403  403  403  403  303
            POST   /organize/events/{slug}/mark           | /organize/events/2021-05-18/mark | on=1 | own |  401  403  403  403  403  403  403  403  303
            GET    /events/{slug}/log                    | /events/2021-05-18/log |  | own |  302  403  403  403  403  403  200  403  200
            GET    /events/{slug}/log                    | /events/2021-05-18/log?at=20:15 |  | own |  302  403  403  403  403  403  200  403  200
            GET    /events/{slug}/log                    | /events/2021-05-18/log?m={message} |  | own |  302  403  403  403  403  403  200  403  200
            GET    /events/{slug}/log                    | /events/2021-05-18/log?m=1 |  | own |  302  403  403  403  403  403  404  403  404
            GET    /events/{slug}/log                    | /events/2021-07-06/log |  | own |  302  403  403  403  200  403  200  403  200
            GET    /events/{slug}/log                    | /events/2021-04-06/log |  | own |  302  403  403  403  403  403  404  403  200
            GET    /events/{slug}/log                    | /events/2020-11-10/log |  | own |  302  403  403  403  403  403  404  403  404
            GET    /events/{slug}/log                    | /events/2021-08-03/log |  | own |  404  404  404  404  404  404  404  404  404
            GET    /events/{slug}/log/files/{id}         | /events/2021-05-18/log/files/{file} |  | byt |  401  403  403  403  403  403  200  403  200
            GET    /events/{slug}/log/files/{id}         | /events/2021-05-18/log/files/{file}?download=1 |  | byt |  401  403  403  403  403  403  200  403  200
            GET    /events/{slug}/log/files/{id}         | /events/2021-05-18/log/files/1 |  | own |  401  403  403  403  403  403  404  403  404
            GET    /events/{slug}/log/files/{id}         | /events/2021-04-06/log/files/{draft} |  | byt |  401  403  403  403  403  403  404  403  200
            GET    /events/{slug}/log/files/{id}         | /events/2020-11-10/log/files/1 |  | own |  401  403  403  403  403  403  404  403  404
            GET    /api/events/{slug}/log                | /api/events/2021-05-18/log |  | own |  401  403  403  403  403  403  200  403  200
            GET    /api/events/{slug}/log                | /api/events/2021-07-06/log |  | own |  401  403  403  403  200  403  200  403  200
            GET    /api/events/{slug}/log                | /api/events/2021-04-06/log |  | own |  401  403  403  403  403  403  404  403  200
            GET    /api/events/{slug}/log                | /api/events/2020-11-10/log |  | own |  401  403  403  403  403  403  404  403  404
            POST   /api/events/{slug}/log                | /api/events/2020-11-10/log | file=@leer.json | own |  401  403  403  403  403  403  403  403  400
            POST   /api/events/{slug}/log                | /api/events/2021-08-04/log | file=@leer.json | own |  401  403  403  403  403  403  403  403  404
            GET    /me/messages                          | /me/messages |  | own |  302  200  200  200  200  200  200  200  200
            POST   /me/messages                          | /me/messages |  | own |  401  400  400  400  400  400  400  400  400
            GET    /me/messages/{id}                     | /me/messages/{message} |  | own |  302  404  404  404  404  200  404  404  404
            GET    /me/messages/{id}                     | /me/messages/1 |  | own |  302  404  404  404  404  404  404  404  404
            POST   /me/messages/{id}                     | /me/messages/{message} | do=nothing | own |  401  404  404  404  404  400  404  404  404
            GET    /organize/events/{slug}/log           | /organize/events/2021-05-18/log |  | own |  302  403  403  403  403  403  403  403  200
            GET    /organize/events/{slug}/log           | /organize/events/2020-11-10/log |  | own |  302  403  403  403  403  403  403  403  200
            GET    /organize/events/{slug}/log           | /organize/events/2021-08-04/log |  | own |  302  403  403  403  403  403  403  403  404
            POST   /organize/events/{slug}/log           | /organize/events/2021-05-18/log | do=clip | own |  401  403  403  403  403  403  403  403  303
            POST   /organize/events/{slug}/log           | /organize/events/2021-05-18/log | do=delete | own |  401  403  403  403  403  403  403  403  400
            POST   /organize/events/{slug}/log           | /organize/events/2020-11-10/log | do=publish | own |  401  403  403  403  403  403  403  403  404
            POST   /organize/events/{slug}/log/import    | /organize/events/2021-05-18/log/import | file=@leer.json | own |  401  403  403  403  403  403  403  403  400
            POST   /organize/events/{slug}/log/fetch     | /organize/events/2021-05-18/log/fetch | channel=x | own |  401  403  403  403  403  403  403  403  400
            POST   /organize/events/{slug}/log/topics    | /organize/events/2021-05-18/log/topics | item=none | own |  401  403  403  403  403  403  403  403  400
            POST   /organize/events/{slug}/log/links     | /organize/events/2021-05-18/log/links | do=return&key=none | own |  401  403  403  403  403  403  403  403  303
            POST   /organize/events/{slug}/log/links     | /organize/events/2021-05-18/log/links | do=take&url=https://none.example/ | own |  401  403  403  403  403  403  403  403  409
            GET    /organize/events/{slug}/log/messages/{id} | /organize/events/2021-05-18/log/messages/{message} |  | own |  302  403  403  403  403  403  403  403  200
            GET    /organize/events/{slug}/log/messages/{id} | /organize/events/2021-05-18/log/messages/1 |  | own |  302  403  403  403  403  403  403  403  404
            POST   /organize/events/{slug}/log/messages/{id} | /organize/events/2021-05-18/log/messages/{message} | do=all | own |  401  403  403  403  403  403  403  403  400
            POST   /organize/events/{slug}/log/messages/{id} | /organize/events/2021-05-18/log/messages/1 | do=hide | own |  401  403  403  403  403  403  403  403  404
            GET    /organize/tokens                       | /organize/tokens | | own |  302  403  403  403  403  403  403  403  200
            POST   /organize/tokens                       | /organize/tokens | label=x | own |  401  403  403  403  403  403  403  403  200
            POST   /organize/tokens/revoke                | /organize/tokens/revoke | token=999 | own |  401  403  403  403  403  403  403  403  303
            GET    /topics                                | /topics                          |                | pub |  200  200  200  200  200  200  200  200  200
            GET    /topics/{slug}                         | /topics/webrtc                   |                | pub |  200  200  200  200  200  200  200  200  200
            GET    /topics/{slug}                         | /topics/geheimnis                |                | pub |  404  404  404  404  404  404  404  404  404
            GET    /people/{handle}                       | /people/voluntas                 |                | pub |  200  200  200  200  200  200  200  200  200
            GET    /people/{handle}                       | /people/geheimgast               |                | pub |  404  404  404  404  404  404  404  404  404
            GET    /links                                 | /links                           |                | pub |  200  200  200  200  200  200  200  200  200
            GET    /search                                | /search?q=QUIC                   |                | pub |  200  200  200  200  200  200  200  200  200
            GET    /api/search                            | /api/search?q=QUIC               |                | pub |  200  200  200  200  200  200  200  200  200
            GET    /links.json                            | /links.json                      |                | pub |  200  200  200  200  200  200  200  200  200
            GET    /links.csv                             | /links.csv                       |                | pub |  200  200  200  200  200  200  200  200  200
            GET    /links.html                            | /links.html                      |                | pub |  200  200  200  200  200  200  200  200  200
            GET    /calendar.ics                          | /calendar.ics                    |                | pub |  200  200  200  200  200  200  200  200  200
            GET    /feed.atom                             | /feed.atom                       |                | pub |  200  200  200  200  200  200  200  200  200
            GET    /sitemap.xml                           | /sitemap.xml                     |                | pub |  200  200  200  200  200  200  200  200  200
            GET    /robots.txt                            | /robots.txt                      |                | pub |  200  200  200  200  200  200  200  200  200
            GET    /api/events                            | /api/events                      |                | pub |  200  200  200  200  200  200  200  200  200
            GET    /api/events/{slug}                     | /api/events/2021-07-06           |                | pub |  200  200  200  200 200*  200 200*  200 200*
            GET    /api/events/{slug}                     | /api/events/2021-05-18           |                | pub |  200  200  200  200  200 200* 200*  200 200*
            GET    /api/events/{slug}                     | /api/events/2021-08-03           |                | own |  404  404  404  404  404  404  404  404  404
            PUT    /api/events/{slug}/stream              | /api/events/2021-07-06/stream    | url=%s         | own |  401  403  403  403  403  403  403  403  200
            PUT    /api/events/{slug}/stream              | /api/events/2021-07-06/stream    | url=ftp://x/   | own |  401  403  403  403  403  403  403  403  400
            DELETE /api/events/{slug}/stream              | /api/events/2021-08-03/stream    |                | own |  401  403  403  403  403  403  403  403  200
            GET    /api/links                             | /api/links                       |                | pub |  200  200  200  200  200  200  200  200  200
            GET    /api/topics                            | /api/topics                      |                | pub |  200  200  200  200  200  200  200  200  200
            GET    /api/openapi.json                      | /api/openapi.json                |                | pub |  200  200  200  200  200  200  200  200  200
            GET    /api/now                               | /api/now                         |                | own |  200  200  200  200  200  200  200  200  200
            GET    /api/me                                | /api/me                          |                | own |  200  200  200  200  200  200  200  200  200
            GET    /login                                 | /login?next=/events              |                | own |  200  302  302  302  302  302  302  302  302
            GET    /login/discord                         | /login/discord                   |                | own |  302  302  302  302  302  302  302  302  302
            GET    /auth/discord/callback                 | /auth/discord/callback           |                | own |  400  400  400  400  400  400  400  400  400
            GET    /me                                    | /me                              |                | own |  302  200  200  200  200  200  200  200  200
            POST   /me/recheck                            | /me/recheck                      |                | own |  401  303  303  303  303  303  303  303  303
            POST   /me/view-as/end                        | /me/view-as/end                  |                | own |  303  303  303  303  303  303  303  303  303
            GET    /organize                              | /organize                        |                | own |  302  403  403  403  403  403  403  403  200
            GET    /organize/record                       | /organize/record                 |                | own |  302  403  403  403  403  403  403  403  200
            GET    /organize/events/{slug}                | /organize/events/2021-07-06      |                | own |  302  403  403  403  403  403  403  403  200
            GET    /organize/events/{slug}                | /organize/events/2021-08-03      |                | own |  302  403  403  403  403  403  403  403  200
            GET    /organize/events/{slug}                | /organize/events/2021-08-04      |                | own |  302  403  403  403  403  403  403  403  404
            POST   /organize/events/{slug}/participants   | /organize/events/2021-07-06/participants | person=1&right=revoke | own |  401  403  403  403  403  403  403  403  303
            POST   /organize/events/{slug}/participants   | /organize/events/2021-07-06/participants | person=taro&right=revoke | own |  401  403  403  403  403  403  403  403  400
            POST   /organize/view-as                      | /organize/view-as                | as=nobody      | own |  401  403  403  403  403  403  403  403  400
            GET    /healthz                               | /healthz                         |                | own |  200  200  200  200  200  200  200  200  200
            GET    /readyz                                | /readyz                          |                | own |  200  200  200  200  200  200  200  200  200
            GET    /metrics                               | /metrics                         |                | own |  404  404  404  404  404  404  404  404  404
            POST   /language                              | /language                        | lang=ja        | own |  303  303  303  303  303  303  303  303  303
            GET    /assets/{file}                         | asset                            |                | imm |  200  200  200  200  200  200  200  200  200
            GET    /assets/{file}                         | /assets/site.css                 |                | imm |  404  404  404  404  404  404  404  404  404
            GET    /assets/pdfjs-4.10.38/{file}           | /assets/pdfjs-4.10.38/pdf.min.mjs |               | imm |  200  200  200  200  200  200  200  200  200
            GET    /assets/pdfjs-4.10.38/{file}           | /assets/pdfjs-4.10.38/pdf.mjs    |                | imm |  404  404  404  404  404  404  404  404  404
            GET    /assets/pdfjs-4.10.38/{folder}/{file}  | /assets/pdfjs-4.10.38/cmaps/H.bcmap |             | imm |  200  200  200  200  200  200  200  200  200
            GET    /assets/pdfjs-4.10.38/{folder}/{file}  | /assets/pdfjs-4.10.38/cmaps/LICENSE |             | imm |  404  404  404  404  404  404  404  404  404
            POST   /logout                                | /logout                          |                | own |  303  303  303  303  303  303  303  303  303
            """;

    private static final List<Person> COLUMNS = List.of(RIN, JIRO, YUI, TARO, KEN, SAKURA, MIO, HANAKO);
    private static final Map<String, String> KEEPING = Map.of(
            "pub", "private, no-cache",
            "byt", "private, no-cache",
            "own", "no-store",
            "imm", "public, max-age=31536000, immutable");

    @TempDir
    private static Path content;

    private static final AtomicInteger PEERS = new AtomicInteger();

    private static RunningKakolog kakolog;

    /** One line of the table. */
    private record Row(String method, String route, String path, String fields, String keeping, List<String> answers) {
        static Row of(String line) {
            var cells = Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
            var route = cells.get(0).split(" +", -1);
            return new Row(
                    route[0],
                    route[1],
                    cells.get(1),
                    cells.get(2).replace("%s", SECRET),
                    cells.get(3),
                    List.of(cells.get(4).split(" +", -1)));
        }

        String address() {
            return method + " " + route;
        }

        @Override
        public String toString() {
            return method + " " + path + " " + fields;
        }
    }

    private static List<Row> rows() {
        return TABLE.lines().map(Row::of).toList();
    }

    @BeforeAll
    static void start() throws IOException {
        copy(Path.of("content"), content);
        Files.writeString(content.resolve("events/2021-08-03.md"), """
                ---
                date: 2021-08-03
                start: "19:30"
                guests: [geheimgast]
                status: draft
                ---

                - Geheimnis
                """);
        var july = content.resolve("events/2021-07-06.md");
        Files.writeString(july, Files.readString(july).replaceFirst("date: .*", "$0\nlog: participants"));
        // Each question comes from a place of its own, so that none is one too many.
        kakolog = RunningKakolog.withDiscord(content, Map.of("KAKOLOG_TRUSTED_PROXIES", "127.0.0.1"));
        kakolog.clock().set("2021-07-06T20:00:00+09:00");
        var set = kakolog.as(HANAKO).post("/events/2021-07-06/stream", "url", SECRET);
        assertEquals(303, set.statusCode());
        kakolog.as(HANAKO).add("2021-05-18", "folien.pdf", Slides.pdf("Folie"), "now");
        kakolog.as(HANAKO).add("2021-05-18", "entwurf.txt", Slides.text("Entwurf"), "never");
        var picture = "/events/2021-05-18/materials/folien.pdf/pages/1.png";
        kakolog.await(() -> kakolog.as(HANAKO).bytes(picture), answer -> answer.statusCode() == 200);
        importLogs(kakolog.as(HANAKO));
        kakolog.get("/search?q=waits-for-the-index");
    }

    /** One for boosters, one for participants too, and a draft. */
    private static void importLogs(As hanako) {
        WrittenLog.of("2021-05-18")
                .say(KEN, "20:15", "Bild https://bild.example/")
                .file("bild.png", "bild.png")
                .publishedBy(hanako, Map.of("bild.png", WrittenLog.png(1)));
        WrittenLog.of("2021-07-06").say(KEN, "20:15", "Guten Abend").publishedBy(hanako);
        var draft = WrittenLog.of("2021-04-06")
                .say(KEN, "20:15", "Entwurf")
                .file("bild.png", "bild.png")
                .zip(Map.of("bild.png", WrittenLog.png(2)));
        WrittenLog.sent(hanako, "2021-04-06", form -> form.file("event.zip", draft));
    }

    @AfterAll
    static void stop() {
        kakolog.close();
    }

    @Test
    void every_route_stands_in_the_table() {
        var served = kakolog.routes().stream()
                .map(route -> route.method() + " " + route.path())
                .collect(Collectors.toCollection(TreeSet::new));
        var told = rows().stream().map(Row::address).collect(Collectors.toCollection(TreeSet::new));
        assertEquals(served, told);
    }

    @Test
    void no_route_changes_anything_by_get_or_lies_below_the_desk_for_everyone() {
        for (var route : kakolog.routes()) {
            boolean desk = route.path().startsWith("/organize");
            // A speaker has no role: the secret in the address lets in. What somebody wrote is theirs to take away.
            boolean changes = route.method() != Route.Method.GET
                    && !route.own()
                    && !route.path().startsWith("/me/messages")
                    && !route.path().equals("/send/{secret}");
            assertTrue(!(desk || changes) || route.floor() == Route.Floor.ORGANIZERS, route.path());
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void each_is_answered_as_the_table_says(Row row) {
        var wrong = new ArrayList<String>();
        var told = new ArrayList<String>();
        for (int column = 0; column <= COLUMNS.size(); column++) {
            var who = column == 0 ? null : COLUMNS.get(column - 1);
            var name = who == null ? "anonymous" : who.username();
            var expected = row.answers().get(column);
            var answer = ask(row.method(), row, who);
            told.add(String.valueOf(answer.statusCode()));
            if (!expected.startsWith(String.valueOf(answer.statusCode()))) {
                wrong.add(name + " " + answer.statusCode());
            }
            keeping(row, expected, who == null, answer).forEach(fault -> wrong.add(name + " " + fault));
            if (row.method().equals("GET")) {
                var head = ask("HEAD", row, who);
                if (head.statusCode() != answer.statusCode() || !head.body().isEmpty()) {
                    wrong.add(name + " HEAD " + head.statusCode() + " " + head.body());
                }
                keeping(row, expected, who == null, head).forEach(fault -> wrong.add(name + " HEAD " + fault));
            }
        }
        assertEquals(List.of(), wrong, row + " was answered with " + told);
    }

    /** What is wrong with how long and by whom the answer may be kept. */
    private static List<String> keeping(Row row, String expected, boolean anonymous, HttpResponse<String> answer) {
        var caching = String.join(", ", answer.headers().allValues("Cache-Control"));
        boolean tagged = answer.headers().firstValue("ETag").isPresent();
        boolean ownOnly = expected.endsWith("*")
                || answer.statusCode() != 200
                || row.keeping().equals("own");
        if (ownOnly) {
            return caching.contains("no-store") && !tagged ? List.of() : List.of("may be kept: " + caching);
        }
        boolean forMany = anonymous && row.keeping().equals("pub");
        var right = forMany ? "public, no-cache" : KEEPING.get(row.keeping());
        return caching.equals(right) && tagged ? List.of() : List.of("is kept as " + caching);
    }

    @Test
    void a_stranger_cannot_tell_which_events_the_desk_knows() {
        var known = refusal("/organize/events/2021-05-18");
        assertEquals(known, refusal("/organize/events/2021-08-03"));
        assertEquals(known, refusal("/organize/events/1999-01-01"));
    }

    private static String refusal(String path) {
        return kakolog.as(JIRO).get(path).body().replace(path, "/").replace(encoded(path), "/");
    }

    @Test
    void a_draft_is_missed_in_the_same_words_as_what_never_was() {
        for (var below : List.of("", "/watch", ".ics")) {
            for (var who : List.of(JIRO, TARO, SAKURA)) {
                var draft = kakolog.as(who).get("/events/2021-08-03" + below).body();
                var nothing = kakolog.as(who).get("/events/2021-08-04" + below).body();
                assertEquals(nothing.replace("2021-08-04", ""), draft.replace("2021-08-03", ""));
            }
            assertEquals(
                    kakolog.get("/events/2021-08-04" + below).body().replace("2021-08-04", ""),
                    kakolog.get("/events/2021-08-03" + below).body().replace("2021-08-03", ""));
        }
    }

    @Test
    void whether_there_is_a_log_and_what_is_in_it_is_told_to_nobody_without_the_right() {
        var file = WrittenLog.fileOf("2021-05-18", "20:15");
        var draft = WrittenLog.fileOf("2021-04-06", "20:15");
        var message = WrittenLog.id("2021-05-18", "20:15");
        var none = "1".repeat(message.length());
        for (var pair : List.of(
                List.of("/events/2021-05-18/log/files/" + file, "/events/2021-05-18/log/files/" + none),
                List.of("/events/2021-05-18/log?m=" + message, "/events/2021-05-18/log?m=" + none),
                List.of("/events/2021-05-18/log", "/events/2020-11-10/log"),
                List.of("/api/events/2021-05-18/log", "/api/events/2020-11-10/log"),
                List.of("/events/2021-04-06/log/files/" + draft, "/events/2020-11-10/log/files/" + draft),
                List.of("/events/2021-04-06/log", "/events/2020-11-10/log"))) {
            for (var who : new Person[] {null, RIN, JIRO, YUI, TARO, KEN, MIO}) {
                assertEquals(told(pair.get(1), who), told(pair.get(0), who), pair + " to " + who);
            }
        }
        // A draft is none to boosters either.
        for (var below : List.of("/log", "/log/files/" + draft)) {
            assertEquals(told("/events/2020-11-10" + below, SAKURA), told("/events/2021-04-06" + below, SAKURA), below);
        }
    }

    /** All that is answered but for the address itself. */
    private static String told(String path, @Nullable Person who) {
        var answer = who == null ? kakolog.get(path) : kakolog.as(who).get(path);
        return (answer.statusCode() + answer.headers().map().toString() + answer.body())
                .replaceAll("(?i)date=\\[[^]]*]", "")
                .replace(encoded(path), "/")
                .replace(path, "/")
                .replaceAll("20\\d\\d-\\d\\d-\\d\\d", "");
    }

    @Test
    void public_data_is_the_same_for_everyone_to_the_byte() {
        for (var route : kakolog.routes()) {
            if (route.keeping() != Route.Keeping.FOR_ALL || route.path().contains("{")) {
                continue;
            }
            var bytes = kakolog.get(route.path()).body();
            for (var person : COLUMNS) {
                assertEquals(bytes, kakolog.as(person).get(route.path()).body(), route.path());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("spellings")
    void another_spelling_of_a_gated_path_opens_nothing_and_is_kept_by_nobody(String path) {
        for (var who : new Person[] {null, JIRO, HANAKO}) {
            var cookie = who == null ? "a: b" : "Cookie: " + kakolog.as(who).cookie();
            var answer = Raw.ask(kakolog, "GET " + path + " HTTP/1.1", "Host: 127.0.0.1:" + kakolog.port(), cookie);
            assertTrue(answer.status() < 500, path + " " + answer.status());
            // A file itself its holder's browser may keep, which asks again each time: it is the one thing here that is
            // not
            // made anew for each request, and below nobody else may have it.
            boolean file = answer.status() == 200 && answer.body().startsWith("%PDF-");
            var caching = answer.header("Cache-Control");
            assertTrue(
                    file
                            ? caching.equals(List.of("private, no-cache"))
                            : caching.toString().contains("no-store"),
                    path + answer);
            if (!HANAKO.equals(who)) {
                assertNotEquals(200, answer.status(), path);
                assertTrue(
                        !answer.body().contains(SECRET)
                                && !answer.headers().toString().contains(SECRET),
                        path);
            }
        }
    }

    static Stream<String> spellings() {
        return Stream.of(
                "/organize/",
                "/organize/x.css",
                "/organize;x.css",
                "/organize%2fx.css",
                "/organize%00.css",
                "/organize%0a.css",
                "/organize%3fx.css",
                "/organize%23.css",
                "/organize/record;a=b.png",
                "/organize/record/",
                "/ORGANIZE",
                "/./organize",
                "/x/../organize",
                "/%2e%2e/organize",
                "/organize/../organize",
                "//organize",
                "/%6frganize",
                "/organize/events/..%2f..%2forganize",
                "/events/2021-07-06/watch;x.css",
                "/events/2021-07-06/watch/",
                "/events/2021-07-06/watch%2fx.css",
                "/events/2021-07-06%2fwatch",
                "/events/..%2fevents%2f2021-07-06/watch",
                "/events/2021-08-03;x.css",
                "/events/2021-08-03%2f.css",
                "/assets/..%2forganize",
                "/events/2021-05-18/materials/%66olien.pdf",
                "/events/2021-05-18/materials/%66olien.pdf/view",
                "/events/2021-05-18/materials/folien.pdf;x.css",
                "/events/2021-05-18/materials/folien.pdf%2fx.css",
                "/events/2021-05-18/materials/folien.pdf/x.css",
                "/events/2021-05-18/materials/folien.pdf%00.css",
                "/events/2021-05-18/materials/folien.pdf/",
                "/events/2021-05-18/materials%2ffolien.pdf",
                "/events/2021-05-18/materials/folien.pdf/view/",
                "/events/2021-05-18/materials/folien.pdf/view;x.css",
                "/events/2021-05-18/materials/folien.pdf/view%2fx.css",
                "/events/2021-05-18/materials/folien.pdf/pages/1.png;x.css",
                "/events/2021-05-18/materials/folien.pdf/pages/1.png/x.css",
                "/events/2021-05-18/materials.zip;x.css",
                "/events/2021-05-18/materials.zip%2fx.css",
                "/organize/events/2021-05-18/materials;x.css",
                "/organize/events/2021-05-18/materials/",
                "/events/2021-05-18/log;x.css",
                "/events/2021-05-18/log/",
                "/events/2021-05-18%2flog",
                "/events/2021-05-18/log%2fx.css",
                "/events/2021-05-18/./log",
                "/api/events/2021-05-18/log/",
                "/events/2021-05-18/log/files/1;x.css",
                "/events/2021-05-18/log/files/1%2fx.css",
                "/organize/events/2021-05-18/log;x.css",
                "/organize/events/2021-05-18/log/");
    }

    private static HttpResponse<String> ask(String method, Row row, @Nullable Person who) {
        boolean api = row.path().startsWith("/api/");
        var fields = row.fields().split("=", 2);
        var request = HttpRequest.newBuilder(URI.create(kakolog.url(path(row))));
        request.header("X-Forwarded-For", "2001:db8::" + Integer.toHexString(PEERS.incrementAndGet()));
        var csrf = "";
        if (who != null) {
            request.header("Cookie", kakolog.as(who).cookie());
            csrf = kakolog.as(who).csrf();
        }
        if (method.equals("GET") || method.equals("HEAD")) {
            return kakolog.send(request.method(method, BodyPublishers.noBody()).build());
        }
        if (row.fields().startsWith("file=@")) {
            var form = new Multipart()
                    .field("csrf", csrf)
                    .file(row.fields().substring(6), Slides.text("x"))
                    .end();
            return kakolog.send(request.header(api ? "X-CSRF-Token" : "Origin", api ? csrf : kakolog.url(""))
                    .header("Content-Type", Multipart.TYPE)
                    .method(method, BodyPublishers.ofByteArray(form))
                    .build());
        }
        if (api) {
            var json = row.fields().isEmpty() ? "" : "{\"" + fields[0] + "\":\"" + fields[1] + "\"}";
            return kakolog.send(request.header("X-CSRF-Token", csrf)
                    .header("Content-Type", "application/json")
                    .method(method, BodyPublishers.ofString(json))
                    .build());
        }
        var form = Stream.of(row.fields().split("&", -1))
                .map(field -> field.split("=", 2))
                .map(field -> "&" + field[0] + "=" + encoded(field.length < 2 ? "" : field[1]))
                .collect(Collectors.joining());
        return kakolog.send(request.header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("csrf=" + csrf + form))
                .build());
    }

    private static String path(Row row) {
        if (!row.path().equals("asset")) {
            return row.path()
                    .replace("{message}", WrittenLog.id("2021-05-18", "20:15"))
                    .replace("{file}", WrittenLog.fileOf("2021-05-18", "20:15"))
                    .replace("{draft}", WrittenLog.fileOf("2021-04-06", "20:15"));
        }
        var home = kakolog.get("/events").body();
        int at = home.indexOf("/assets/site.");
        return home.substring(at, home.indexOf('"', at));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (var file : files.toList()) {
                var target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
    }
}
