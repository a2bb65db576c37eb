package kakolog.search;

import java.util.Optional;

/** What a document of the index is; the search page groups its hits by it, in this order. */
public enum Kind {
    AGENDA(1),
    LINK(2),
    MATERIAL(4),
    /** A message of a past log; found by {@link LogIndex}, while {@link SearchIndex} has none. */
    LOG(5),
    PAGE(3);

    private final int lane;

    Kind(int lane) {
        this.lane = lane;
    }

    /** Its share of the index's row numbers. Kept in the file: a changed one needs a new {@code SearchIndex.VERSION}. */
    int lane() {
        return lane;
    }

    /** The kind that a searcher names after {@code in:}, in Japanese or English. */
    static Optional<Kind> named(String name) {
        return switch (name) {
            case "agenda", "アジェンダ" -> Optional.of(AGENDA);
            case "links", "link", "リンク" -> Optional.of(LINK);
            case "materials", "material", "資料" -> Optional.of(MATERIAL);
            case "logs", "log", "chat", "過去ログ" -> Optional.of(LOG);
            case "pages", "page", "ページ" -> Optional.of(PAGE);
            default -> Optional.empty();
        };
    }
}
