package kakolog.web;

import java.util.Set;
import kakolog.access.Audience;

/**
 * One address and who may enter.
 *
 * @param path with open parts in braces, as {@code /events/{slug}}
 * @param parameters of the query that the answer hangs on; with any other it is not kept
 * @param own whether it changes nothing but the visitor's own session, so that who only looks at the site may do it
 * @param kind what is asked for or sent there
 */
public record Route(
        Method method,
        String path,
        Floor floor,
        Keeping keeping,
        Set<String> parameters,
        boolean own,
        Kind kind,
        Page page) {
    public Route {
        parameters = Set.copyOf(parameters);
    }

    /** GET answers HEAD as well. */
    public enum Method {
        GET,
        POST,
        PUT,
        DELETE
    }

    /** What is asked for or sent. */
    public enum Kind {
        /** A page, data, or a small form. */
        PAGE,
        /** Bytes of a file: whoever is not signed in is told so, not led to a page. */
        BYTES,
        /** Files are sent: nothing of them is read before who may send them is known. */
        UPLOAD
    }

    /** Who may enter at all; what is behind may ask for more. */
    public enum Floor {
        EVERYONE,
        SIGNED_IN,
        ORGANIZERS,
        /** Whoever is on this machine itself, not through a proxy; for anybody else there is nothing here. */
        THIS_MACHINE;

        Audience audience() {
            return switch (this) {
                case EVERYONE, THIS_MACHINE -> Audience.everyone();
                case SIGNED_IN -> Audience.signedIn();
                case ORGANIZERS -> Audience.organizers();
            };
        }
    }

    /** Whether one answer serves many. */
    public enum Keeping {
        /** Kept in memory until the content or the clock changes it, one for all. */
        FOR_ALL,
        /** The same, one for each face that asks. */
        FOR_EACH,
        /** Made anew for each request. */
        FRESH
    }

    /** A page that is kept for each face: it greets who is signed in, and may show them more. */
    public static Route get(String path, Floor floor, Page page, String... parameters) {
        return new Route(Method.GET, path, floor, Keeping.FOR_EACH, Set.of(parameters), false, Kind.PAGE, page);
    }

    /** Public data and files, the same for everyone to the byte. */
    public static Route data(String path, Page page, String... parameters) {
        return new Route(Method.GET, path, Floor.EVERYONE, Keeping.FOR_ALL, Set.of(parameters), false, Kind.PAGE, page);
    }

    /** A page with too many faces to keep. */
    public static Route fresh(String path, Floor floor, Page page) {
        return new Route(Method.GET, path, floor, Keeping.FRESH, Set.of(), false, Kind.PAGE, page);
    }

    public static Route post(String path, Floor floor, Page page) {
        return new Route(Method.POST, path, floor, Keeping.FRESH, Set.of(), false, Kind.PAGE, page);
    }

    /** A change of nothing but the visitor's own session. */
    public static Route own(String path, Floor floor, Page page) {
        return new Route(Method.POST, path, floor, Keeping.FRESH, Set.of(), true, Kind.PAGE, page);
    }

    public static Route put(String path, Floor floor, Page page) {
        return new Route(Method.PUT, path, floor, Keeping.FRESH, Set.of(), false, Kind.PAGE, page);
    }

    public static Route delete(String path, Floor floor, Page page) {
        return new Route(Method.DELETE, path, floor, Keeping.FRESH, Set.of(), false, Kind.PAGE, page);
    }

    /** Bytes of a file, or of a part of one. */
    public static Route bytes(String path, Floor floor, Page page, String... parameters) {
        return new Route(Method.GET, path, floor, Keeping.FOR_EACH, Set.of(parameters), false, Kind.BYTES, page);
    }

    /** Bytes that are made while they are sent. */
    public static Route written(String path, Floor floor, Page page) {
        return new Route(Method.GET, path, floor, Keeping.FRESH, Set.of(), false, Kind.BYTES, page);
    }

    /** Takes files. */
    public static Route upload(String path, Floor floor, Page page) {
        return new Route(Method.POST, path, floor, Keeping.FRESH, Set.of(), false, Kind.UPLOAD, page);
    }
}
