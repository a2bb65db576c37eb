package kakolog.material;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kakolog.pdf.Contents;

/**
 * The texts of a PDF's pages as a derived file: a line with its version and the number of pages, then the texts, form feeds
 * between them.
 */
record PageTexts(int pages, List<String> texts) {
    private static final String NAME = "texts";
    private static final String VERSION = "1";
    private static final String JAPANESE = "[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}ー々]";
    private static final Pattern GAP =
            Pattern.compile("(?<=" + JAPANESE + ") (?=[\\p{Alnum}])|(?<=[\\p{Alnum}]) (?=" + JAPANESE + ")");

    PageTexts {
        texts = List.copyOf(texts);
    }

    static PageTexts of(Contents contents) {
        return new PageTexts(
                contents.pages(),
                contents.texts().stream().map(PageTexts::withoutGaps).toList());
    }

    /**
     * Typesetters put a gap between Japanese and Latin letters, which comes out as a blank that nobody has typed: who
     * searches for {@code 第3章} must find it.
     */
    static String withoutGaps(String text) {
        return GAP.matcher(text).replaceAll("");
    }

    void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        var body = new StringBuilder(VERSION).append(' ').append(pages).append('\n');
        texts.forEach(text -> body.append(text.replace('\f', ' ')).append('\f'));
        var part = folder.resolve(NAME + ".part");
        // A PDF may hold half a character, which writeString refuses; here it becomes a question mark.
        Files.write(part, body.toString().getBytes(StandardCharsets.UTF_8));
        Files.move(part, folder.resolve(NAME), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** What lies there; empty where nothing does, or something of another version. */
    static Optional<PageTexts> read(Path folder) {
        try {
            var file = Files.readString(folder.resolve(NAME), StandardCharsets.UTF_8);
            int end = file.indexOf('\n');
            var head = file.substring(0, Math.max(end, 0)).split(" ", -1);
            if (head.length != 2 || !head[0].equals(VERSION) || !head[1].matches("\\d{1,9}")) {
                return Optional.empty();
            }
            var texts = file.substring(end + 1).split("\f", -1);
            return Optional.of(new PageTexts(
                    Integer.parseInt(head[1]),
                    Stream.of(texts).limit(texts.length - 1L).toList()));
        } catch (IOException unreadable) {
            // Not there, or of no use: it is derived, and made anew.
            return Optional.empty();
        }
    }
}
