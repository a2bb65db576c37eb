package kakolog.material;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import kakolog.blob.FileName;
import kakolog.blob.Magic;
import kakolog.material.NotTaken.Reason;

/** The kinds of files that are taken. A file is of a kind only if its name says so and its bytes do. */
public enum FileType {
    PDF("application/pdf", "pdf"),
    PNG("image/png", "png"),
    JPEG("image/jpeg", "jpg jpeg"),
    WEBP("image/webp", "webp"),
    GIF("image/gif", "gif"),
    TEXT("text/plain;charset=utf-8", "txt"),
    MARKDOWN("text/markdown;charset=utf-8", "md"),
    PPTX("application/vnd.openxmlformats-officedocument.presentationml.presentation", "pptx"),
    KEY("application/vnd.apple.keynote", "key"),
    ODP("application/vnd.oasis.opendocument.presentation", "odp"),
    ZIP("application/zip", "zip");

    private final String mediaType;
    /** One or several, a blank between them. */
    private final String extensions;

    FileType(String mediaType, String extensions) {
        this.mediaType = mediaType;
        this.extensions = extensions;
    }

    /** The Content-Type that it is served by. */
    public String mediaType() {
        return mediaType;
    }

    /** What may follow the dot of its names, in lower case. */
    public List<String> extensions() {
        return List.of(extensions.split(" ", -1));
    }

    /** All that may follow the dot, for the picker of files and for what pages say. */
    public static List<String> allExtensions() {
        return Stream.of(values()).flatMap(type -> type.extensions().stream()).toList();
    }

    /** Whether a browser shows it in its window; anything else it is made to save. */
    public boolean isInline() {
        return switch (this) {
            case PDF, PNG, JPEG, WEBP, GIF -> true;
            case TEXT, MARKDOWN, PPTX, KEY, ODP, ZIP -> false;
        };
    }

    /** The word in the database. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static FileType ofWord(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** What this name says; empty where it is nothing that is taken. */
    public static Optional<FileType> of(FileName name) {
        var extension = name.extension();
        return Stream.of(values())
                .filter(type -> type.extensions().contains(extension))
                .findFirst();
    }

    /**
     * What a file is by its name and its bytes together.
     *
     * @throws NotTaken where it is nothing that is taken, or the two do not agree
     */
    public static FileType check(FileName name, Path file) throws IOException {
        var type = of(name).orElseThrow(() -> new NotTaken(Reason.WRONG_TYPE));
        if (!type.isIn(file)) {
            throw new NotTaken(Reason.TYPE_LIES);
        }
        return type;
    }

    private boolean isIn(Path file) throws IOException {
        return switch (this) {
            case PDF, PNG, JPEG, WEBP, GIF -> Magic.says(mediaType, file);
            case TEXT, MARKDOWN -> PlainText.isIn(file);
            case PPTX -> ZipLook.isPptx(file);
            case KEY -> ZipLook.isKeynote(file);
            case ODP -> ZipLook.isOdp(file);
            // A presentation named .zip is a zip, and is served as one.
            case ZIP -> ZipLook.isZip(file);
        };
    }
}
