package kakolog.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kakolog.content.Events;
import kakolog.web.Answer;
import kakolog.web.Asking;
import kakolog.web.Json;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** {@code /links.json}, {@code /links.csv}, {@code /links.html}: the link ledger to take away, with the filters of {@code /links}. */
public final class LinkExports {
    /** Without it Excel reads UTF-8 as the system's old encoding. */
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /** A spreadsheet computes a cell that begins with one of these (OWASP, CSV Injection). */
    private static final String FORMULA_BEGINS = "=+-@\t\r";

    private static final CSVFormat CSV = CSVFormat.RFC4180
            .builder()
            .setHeader("title", "url", "host", "first", "last", "events", "topics", "archived")
            .get();

    private final Events events;

    public LinkExports(Events events) {
        this.events = events;
    }

    public Answer json(Asking asking) {
        return Json.of(rows(asking));
    }

    public Answer csv(Asking asking) {
        var text = new StringBuilder(BYTE_ORDER_MARK);
        try (var csv = new CSVPrinter(text, CSV)) {
            for (var row : rows(asking)) {
                csv.printRecord(cells(row).map(LinkExports::guarded));
            }
        } catch (IOException impossibleInMemory) {
            throw new UncheckedIOException(impossibleInMemory);
        }
        return attached(Answer.of("text/csv; charset=utf-8; header=present", text.toString()), asking, "csv");
    }

    public Answer bookmarks(Asking asking) {
        var title = events.current().site().name();
        var filter = LinkFilter.of(asking);
        return attached(Answer.of(Answer.HTML, Bookmarks.of(title, filter.apply(events.current()))), asking, "html");
    }

    /** A text that a spreadsheet shows as it is. */
    static String guarded(String cell) {
        return !cell.isEmpty() && FORMULA_BEGINS.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }

    private List<LinkRecord> rows(Asking asking) {
        return LinkFilter.of(asking).apply(events.current()).stream()
                .map(LinkRecord::of)
                .toList();
    }

    private static Stream<String> cells(LinkRecord row) {
        return Stream.of(
                row.title(),
                row.url(),
                row.host(),
                row.first(),
                row.last(),
                String.join(" ", row.events()),
                String.join("; ", row.topics()),
                row.archived());
    }

    /** Named after the filter, so that two downloads lie side by side: {@code links-2021.csv}. */
    private static Answer attached(Answer answer, Asking asking, String ending) {
        var filter = LinkFilter.of(asking);
        var name = Stream.of("links", filter.event(), filter.year(), filter.host(), filter.topic())
                .map(part -> part.replaceAll("[^A-Za-z0-9.]+", "-").replaceAll("^-|-$", ""))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("-"));
        var shortName = name.substring(0, Math.min(name.length(), 80));
        return answer.withHeader("Content-Disposition", "attachment; filename=\"" + shortName + "." + ending + "\"");
    }
}
