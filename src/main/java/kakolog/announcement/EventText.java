package kakolog.announcement;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes an evening as the text of its content file: front matter, then the agenda as nested lists. */
final class EventText {
    private final StringBuilder text = new StringBuilder();

    private EventText() {}

    static String of(PageEvent event) {
        var file = new EventText();
        file.frontMatter(event);
        event.agenda().forEach(item -> file.item(item, ""));
        return file.text.toString();
    }

    private void frontMatter(PageEvent event) {
        var heading = event.heading();
        line("---");
        line("date: " + heading.date());
        line("start: " + Yaml.quoted(EventHeading.time(heading.start())));
        if (event.end() != null) {
            line("end: " + Yaml.quoted(EventHeading.time(event.end())));
        }
        if (event.title() != null) {
            line("title: " + Yaml.scalar(event.title()));
        }
        line("hosts: " + Yaml.list(event.hosts()));
        line("guests: " + Yaml.list(event.guests()));
        if (event.attendance() != null) {
            line("attendance: " + event.attendance());
        }
        line("---");
        line("");
    }

    private void item(PageItem item, String indent) {
        var words = InlineText.asItem(InlineText.of(item.pieces()));
        var block = block(item.code());
        if (words.isEmpty() && !block.isEmpty()) {
            line(indent + "- " + block.get(0));
            block = block.subList(1, block.size());
        } else {
            line((indent + "- " + words).stripTrailing());
        }
        block.forEach(line -> line(line.isEmpty() ? "" : indent + "  " + line));
        item.children().forEach(child -> item(child, indent + "  "));
    }

    private static List<String> block(@Nullable String code) {
        if (code == null) {
            return List.of();
        }
        var fence = "```";
        while (code.contains(fence)) {
            fence += "`";
        }
        var lines = new ArrayList<String>();
        lines.add(fence);
        lines.addAll(code.lines().collect(Collectors.toList()));
        lines.add(fence);
        return lines;
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
