package kakolog.announcement;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A running announcement page in Markdown, taken apart: its evenings, its prose, and each line without a place. */
record AnnouncementPage(List<PageEvent> events, List<Section> prose, List<Line> unplaced) {
    private static final Pattern HEADING = Pattern.compile("#{1,6}\\s+(.*?)(?:\\s+#+)?\\s*");

    /** A line with its number in the Markdown, counted from 1. */
    record Line(int number, String text) {}

    /** A part of the page that is no evening; the heading is empty above the first one. */
    record Section(String heading, List<Line> lines) {
        Section {
            lines = List.copyOf(lines);
        }

        List<Inline.Piece> pieces() {
            return lines.stream()
                    .flatMap(line -> Inline.read(line.text()).stream())
                    .toList();
        }
    }

    AnnouncementPage {
        events = List.copyOf(events);
        prose = List.copyOf(prose);
        unplaced = List.copyOf(unplaced);
    }

    static AnnouncementPage read(String markdown) {
        return new Reading().page(markdown);
    }

    private static final class Reading {
        private final List<PageEvent> events = new ArrayList<>();
        private final List<Section> prose = new ArrayList<>();
        private final List<Line> unplaced = new ArrayList<>();
        private final List<Line> lines = new ArrayList<>();
        private String heading = "";
        private @Nullable EventReader event;
        private @Nullable LiteralBlock fenced;

        AnnouncementPage page(String markdown) {
            int number = 0;
            for (var line : markdown.lines().toList()) {
                take(new Line(++number, line));
            }
            endSection();
            return new AnnouncementPage(events, prose, unplaced);
        }

        private void take(Line line) {
            var words = HEADING.matcher(line.text());
            boolean literal = isLiteral(line.text());
            if (!literal && words.matches()) {
                endSection();
                beginSection(line, Inline.words(Inline.read(words.group(1))));
                return;
            }
            lines.add(line);
            if (!line.text().isBlank() && (event == null || !event.take(line.text()))) {
                unplaced.add(line);
            } else if (event != null && line.text().isBlank()) {
                event.take(line.text());
            }
        }

        /** Inside a fence a number sign is no heading; deeper fences belong to an item, where no heading begins. */
        private boolean isLiteral(String line) {
            if (fenced != null) {
                if (fenced.take(line)) {
                    return true;
                }
                fenced = null;
            }
            if (Indent.of(line) == 0 && LiteralBlock.isFence(line)) {
                fenced = LiteralBlock.fenced(0, line);
            }
            return fenced != null;
        }

        private void beginSection(Line line, String words) {
            heading = words;
            event = EventHeading.of(words).map(EventReader::new).orElse(null);
            if (event == null) {
                unplaced.add(
                        EventHeading.wasMeant(words)
                                ? new Line(line.number(), line.text() + "  <- expected like: 2021 年 7 月 6 日 (火) 19:30~")
                                : line);
            }
        }

        private void endSection() {
            if (event != null) {
                events.add(event.event());
            } else {
                prose.add(new Section(heading, lines));
            }
            lines.clear();
        }
    }
}
