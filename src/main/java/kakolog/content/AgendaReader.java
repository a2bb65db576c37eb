package kakolog.content;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import kakolog.text.Outline;
import kakolog.text.Outline.Entry;

/** Makes agenda items of an outline: gives each its stable id, and each topic the speakers that a line of handles names. */
final class AgendaReader {
    /** Lower-case letters and digits without those that look alike; 8 of them tell 2^40 items apart. */
    private static final char[] LETTERS = "0123456789abcdefghjkmnpqrstvwxyz".toCharArray();

    private static final int ID_LETTERS = 8;

    private AgendaReader() {}

    static List<AgendaItem> items(Outline outline) {
        return items(outline.entries(), "");
    }

    /** The handles that a list of items names for whatever stands above it. */
    static List<String> speakers(List<AgendaItem> items) {
        var speakers = new LinkedHashSet<String>();
        items.forEach(item -> speakers.addAll(Handles.in(item.text())));
        return List.copyOf(speakers);
    }

    private static List<AgendaItem> items(List<Entry> entries, String pathAbove) {
        var seen = new HashMap<String, Integer>();
        var items = new ArrayList<AgendaItem>();
        for (var entry : entries) {
            items.add(item(entry, pathAbove, seen));
        }
        return items;
    }

    private static AgendaItem item(Entry entry, String pathAbove, Map<String, Integer> seen) {
        var code = entry.codes().isEmpty() ? null : String.join("\n", entry.codes());
        var words = entry.text().isEmpty() && code != null ? code : entry.text();
        int number = seen.merge(words, 1, Integer::sum);
        var path = pathAbove + "\u0000" + words + (number == 1 ? "" : "\u0001" + number);
        var children = items(entry.children(), path);
        var links = entry.anchors().stream()
                .map(anchor -> new Link(anchor.title(), anchor.address()))
                .toList();
        var html = Handles.in(entry.text()).isEmpty() ? entry.html() : Handles.html(entry.text());
        return new AgendaItem("a-" + hash(path), entry.text(), html, code, links, speakers(children), children);
    }

    private static String hash(String path) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(path.getBytes(StandardCharsets.UTF_8));
            var id = new StringBuilder();
            for (int letter = 0; letter < ID_LETTERS; letter++) {
                id.append(LETTERS[(bits(digest, letter * 5) & 31)]);
            }
            return id.toString();
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }

    private static int bits(byte[] digest, int from) {
        int twoBytes = (digest[from / 8] & 255) << 8 | (digest[from / 8 + 1] & 255);
        return twoBytes >> (11 - from % 8);
    }
}
