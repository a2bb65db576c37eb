package kakolog.web;

/** Answers one route. What it may throw for the visitor: {@link NotFound}, {@link BadInput}. */
@FunctionalInterface
public interface Page {
    Answer answer(Asking asking);
}
