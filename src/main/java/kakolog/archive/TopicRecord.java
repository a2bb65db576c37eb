package kakolog.archive;

import java.util.List;
import kakolog.content.Topic;

/**
 * A topic in the API, with every evening's item of it.
 *
 * @param wordings as the agendas spell it, in order of first appearance
 * @param evenings how many it came up on
 * @param first the date of the first evening; {@code last} that of the last
 */
record TopicRecord(
        String slug,
        String name,
        List<String> wordings,
        int evenings,
        String first,
        String last,
        List<Appearance> appearances) {

    /** One evening's item: the event's slug, the item's id and words. */
    record Appearance(String event, String item, String text, List<String> speakers) {}

    static TopicRecord of(Topic topic) {
        return new TopicRecord(
                topic.slug(),
                topic.name(),
                topic.wordings(),
                topic.evenings(),
                topic.first().date().toString(),
                topic.last().date().toString(),
                topic.appearances().stream().map(TopicRecord::appearance).toList());
    }

    private static Appearance appearance(Topic.Appearance seen) {
        return new Appearance(
                seen.event().slug().value(),
                seen.item().id(),
                seen.item().text(),
                seen.item().speakers());
    }
}
