package kakolog.web;

import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import kakolog.access.Viewer;
import kakolog.text.Language;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asks for.
 *
 * @param method as sent, whatever a header says
 * @param path decoded, without query
 * @param address the path and query as sent
 * @param names the parts of the path that the route leaves open, decoded; anything may stand in them
 * @param query the first value of each parameter
 * @param form the first value of each field of a form or a flat JSON object that was sent
 * @param cookies the headers of that name
 * @param peer the address that the request comes from
 * @param upload files that are being sent; null where the route takes none
 * @param forBytes whether a file is asked for, not a page
 * @param visit who asks
 * @param now the one moment that the whole answer speaks of
 */
public record Asking(
        String method,
        String path,
        String address,
        Map<String, String> names,
        Map<String, String> query,
        Map<String, String> form,
        @Nullable Upload upload,
        boolean forBytes,
        String cookies,
        String peer,
        Language language,
        Visit visit,
        Instant now) {
    public Asking {
        names = Map.copyOf(names);
        query = Map.copyOf(query);
        form = Map.copyOf(form);
    }

    /** A question without a form, which cannot fail: an answer to a fault is made of it too. */
    static Asking of(Context context, boolean forBytes, Visit visit, String peer, Instant now) {
        var request = context.req();
        var queryText = request.getQueryString();
        var cookies = Cookies.header(request);
        return new Asking(
                request.getMethod(),
                context.path(),
                request.getRequestURI() + (queryText == null ? "" : "?" + queryText),
                context.pathParamMap(),
                query(context),
                Map.of(),
                null,
                forBytes,
                cookies,
                peer,
                Languages.of(cookies),
                visit,
                now);
    }

    Asking withForm(Map<String, String> sent) {
        return with(sent, upload, cookies, language, visit);
    }

    Asking withUpload(Upload sent) {
        return with(form, sent, cookies, language, visit);
    }

    /** The same question of nobody in particular, in the language of the site: its answer is the same for all. */
    Asking byNobody() {
        return with(form, upload, "", language, Visit.ANONYMOUS);
    }

    private Asking with(
            Map<String, String> sent, @Nullable Upload files, String cookieHeader, Language wanted, Visit asker) {
        return new Asking(
                method, path, address, names, query, sent, files, forBytes, cookieHeader, peer, wanted, asker, now);
    }

    /** The files that are being sent, on a route that takes some. */
    public Upload files() {
        if (upload == null) {
            throw new IllegalStateException(path + " takes no files");
        }
        return upload;
    }

    /** Whose rights count. */
    public Viewer viewer() {
        return visit.viewer();
    }

    /** Whether nothing is changed by answering. */
    public boolean isSafe() {
        return method.equals("GET") || method.equals("HEAD");
    }

    /** Whether a program asks, not a person before a page. */
    public boolean isApi() {
        return path.startsWith("/api/");
    }

    /** A part of the path that the route leaves open. */
    public String name(String name) {
        return names.getOrDefault(name, "");
    }

    /** A parameter's text without blanks around it; empty where it is missing or blank. */
    public Optional<String> parameter(String name) {
        return Optional.ofNullable(query.get(name)).map(String::strip).filter(text -> !text.isEmpty());
    }

    /** The text of a form's field; empty where it is missing. */
    public Optional<String> field(String name) {
        return Optional.ofNullable(form.get(name));
    }

    /** The query, a malformed one left out: read here, since Javalin reads it by the charset that the visitor names. */
    static Map<String, String> query(Context context) {
        var text = context.req().getQueryString();
        try {
            return text == null ? Map.of() : Form.fields(text);
        } catch (BadRequestResponse malformed) {
            return Map.of();
        }
    }

    /** The number of a page, from 1; anything but a number is page 1. */
    public int page() {
        return parameter("page")
                .filter(text -> text.matches("[1-9]\\d{0,5}"))
                .map(Integer::parseInt)
                .orElse(1);
    }
}
