package kakolog.content;

import java.util.Optional;
import kakolog.text.Markdown;
import kakolog.text.MarkdownTooHard;

/** Reads a page of prose: front matter with its title, then Markdown. */
final class PageFile {
    private PageFile() {}

    /** The page, or empty where the file has faults; they have been added then. */
    static Optional<Page> read(String name, byte[] bytes, Faults faults) {
        var file = TextFile.decode(bytes, faults).flatMap(text -> TextFile.split(text, faults));
        if (file.isEmpty()) {
            return Optional.empty();
        }
        var html = html(file.get(), faults);
        return YamlReader.read(file.get().yaml(), 2, faults)
                .map(yaml -> page(name, yaml, html))
                .filter(page -> faults.isEmpty());
    }

    private static Page page(String name, YamlFields yaml, String html) {
        var title = yaml.required("title", "the page's title", Optional::of).orElse("");
        int order = yaml.optional("order", "a number", Readings::count).orElse(100);
        yaml.refuseOthers();
        return new Page(name, title, order, html, Markdown.lowered(html));
    }

    private static String html(TextFile file, Faults faults) {
        int linesBefore = file.bodyLine() - 1;
        try {
            for (var link : Markdown.refusedLinks(file.body())) {
                faults.add(linesBefore + link.line(), link.what(), link.expected());
            }
            return Markdown.html(file.body());
        } catch (MarkdownTooHard tooHard) {
            faults.add(linesBefore + tooHard.line(), String.valueOf(tooHard.getMessage()), tooHard.expected());
            return "";
        }
    }
}
