package kakolog.content;

/**
 * A page of prose: how to join, the rules.
 *
 * @param name its file's name without the ending, and its address
 * @param order where it stands among the others
 * @param html safe HTML
 * @param inner the same with its headings a level lower, for showing it within another page
 * @param text the words, for searching
 */
public record Page(String name, String title, int order, String html, String inner, String text) {}
