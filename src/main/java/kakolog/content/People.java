package kakolog.content;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where each handle spoke, hosted or was a guest. Immutable. */
public final class People {
    private final Map<String, Person> byHandle = new LinkedHashMap<>();

    /** One handle and its evenings, in order of time. */
    public record Person(String handle, List<Evening> evenings) {
        public Person {
            evenings = List.copyOf(evenings);
        }
    }

    /**
     * What one person did on one evening.
     *
     * @param wholeEvening whether the agenda names them for the evening rather than for a topic
     * @param items the items they spoke on
     */
    public record Evening(Event event, boolean host, boolean guest, boolean wholeEvening, List<AgendaItem> items) {
        public Evening {
            items = List.copyOf(items);
        }
    }

    /** Finds the people of these events, which come in order of time. */
    People(List<Event> events) {
        var evenings = new LinkedHashMap<String, List<Evening>>();
        for (var event : events) {
            var items = new LinkedHashMap<String, List<AgendaItem>>();
            event.guests().forEach(handle -> items.put(handle, new ArrayList<>()));
            event.hosts().forEach(handle -> items.computeIfAbsent(handle, seen -> new ArrayList<>()));
            event.speakers().forEach(handle -> items.computeIfAbsent(handle, seen -> new ArrayList<>()));
            event.items()
                    .forEach(item -> item.speakers()
                            .forEach(handle -> items.computeIfAbsent(handle, seen -> new ArrayList<>())
                                    .add(item)));
            items.forEach((handle, spoken) -> evenings.computeIfAbsent(handle, seen -> new ArrayList<>())
                    .add(new Evening(
                            event,
                            event.hosts().contains(handle),
                            event.guests().contains(handle),
                            event.speakers().contains(handle),
                            spoken)));
        }
        evenings.forEach((handle, seen) -> byHandle.put(handle, new Person(handle, seen)));
    }

    public Collection<Person> all() {
        return List.copyOf(byHandle.values());
    }

    public Optional<Person> find(String handle) {
        return Optional.ofNullable(byHandle.get(handle));
    }
}
