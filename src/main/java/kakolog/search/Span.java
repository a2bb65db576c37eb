package kakolog.search;

/** A stretch of a hit's text as its author wrote it, and whether it is one of the words searched for. */
public record Span(String text, boolean marked) {}
