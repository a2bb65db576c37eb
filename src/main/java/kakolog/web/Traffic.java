package kakolog.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Counts the requests by what they asked for and how they went, never by who asked or for what exactly. Thread safe; an
 * answer from the shelf costs a look at the clock and two additions more (0.05 µs).
 */
public final class Traffic {
    /** Upper bounds of the latencies that are told apart, in seconds; beyond the last there is one more. */
    public static final List<Double> BOUNDS = List.of(0.0001, 0.001, 0.01, 0.1, 1.0);

    private static final long[] NANOS = {100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000};
    /** Stands for the route of what the shelf answered before any route was looked for. */
    private static final String KEPT = "kept";
    /** Anything may stand in a request as its method; these alone are told by name. */
    private static final List<String> METHODS = List.of("GET", "HEAD", "POST", "PUT", "DELETE");

    private static final int CLASSES = 5;

    private final Counted[] keptForGet = counted();
    private final Counted[] keptForHead = counted();
    private final Map<Asked, Counted[]> routed = new ConcurrentHashMap<>();

    /**
     * What has been counted of one kind of request.
     *
     * @param route with open parts in braces; {@code kept} for the shelf, {@code none} where there is no such address
     * @param status the first digit, as {@code 2xx}
     * @param buckets how many took no longer than each of {@link #BOUNDS} and longer than the one before, and how many longer
     */
    public record Line(String route, String method, String status, List<Long> buckets, double seconds) {
        public Line {
            buckets = List.copyOf(buckets);
        }
    }

    private record Asked(String route, String method) {}

    private static final class Counted {
        private final LongAdder nanos = new LongAdder();
        private final LongAdder[] buckets = IntStream.rangeClosed(0, NANOS.length)
                .mapToObj(i -> new LongAdder())
                .toArray(LongAdder[]::new);

        void add(long took) {
            int bucket = 0;
            while (bucket < NANOS.length && took > NANOS[bucket]) {
                bucket++;
            }
            buckets[bucket].increment();
            nanos.add(took);
        }
    }

    private static Counted[] counted() {
        return IntStream.range(0, CLASSES).mapToObj(i -> new Counted()).toArray(Counted[]::new);
    }

    /** An answer from the shelf; it answers GET and HEAD alone. */
    void kept(boolean head, int status, long nanos) {
        (head ? keptForHead : keptForGet)[classOf(status)].add(nanos);
    }

    /** An answer of a route, or a refusal; {@code none} for the route where there is none. */
    void routed(String route, String method, int status, long nanos) {
        var asked = new Asked(route, METHODS.contains(method) ? method : "other");
        routed.computeIfAbsent(asked, first -> counted())[classOf(status)].add(nanos);
    }

    private static int classOf(int status) {
        return Math.min(Math.max(status / 100, 1), CLASSES) - 1;
    }

    /** All that has been counted, kinds of which there was none left out. */
    public List<Line> lines() {
        var lines = new ArrayList<Line>();
        collect(new Asked(KEPT, "GET"), keptForGet, lines);
        collect(new Asked(KEPT, "HEAD"), keptForHead, lines);
        routed.forEach((asked, counted) -> collect(asked, counted, lines));
        return lines;
    }

    private static void collect(Asked asked, Counted[] counted, List<Line> lines) {
        for (int i = 0; i < CLASSES; i++) {
            var buckets = Stream.of(counted[i].buckets).map(LongAdder::sum).toList();
            if (buckets.stream().anyMatch(count -> count > 0)) {
                lines.add(
                        new Line(asked.route(), asked.method(), (i + 1) + "xx", buckets, counted[i].nanos.sum() / 1e9));
            }
        }
    }
}
