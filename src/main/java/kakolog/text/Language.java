package kakolog.text;

import java.util.Locale;

/** The languages of the interface; what people wrote stays as they wrote it. */
public enum Language {
    JA(Locale.JAPAN),
    EN(Locale.UK);

    private final Locale locale;

    Language(Locale locale) {
        this.locale = locale;
    }

    /** The language with this code ({@code ja}, {@code en}); Japanese for anything else. */
    public static Language of(String code) {
        return EN.code().equals(code) ? EN : JA;
    }

    /** Two letters, as in the HTML attribute {@code lang}. */
    public String code() {
        return locale.getLanguage();
    }

    public Locale locale() {
        return locale;
    }
}
