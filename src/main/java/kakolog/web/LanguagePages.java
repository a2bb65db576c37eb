package kakolog.web;

import kakolog.text.Language;

/** The switch of the interface's language, remembered for a year. */
public final class LanguagePages {
    private final PublicUrl publicUrl;

    public LanguagePages(PublicUrl publicUrl) {
        this.publicUrl = publicUrl;
    }

    /** Remembers the language and returns to the page. */
    public Answer choose(Asking asking) {
        var language = Language.of(asking.field("lang").orElse(""));
        return Answer.redirect(OwnPath.of(asking.field("next").orElse("/")))
                .withCookie(Languages.COOKIE + "=" + language.code()
                        + "; Path=/; Max-Age=31536000; HttpOnly; SameSite=Lax"
                        + (publicUrl.isHttps() ? "; Secure" : ""));
    }
}
