package kakolog.search;

import java.time.LocalDate;
import kakolog.access.Audience;
import org.jspecify.annotations.Nullable;

/**
 * One thing that search can find: an agenda item, a link, a part of a page.
 *
 * @param key names it in the whole index
 * @param source the file it comes from ({@code events/2021-05-18}); all documents of a source are replaced together
 * @param date of its evening; null for what has none, which comes after all that has
 * @param path where a hit leads, with its {@code #anchor}
 * @param title shown as the hit's heading; counts as own words
 * @param context the words of the items above it, shown with the hit; they are searched too, yet find it only together
 *     with a word of its own
 * @param body its own words; those of a link are its title and its address
 * @param audience those who may find it
 */
public record Document(
        String key,
        Kind kind,
        String source,
        @Nullable LocalDate date,
        String path,
        String title,
        String context,
        String body,
        Audience audience,
        boolean hasLink) {
    public Document {
        if (date != null && (date.getYear() < 0 || date.getYear() > 9999)) {
            throw new IllegalArgumentException("a year of four digits is needed, not " + date);
        }
        // SQLite's text functions stop at U+0000.
        title = title.replace("\0", "");
        context = context.replace("\0", "");
        body = body.replace("\0", "");
    }
}
