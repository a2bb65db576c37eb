package kakolog;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kakolog.web.Route;

/** The addresses that can be asked, with something in each of their open parts. */
final class Places {
    private Places() {}

    /** Every route of GET, but for those that begin a login at Discord, which is asked only so often. */
    static List<Route> asked(RunningKakolog kakolog) {
        return kakolog.routes().stream()
                .filter(route -> route.method() == Route.Method.GET)
                .filter(route ->
                        !route.path().startsWith("/login/") && !route.path().startsWith("/auth/"))
                .toList();
    }

    /**
     * The paths of a route.
     *
     * @param parts what is put into each open part, each with each
     */
    static Stream<String> of(Route route, Map<String, List<String>> parts) {
        var filled = Stream.of(route.path());
        for (var part : parts.entrySet()) {
            filled = filled.flatMap(path -> path.contains(part.getKey())
                    ? part.getValue().stream().map(value -> path.replace(part.getKey(), value))
                    : Stream.of(path));
        }
        return filled.peek(path -> {
            if (path.contains("{")) {
                throw new IllegalArgumentException("nothing to put into " + path);
            }
        });
    }
}
