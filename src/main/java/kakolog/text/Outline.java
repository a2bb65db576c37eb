package kakolog.text;

import java.util.List;

/**
 * Markdown read as an outline.
 *
 * @param lead safe HTML of the paragraphs before the list; empty where there are none
 * @param entries the list
 * @param closing safe HTML of the paragraphs after it
 * @param oddities what an outline has no place for
 */
public record Outline(String lead, List<Entry> entries, String closing, List<Oddity> oddities) {
    public Outline {
        entries = List.copyOf(entries);
        oddities = List.copyOf(oddities);
    }

    /**
     * One item of the list.
     *
     * @param line where it stands, from 1
     * @param text its words without markup
     * @param html the same as safe inline HTML
     * @param codes its literal blocks, byte for byte, each with a line end after its last line
     */
    public record Entry(
            int line, String text, String html, List<String> codes, List<Anchor> anchors, List<Entry> children) {
        public Entry {
            codes = List.copyOf(codes);
            anchors = List.copyOf(anchors);
            children = List.copyOf(children);
        }
    }

    /** A link: its title (the address itself where it stands bare) and its address, unchanged. */
    public record Anchor(String title, String address) {}

    /** Something an outline has no place for. */
    public record Oddity(int line, String what, String expected) {}
}
