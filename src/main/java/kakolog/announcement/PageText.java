package kakolog.announcement;

import java.util.List;
import java.util.stream.Collectors;
import kakolog.content.Link;

/** A page that a portal of talk evenings has; the import begins it with the links of its part of the announcement. */
enum PageText {
    JOIN(1, "join", "参加方法", "参加申込|参加方法"),
    RULES(2, "rules", "注意", "注意"),
    PREPARATION(3, "preparation", "事前準備", "準備"),
    BOOST(4, "boost", "サーバーブースト", "ブースト"),
    ABOUT(5, "about", "この配信について", "概要|配信について");

    private final int order;
    private final String file;
    private final String title;
    private final String headings;

    PageText(int order, String file, String title, String headings) {
        this.order = order;
        this.file = file;
        this.title = title;
        this.headings = headings;
    }

    String file() {
        return file + ".md";
    }

    /** The beginning of the page: no sentence of the announcement, only the addresses it named. */
    String begun(List<AnnouncementPage.Section> prose) {
        var links = prose.stream()
                .filter(section -> section.heading().matches(".*(?:" + headings + ").*"))
                .flatMap(section -> Inline.links(section.pieces()))
                .distinct()
                .map(PageText::written)
                .collect(Collectors.joining("\n"));
        return """
                ---
                title: %s
                order: %d
                ---

                このページはまだ書かれていません。運営の方がここに文章を書いてください。
                %s""".formatted(Yaml.scalar(title), order, links.isEmpty() ? "" : "\n" + links + "\n");
    }

    private static String written(Link link) {
        if (link.title().equals(link.url())) {
            return "- <" + link.url() + ">";
        }
        return "- " + InlineText.of(List.of(new Inline.Titled(List.of(new Inline.Plain(link.title())), link.url())));
    }
}
