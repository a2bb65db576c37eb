package kakolog.archive;

import java.util.List;
import java.util.stream.Stream;
import kakolog.content.Ledger.Entry;
import org.jspecify.annotations.Nullable;

/**
 * One address of the link ledger as machines read it.
 *
 * @param title the earliest one
 * @param archived the Internet Archive's copy nearest to the last event that named it
 * @param first the date of the first event that named it; {@code last} that of the last
 */
record LinkRecord(
        String title,
        String url,
        String host,
        List<String> otherTitles,
        String archived,
        String first,
        String last,
        List<Mention> mentions) {

    /**
     * One place of the agendas that named the address.
     *
     * @param event its slug
     * @param item the id of the agenda item
     * @param title as written there
     * @param topic the slug of the topic it stands under; null where it stands under none
     * @param topicName null with the topic
     */
    record Mention(
            String event,
            String item,
            String title,
            @Nullable String topic,
            @Nullable String topicName) {}

    static LinkRecord of(Entry entry) {
        return new LinkRecord(
                entry.title(),
                entry.address(),
                entry.host(),
                entry.otherTitles(),
                LinkRow.archived(entry),
                entry.first().date().toString(),
                entry.last().date().toString(),
                entry.mentions().stream().map(LinkRecord::mention).toList());
    }

    private static Mention mention(kakolog.content.Ledger.Mention mention) {
        var topic = mention.topic();
        return new Mention(
                mention.event().slug().value(),
                mention.item().id(),
                mention.link().title(),
                topic == null ? null : topic.slug(),
                topic == null ? null : topic.name());
    }

    /** The slugs of the events that named it, each once. */
    List<String> events() {
        return mentions.stream().map(Mention::event).distinct().toList();
    }

    /** The names of the topics that it was named under, each once. */
    List<String> topics() {
        return mentions.stream()
                .map(Mention::topicName)
                .flatMap(Stream::ofNullable)
                .distinct()
                .toList();
    }
}
