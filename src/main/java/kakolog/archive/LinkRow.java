package kakolog.archive;

import java.time.format.DateTimeFormatter;
import java.util.List;
import kakolog.content.Ledger.Entry;
import kakolog.content.Ledger.Mention;
import kakolog.text.Days;
import kakolog.text.Language;
import org.jspecify.annotations.Nullable;

/**
 * One address of the ledger as the pages show it.
 *
 * @param archived the Internet Archive's copy nearest to the last event that named it
 * @param first the date of the first event that named it, in numbers; {@code last} that of the last
 */
public record LinkRow(
        String title,
        List<String> otherTitles,
        String address,
        String host,
        String archived,
        String first,
        String last,
        List<Named> named) {

    /** One place of the archive that named the address; the topic is null where it stands under none. */
    public record Named(String date, Place place, @Nullable Place topic) {}

    static LinkRow of(Entry entry, Language language) {
        return new LinkRow(
                entry.title(),
                entry.otherTitles(),
                entry.address(),
                entry.host(),
                archived(entry),
                Days.shortDate(entry.first().date(), language),
                Days.shortDate(entry.last().date(), language),
                entry.mentions().stream()
                        .map(mention -> named(mention, language))
                        .distinct()
                        .toList());
    }

    /** A plain link: the server asks nobody whether there is a copy. */
    static String archived(Entry entry) {
        var day = entry.last().date().format(DateTimeFormatter.BASIC_ISO_DATE);
        return "https://web.archive.org/web/" + day + "/" + entry.address();
    }

    private static Named named(Mention mention, Language language) {
        var topic = mention.topic();
        return new Named(
                Days.shortDate(mention.event().date(), language),
                Place.of(mention.event(), mention.item()),
                topic == null ? null : Place.of(topic));
    }
}
