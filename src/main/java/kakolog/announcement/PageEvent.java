package kakolog.announcement;

import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An evening as an announcement page tells it. */
record PageEvent(
        EventHeading heading,
        @Nullable LocalTime end,
        @Nullable String title,
        List<String> guests,
        @Nullable Integer attendance,
        List<PageItem> agenda) {
    PageEvent {
        guests = List.copyOf(guests);
        agenda = List.copyOf(agenda);
    }

    Stream<PageItem> items() {
        return agenda.stream().flatMap(PageItem::walk);
    }

    long links() {
        return items().flatMap(item -> Inline.links(item.pieces())).count();
    }

    long literalBlocks() {
        return items().filter(item -> item.code() != null).count();
    }

    /** Who is no guest and speaks on more than half of what has speakers: a page never says who leads, this does. */
    List<String> hosts() {
        var lines = items().map(PageItem::handles)
                .filter(handles -> !handles.isEmpty())
                .toList();
        Map<String, Integer> spoken = new HashMap<>();
        lines.forEach(handles -> handles.forEach(handle -> spoken.merge(handle, 1, Integer::sum)));
        return lines.stream()
                .flatMap(List::stream)
                .distinct()
                .filter(handle -> spoken.getOrDefault(handle, 0) * 2 > lines.size())
                .filter(handle -> !guests.contains(handle))
                .toList();
    }
}
