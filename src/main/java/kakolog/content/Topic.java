package kakolog.content;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that recurs from evening to evening: what top-level items of the same wording, or of wordings that {@code
 * site.yaml} calls the same, said of it.
 *
 * @param wordings as they stand in the agendas, in order of first appearance
 * @param appearances in order of time
 */
public record Topic(String slug, String name, List<String> wordings, List<Appearance> appearances) {
    public Topic {
        wordings = List.copyOf(wordings);
        appearances = List.copyOf(appearances);
    }

    /** One evening's item of the topic. */
    public record Appearance(Event event, AgendaItem item) {}

    /** A topic is known by its slug: to compare all that was ever said of it is to walk through the archive. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Topic topic && slug.equals(topic.slug);
    }

    @Override
    public int hashCode() {
        return slug.hashCode();
    }

    public Event first() {
        return appearances.get(0).event();
    }

    public Event last() {
        return appearances.get(appearances.size() - 1).event();
    }

    /** How many evenings it came up on; an evening may have several items of it. */
    public int evenings() {
        return (int)
                appearances.stream().map(seen -> seen.event().slug()).distinct().count();
    }
}
