package kakolog.content;

import kakolog.text.Markdown;

/**
 * A page of prose: how to join, the rules.
 *
 * @param name its file's name without the ending, and its address
 * @param order where it stands among the others
 * @param html safe HTML
 * @param inner the same with its headings a level lower, for showing it within another page
 */
public record Page(String name, String title, int order, String html, String inner) {
    /** The words, for searching: found when asked for, since nothing on the way to the first page needs them. */
    String text() {
        return Markdown.words(html);
    }
}
