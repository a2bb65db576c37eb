package kakolog.content;

/** A link as an agenda names it: the title as written (the address itself where it stood bare) and the address unchanged. */
public record Link(String title, String url) {}
