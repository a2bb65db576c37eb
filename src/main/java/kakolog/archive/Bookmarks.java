package kakolog.archive;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import kakolog.content.Ledger.Entry;

/** The file that every browser imports bookmarks from: a folder for each year in which addresses were first named. */
final class Bookmarks {
    private Bookmarks() {}

    static String of(String title, List<Entry> entries) {
        var byYear = new TreeMap<Integer, List<Entry>>(Comparator.reverseOrder());
        for (var entry : entries) {
            byYear.computeIfAbsent(entry.first().date().getYear(), year -> new ArrayList<>())
                    .add(entry);
        }
        var file = new StringBuilder("""
                <!DOCTYPE NETSCAPE-Bookmark-file-1>
                <META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=UTF-8">
                <TITLE>SITE</TITLE>
                <H1>SITE</H1>
                <DL><p>
                """.replace("SITE", escaped(title)));
        byYear.forEach((year, named) -> {
            file.append("    <DT><H3>").append(year).append("</H3>\n    <DL><p>\n");
            named.forEach(entry -> file.append(line(entry)));
            file.append("    </DL><p>\n");
        });
        return file.append("</DL><p>\n").toString();
    }

    private static String line(Entry entry) {
        return "        <DT><A HREF=\"" + escaped(entry.address()) + "\" ADD_DATE=\""
                + entry.first().times().start().toEpochSecond() + "\">" + escaped(entry.title()) + "</A>\n";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
