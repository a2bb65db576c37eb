package kakolog.material;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import kakolog.pdf.Contents;
import kakolog.pdf.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PageTextsTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "第 3 章, 第3章",
        "QUIC は UDP の上, QUICはUDPの上",
        "HTTP over QUIC, HTTP over QUIC",
        "今日 明日, 今日 明日",
        "ストリーム 1 本, ストリーム1本"
    })
    void gaps_of_typesetting_are_no_blanks(String set, String read) {
        assertEquals(read, PageTexts.withoutGaps(set));
    }

    @Test
    void what_is_written_is_read_again() throws IOException {
        var contents = new Contents(3, List.of("eins\nzwei", "", "form\ffeed"), Outcome.WHOLE);
        PageTexts.of(contents).write(folder);
        assertEquals(Optional.of(new PageTexts(3, List.of("eins\nzwei", "", "form feed"))), PageTexts.read(folder));
    }

    @Test
    void half_a_character_is_a_question_mark() throws IOException {
        PageTexts.of(new Contents(1, List.of("a\ud83d b\ud83d\ude00"), Outcome.WHOLE))
                .write(folder);
        assertEquals(Optional.of(new PageTexts(1, List.of("a? b\ud83d\ude00"))), PageTexts.read(folder));
    }

    @Test
    void what_is_of_another_version_or_broken_is_as_if_it_were_not_there() throws IOException {
        assertEquals(Optional.empty(), PageTexts.read(folder));
        for (var text : List.of("", "0 3\nx\f", "1 x\n", "1", "garbage")) {
            Files.writeString(folder.resolve("texts"), text);
            assertEquals(Optional.empty(), PageTexts.read(folder), text);
        }
    }
}
