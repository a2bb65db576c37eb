package kakolog.search;

import java.util.Optional;

/** What something found may have besides words, asked for by {@code has:}. */
public enum Trait {
    LINK,
    IMAGE,
    /** Any attached file that is no picture. */
    FILE,
    CODE;

    /** The trait that a searcher names after {@code has:}, in Japanese or English. */
    static Optional<Trait> named(String name) {
        return switch (name) {
            case "link", "links", "リンク" -> Optional.of(LINK);
            case "image", "images", "画像" -> Optional.of(IMAGE);
            case "file", "files", "ファイル" -> Optional.of(FILE);
            case "code", "コード" -> Optional.of(CODE);
            default -> Optional.empty();
        };
    }
}
