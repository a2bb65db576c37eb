package kakolog.search;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import kakolog.access.Audience;

/** An index of two evenings and the rules, and short ways to fill it and to ask it. */
final class TwoEvenings implements AutoCloseable {
    static final Set<String> ANYBODY = Set.of("everyone");

    final SearchIndex index;

    TwoEvenings(Path folder) {
        index = SearchIndex.open(folder.resolve("search.db"));
        index.replace(
                "events/2021-05-18",
                "f1",
                List.of(
                        agenda("2021-05-18", "a1", "", "録画をﾄﾞﾜﾝｺﾞに公開する"),
                        agenda("2021-05-18", "a2", "WebRTC › 再交渉", "re-offer は誰が送る?"),
                        agenda("2021-05-18", "a3", "WebRTC", "ＣＰＵ 負荷と C++ の実装"),
                        link(
                                "2021-05-18",
                                "l1",
                                "WebRTC",
                                "RFC 8825 Overview",
                                "https://www.rfc-editor.org/rfc/rfc8825")));
        index.replace(
                "events/2021-07-06",
                "f2",
                List.of(
                        agenda("2021-07-06", "b1", "", "鍵"),
                        agenda("2021-07-06", "b2", "", "録音と録画🎉 の配信"),
                        agenda("2021-07-06", "b3", "", "CPU を測る")));
        index.replace("pages/rules", "f3", List.of(page("rules", "参加の決まり", "録画は禁止です。公開鍵を持参してください。")));
    }

    String found(String query) {
        return String.join(" ", search(query).hits().stream().map(Hit::key).toList());
    }

    SearchResults search(String query) {
        return index.search(SearchQuery.parse(query), ANYBODY, null, 0, 20);
    }

    static String shown(List<Span> spans) {
        return String.join(
                "",
                spans.stream()
                        .map(span -> span.marked() ? "[" + span.text() + "]" : span.text())
                        .toList());
    }

    static Document agenda(String slug, String key, String context, String text) {
        var path = "/events/" + slug + "#" + key;
        return new Document(
                key,
                Kind.AGENDA,
                "events/" + slug,
                LocalDate.parse(slug),
                path,
                text,
                context,
                text,
                Audience.everyone(),
                false);
    }

    static Document link(String slug, String key, String context, String title, String url) {
        var path = "/events/" + slug + "#" + key;
        var body = title + " " + url;
        return new Document(
                key,
                Kind.LINK,
                "events/" + slug,
                LocalDate.parse(slug),
                path,
                title,
                context,
                body,
                Audience.everyone(),
                true);
    }

    static Document page(String name, String title, String text) {
        return new Document(
                name, Kind.PAGE, "pages/" + name, null, "/pages/" + name, title, "", text, Audience.everyone(), false);
    }

    static Document document(String source, String key, String text, Audience audience) {
        var date = source.startsWith("events/") ? LocalDate.parse(source.substring(7)) : null;
        return new Document(key, Kind.AGENDA, source, date, "/" + key, text, "", text, audience, false);
    }

    @Override
    public void close() {
        index.close();
    }
}
