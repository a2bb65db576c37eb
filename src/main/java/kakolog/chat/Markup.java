package kakolog.chat;

import java.util.List;

/**
 * The markup that messages of Discord are written in. Whatever the text, reading it takes time in proportion to its length,
 * and nothing of it reaches a page but as text.
 */
public final class Markup {
    private Markup() {}

    /**
     * Safe HTML, inline and blocks mixed, for the inside of a {@code <div dir="auto">}, which also ends what marks of
     * direction leave open. Spoilers are {@code .spoiler}, shown by the style sheet while they are pointed at or focused.
     */
    public static String html(String text, Names names) {
        return MarkupHtml.of(text, names);
    }

    /**
     * The words in one line, to search: without marks, ids and moments, with code and addresses. Where somebody is named
     * stands {@code @} or {@code #} alone; what a spoiler hides is in it.
     */
    public static String plain(String text) {
        return PlainText.of(text);
    }

    /** The words in one line, to quote them: with names and moments, and with {@code hidden} in place of each spoiler. */
    public static String quoted(String text, String hidden, Names names) {
        return PlainText.of(text, hidden, names);
    }

    /** The addresses that it links to, http and https, in order and each once. */
    public static List<String> addresses(String text) {
        return Addresses.of(text);
    }

    /**
     * Whether what is shown of this address belongs to a spoiler of the text. Where it stands nowhere in it, Discord told
     * another address of the same page: then any spoiler with an address is taken for its.
     */
    public static boolean hides(String text, String address) {
        return Addresses.hide(text, address);
    }

    public static boolean hasCode(String text) {
        return CodeFinder.finds(text);
    }

    /** Whether it asks something; a guess by question marks and by how Japanese questions end. */
    public static boolean asks(String text) {
        return Questions.asks(text);
    }

    /** Whether it is 1 to 27 emoji and nothing else, which are shown large. */
    public static boolean isOnlyEmoji(String text) {
        return OnlyEmoji.is(text);
    }
}
