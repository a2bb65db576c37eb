package kakolog.announcement;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Splits a running announcement page into a content folder: a file an evening, and beginnings of the rest. */
public final class PageImport {
    private final CarefulFolder folder;
    private final Pandoc pandoc;

    /** An import into this content folder; evenings whose files differ are kept unless {@code overwrite}. */
    public PageImport(Path content, boolean overwrite) {
        this(content, overwrite, "pandoc");
    }

    PageImport(Path content, boolean overwrite, String pandoc) {
        this.folder = new CarefulFolder(content, overwrite);
        this.pandoc = new Pandoc(pandoc);
    }

    /**
     * Imports the page and tells, line by line, what became of it: files first, then every line that found no place.
     *
     * @throws UnreadablePage where the page is not there, is not text, or needs a pandoc that is not installed
     */
    public List<String> run(Path file) throws IOException {
        var page = AnnouncementPage.read(markdownOf(file));
        var report = new ArrayList<String>();
        putEvents(page, report);
        putRest(page, report);
        if (!page.unplaced().isEmpty()) {
            report.add("not placed (line of the Markdown: text):");
            page.unplaced().forEach(line -> report.add("  " + line.number() + ": " + line.text()));
        }
        return List.copyOf(report);
    }

    private String markdownOf(Path file) throws IOException {
        String source;
        try {
            if (!Files.isRegularFile(file)) {
                throw new UnreadablePage("no such file: " + file);
            }
            source = Files.readString(file).replaceFirst("^\uFEFF", "");
        } catch (CharacterCodingException notUtf8) {
            throw new UnreadablePage(file + " is not UTF-8 text: save it as UTF-8 first", notUtf8);
        }
        return file.toString().endsWith(".rst") ? pandoc.markdownOf(RstSource.mended(source)) : source;
    }

    private void putEvents(AnnouncementPage page, List<String> report) throws IOException {
        Map<String, Integer> onDay = new HashMap<>();
        var inOrder = page.events().stream()
                .sorted(Comparator.comparing(
                                (PageEvent event) -> event.heading().date())
                        .thenComparing(event -> event.heading().start()))
                .toList();
        for (var event : inOrder) {
            var day = event.heading().date().toString();
            int number = onDay.merge(day, 1, Integer::sum);
            var name = "events/" + day + (number == 1 ? "" : "-" + number) + ".md";
            var outcome = folder.put(name, EventText.of(event));
            report.add(name + ": " + counts(List.of(event)) + ", " + told(outcome));
        }
        report.add(inOrder.size() + " events: " + counts(inOrder));
    }

    private void putRest(AnnouncementPage page, List<String> report) throws IOException {
        var topics = TopicDrift.in(page.events());
        var site = folder.putIfMissing("site.yaml", SiteText.of(page, topics));
        report.add("site.yaml: " + (site == CarefulFolder.Outcome.WRITTEN ? "written" : "already there, kept"));
        if (site == CarefulFolder.Outcome.WRITTEN) {
            topics.forEach(topic -> topic.aliases()
                    .forEach(alias -> report.add("  alias: \"" + alias + "\" is \"" + topic.name() + "\"")));
        }
        for (var text : PageText.values()) {
            var name = "pages/" + text.file();
            var outcome = folder.putIfMissing(name, text.begun(page.prose()));
            report.add(name + ": "
                    + (outcome == CarefulFolder.Outcome.WRITTEN ? "begun, to be written" : "already there, kept"));
        }
    }

    private static String counts(List<PageEvent> events) {
        long items = events.stream().flatMap(PageEvent::items).count();
        long links = events.stream().mapToLong(PageEvent::links).sum();
        long blocks = events.stream().mapToLong(PageEvent::literalBlocks).sum();
        return items + " items, " + links + " links, " + blocks + " code blocks";
    }

    private static String told(CarefulFolder.Outcome outcome) {
        return switch (outcome) {
            case WRITTEN -> "written";
            case UNCHANGED -> "unchanged";
            case KEPT -> "differs, kept; --overwrite replaces it";
        };
    }
}
