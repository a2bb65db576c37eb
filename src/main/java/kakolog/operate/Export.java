package kakolog.operate;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/**
 * Writes the public part as plain files: follows every link of a running site from its home page, and makes the links
 * between pages relative so that they open from disk.
 */
public final class Export {
    /** What needs a server: it is taken out of the pages. */
    private static final String LIVE_PARTS =
            "form, script, .keys, .toast, .rehearsal, [data-copy], link[rel=canonical]";

    private final HttpClient client = HttpClient.newHttpClient();
    private final String site;
    private final Path folder;
    private final Set<String> seen = new LinkedHashSet<>();
    private final ArrayDeque<String> waiting = new ArrayDeque<>();

    /**
     * @param site the address of the running site, without a slash at its end
     * @param folder where to write; must be new or empty
     */
    public Export(String site, Path folder) {
        this.site = site;
        this.folder = folder;
    }

    /**
     * Writes everything.
     *
     * @return the number of files
     * @throws FileSystemException where the folder is not empty
     */
    public int write() throws IOException, InterruptedException {
        refuseFull();
        enqueue("/");
        List.of("/links.json", "/links.csv", "/links.html", "/feed.atom", "/calendar.ics", "/api/openapi.json")
                .forEach(this::enqueue);
        while (!waiting.isEmpty()) {
            save(waiting.remove());
        }
        return seen.size();
    }

    private void refuseFull() throws IOException {
        Files.createDirectories(folder);
        try (var entries = Files.newDirectoryStream(folder)) {
            if (entries.iterator().hasNext()) {
                throw new FileSystemException(folder + " is not empty; name a new folder");
            }
        }
    }

    private void enqueue(String address) {
        if (seen.add(address)) {
            waiting.add(address);
        }
    }

    private void save(String address) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(site + address)).build();
        var answer = client.send(request, BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
            throw new IOException(address + " answers " + answer.statusCode() + ", so the export would lack it");
        }
        var type = answer.headers().firstValue("Content-Type").orElse("");
        boolean page = type.startsWith("text/html") && !fileOf(address).equals("links.html");
        var file = folder.resolve(fileOf(address));
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        Files.write(file, page ? relative(answer.body(), address) : answer.body());
    }

    private byte[] relative(byte[] html, String address) {
        var page = Jsoup.parse(new String(html, StandardCharsets.UTF_8), site + address);
        page.outputSettings(new Document.OutputSettings().prettyPrint(false));
        page.select(LIVE_PARTS).remove();
        page.select("[href^=/], [src^=/]").forEach(element -> {
            var attribute = element.hasAttr("href") ? "href" : "src";
            element.attr(attribute, link(element.attr(attribute), fileOf(address)));
        });
        return page.outerHtml().getBytes(StandardCharsets.UTF_8);
    }

    private String link(String target, String from) {
        int fragment = target.indexOf('#');
        var address = fragment < 0 ? target : target.substring(0, fragment);
        enqueue(address);
        var up = "../".repeat((int) from.chars().filter(letter -> letter == '/').count());
        return up + escaped(fileOf(address)) + (fragment < 0 ? "" : target.substring(fragment));
    }

    /** The file of an address: a page gets the ending .html, a query becomes part of the name. */
    static String fileOf(String address) {
        int query = address.indexOf('?');
        var path = query < 0 ? address : address.substring(0, query);
        var name = path.equals("/") ? "index" : URI.create(path).getPath().substring(1);
        var variant = query < 0 ? "" : "_" + address.substring(query + 1).replaceAll("[^A-Za-z0-9-]+", "_");
        int dot = name.lastIndexOf('.');
        boolean hasEnding = dot > name.lastIndexOf('/') && name.substring(dot).matches("\\.[a-z]{2,4}");
        return hasEnding ? name.substring(0, dot) + variant + name.substring(dot) : name + variant + ".html";
    }

    private static String escaped(String file) {
        try {
            return new URI(null, null, file, null).getRawPath();
        } catch (URISyntaxException impossible) {
            throw new IllegalArgumentException(file, impossible);
        }
    }
}
