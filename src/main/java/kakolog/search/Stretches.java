package kakolog.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import kakolog.search.Evenings.Evening;
import org.jspecify.annotations.Nullable;

/**
 * Where in the index to look, in the order of hits. Wanted evenings between which there is no other one make one stretch,
 * so that for whoever may read all of them there is a single one.
 */
final class Stretches {
    private final List<LogRow.Range> done = new ArrayList<>();
    private LogRow.@Nullable Range last;

    private Stretches() {}

    static List<LogRow.Range> of(SearchQuery query, Evenings evenings, Set<Evening> readable) {
        var stretches = new Stretches();
        var period = LogRow.range(query.period());
        var events = query.events().stream()
                .filter(LogRow::canHold)
                .map(event -> LogRow.range(event).low())
                .collect(Collectors.toSet());
        for (var evening : evenings.all()) {
            boolean isAskedFor =
                    period.holds(evening.low()) && (query.events().isEmpty() || events.contains(evening.low()));
            if (isAskedFor && readable.contains(evening)) {
                stretches.add(evening);
            } else {
                stretches.end();
            }
        }
        stretches.end();
        return stretches.done;
    }

    private void add(Evening evening) {
        var slots = LogSlot.range(evening.low());
        last = last == null ? slots : new LogRow.Range(last.low(), slots.high());
        if (evening.overflows()) {
            end();
            done.add(LogSlot.rangeBeyond(evening.low()));
        }
    }

    private void end() {
        if (last != null) {
            done.add(last);
            last = null;
        }
    }
}
