package kakolog.material;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import kakolog.blob.FileName;
import org.junit.jupiter.api.Test;

final class TitleTest {
    @Test
    void a_title_is_one_line_of_at_most_200_characters() {
        assertEquals("QUIC: 入門 / 2021", title("  QUIC:\u202E 入門 / 2021\r\n"));
        assertEquals("two lines", title("two\nlines"));
        assertEquals("\uD83D\uDE00".repeat(200), title("\uD83D\uDE00".repeat(300)));
        assertEquals(Optional.empty(), Title.of(" \u0000\u200B "));
    }

    @Test
    void a_file_without_a_title_is_called_by_its_name() {
        assertEquals(
                "QUIC.v2", Title.of(FileName.of("QUIC.v2.pdf").orElseThrow()).text());
    }

    private static String title(String raw) {
        return Title.of(raw).orElseThrow().text();
    }
}
