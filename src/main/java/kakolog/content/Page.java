package kakolog.content;

/**
 * A page of prose: how to join, the rules.
 *
 * @param name its file's name without the ending, and its address
 * @param order where it stands among the others
 * @param html safe HTML
 * @param text the words, for searching
 */
public record Page(String name, String title, int order, String html, String text) {}
