package kakolog.web;

import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import kakolog.access.Viewer;
import kakolog.text.Language;

/**
 * What somebody asks for.
 *
 * @param path decoded, without query
 * @param address the path and query as sent
 * @param names the parts of the path that the route leaves open, decoded; anything may stand in them
 * @param query the first value of each parameter
 * @param form the first value of each field of a form that was sent
 * @param now the one moment that the whole answer speaks of
 */
public record Asking(
        String path,
        String address,
        Map<String, String> names,
        Map<String, String> query,
        Map<String, String> form,
        Language language,
        Viewer viewer,
        Instant now) {
    public Asking {
        names = Map.copyOf(names);
        query = Map.copyOf(query);
        form = Map.copyOf(form);
    }

    /** A question without its form, which cannot fail: an answer to a fault is made of it too. */
    static Asking of(Context context, Instant now) {
        return of(context, Map.of(), now);
    }

    static Asking withForm(Context context, Instant now) {
        return of(context, Form.read(context.req()), now);
    }

    private static Asking of(Context context, Map<String, String> form, Instant now) {
        var queryText = context.req().getQueryString();
        var query = query(context);
        var address = context.req().getRequestURI() + (queryText == null ? "" : "?" + queryText);
        return new Asking(
                context.path(),
                address,
                context.pathParamMap(),
                query,
                form,
                Languages.of(context),
                Viewer.anonymous(),
                now);
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
