package kakolog.web;

import java.util.Set;

/**
 * One address and who may enter.
 *
 * @param path with open parts in braces, as {@code /events/{slug}}
 * @param parameters of the query that the answer hangs on; with any other it is not kept
 */
public record Route(Method method, String path, Floor floor, Keeping keeping, Set<String> parameters, Page page) {
    public Route {
        parameters = Set.copyOf(parameters);
    }

    /** GET answers HEAD as well. */
    public enum Method {
        GET,
        POST
    }

    /** Who may enter at all; what is behind may ask for more. */
    public enum Floor {
        EVERYONE
    }

    /** Whether one answer serves many. */
    public enum Keeping {
        /** Kept in memory until the content or the clock changes it. */
        KEPT,
        /** Made anew for each request. */
        FRESH
    }

    /** A page that is made once and kept. */
    public static Route get(String path, Floor floor, Page page, String... parameters) {
        return new Route(Method.GET, path, floor, Keeping.KEPT, Set.of(parameters), page);
    }

    /** A page with too many faces to keep. */
    public static Route fresh(String path, Floor floor, Page page) {
        return new Route(Method.GET, path, floor, Keeping.FRESH, Set.of(), page);
    }

    public static Route post(String path, Floor floor, Page page) {
        return new Route(Method.POST, path, floor, Keeping.FRESH, Set.of(), page);
    }
}
