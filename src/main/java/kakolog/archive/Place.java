package kakolog.archive;

import kakolog.content.AgendaItem;
import kakolog.content.Event;
import kakolog.content.Topic;
import kakolog.web.OwnPath;

/** Something with a page of its own: its name and its address. */
public record Place(String name, String href) {
    static Place of(Event event) {
        return new Place(event.slug().value(), "/events/" + event.slug());
    }

    static Place of(Topic topic) {
        return new Place(topic.name(), "/topics/" + OwnPath.part(topic.slug()));
    }

    static Place of(Event event, AgendaItem item) {
        return new Place(item.text(), "/events/" + event.slug() + "#" + item.id());
    }

    static Place ofPerson(String handle) {
        return new Place(handle, "/people/" + OwnPath.part(handle));
    }
}
