package kakolog.archive;

import java.util.List;
import kakolog.content.Ledger.Entry;
import kakolog.content.Ledger.Mention;
import kakolog.content.Snapshot;
import kakolog.web.Asking;
import kakolog.web.OwnPath;

/**
 * Which addresses of the ledger are asked for; each part is empty where it does not matter.
 *
 * @param topic the slug of a topic
 * @param event the slug of an event
 */
public record LinkFilter(String year, String topic, String host, String event) {

    static LinkFilter of(Asking asking) {
        return new LinkFilter(
                asking.parameter("year").orElse(""),
                asking.parameter("topic").orElse(""),
                asking.parameter("host").orElse(""),
                asking.parameter("event").orElse(""));
    }

    public boolean isEmpty() {
        return year.isEmpty() && topic.isEmpty() && host.isEmpty() && event.isEmpty();
    }

    List<Entry> apply(Snapshot snapshot) {
        return snapshot.ledger().entries().stream().filter(this::admits).toList();
    }

    private boolean admits(Entry entry) {
        return (host.isEmpty() || host.equals(entry.host()))
                && entry.mentions().stream().anyMatch(this::admits);
    }

    private boolean admits(Mention mention) {
        var topicOfMention = mention.topic();
        return (year.isEmpty()
                        || year.equals(String.valueOf(mention.event().date().getYear())))
                && (topic.isEmpty() || (topicOfMention != null && topic.equals(topicOfMention.slug())))
                && (event.isEmpty() || event.equals(mention.event().slug().value()));
    }

    /** The same filter as a query, with the number of a page. */
    String query(int page) {
        var query = new StringBuilder();
        add(query, "year", year);
        add(query, "topic", topic);
        add(query, "host", host);
        add(query, "event", event);
        add(query, "page", page > 1 ? String.valueOf(page) : "");
        return query.toString();
    }

    private static void add(StringBuilder query, String name, String value) {
        if (!value.isEmpty()) {
            query.append(query.isEmpty() ? "?" : "&").append(name).append('=').append(OwnPath.part(value));
        }
    }
}
