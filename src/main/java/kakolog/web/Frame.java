package kakolog.web;

import java.time.ZoneId;
import kakolog.text.Language;
import kakolog.text.Messages;

/**
 * What every page needs around its own: words, addresses, the site's name.
 *
 * @param path of the page, with its query
 * @param rehearsal whether this is a demonstration, which every page then says
 */
public record Frame(
        Messages messages,
        String path,
        String siteName,
        String tagline,
        ZoneId zone,
        PublicUrl publicUrl,
        Assets assets,
        boolean rehearsal) {

    /** A message of the page's language. */
    public String t(String key, Object... arguments) {
        return messages.get(key, arguments);
    }

    public String asset(String name) {
        return assets.address(name);
    }

    /** A path as a whole address. */
    public String url(String path) {
        return publicUrl.of(path);
    }

    public Language language() {
        return messages.language();
    }

    public boolean isEnglish() {
        return language() == Language.EN;
    }

    /** Whether the page is the one at this place of the navigation, or below it. */
    public boolean isAt(String place) {
        return path.equals(place) || path.startsWith(place + "/") || path.startsWith(place + "?");
    }
}
