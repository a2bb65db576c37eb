package kakolog.web;

import kakolog.text.Language;

/** The remembered switch of the interface's language: a cookie of its own that says nothing about anyone. */
final class Languages {
    static final String COOKIE = "lang";

    private Languages() {}

    /** Read straight from the header: parsing all cookies costs more than the rest of answering from memory. */
    static Language of(String cookies) {
        return Cookies.value(cookies, COOKIE).equals(Language.EN.code()) ? Language.EN : Language.JA;
    }
}
