package kakolog.web;

import java.time.ZoneId;
import kakolog.text.Language;
import kakolog.text.Messages;

/**
 * What every page needs around its own: words, addresses, the site's name.
 *
 * @param path of the page, with its query
 * @param visit who reads it
 * @param login whether one can sign in here
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
        Visit visit,
        boolean login,
        boolean rehearsal) {

    /** A message of the page's language. */
    public String t(String key, Object... arguments) {
        return messages.get(key, arguments);
    }

    public String asset(String name) {
        return assets.address(name);
    }

    /** As whom an organizer looks at the site, in words; empty for everybody else. */
    public String viewAs() {
        return visit.pretence()
                .map(pretence -> ViewAsWords.of(pretence, messages))
                .orElse("");
    }

    /** Whether the page is shown to somebody who is signed in, or to an organizer who looks as somebody who is. */
    public boolean isSignedIn() {
        return visit.isSignedIn()
                && !visit.pretence().filter("anonymous"::equals).isPresent();
    }

    /** The page's path as a value in another address. */
    public String nextPath() {
        return OwnPath.encode(path);
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
