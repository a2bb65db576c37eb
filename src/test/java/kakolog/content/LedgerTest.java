package kakolog.content;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LedgerTest {
    @ParameterizedTest
    @CsvSource({
        "https://Example.COM/Path/, https://example.com/Path",
        "https://example.com/, https://example.com",
        "https://example.com/a?utm_source=x&b=1&utm_medium=y#c, https://example.com/a?b=1#c",
        "https://example.com/a/?utm_source=x, https://example.com/a",
        "http://example.com/a, http://example.com/a",
        "https://example.com/a?b=1, https://example.com/a?b=1",
        "https://example.com/a?B=1&b=2, https://example.com/a?B=1&b=2",
        "https://example.com/a#, https://example.com/a#",
        "https://example.com?x=utm_source, https://example.com?x=utm_source"
    })
    void addresses_are_normalised_as_the_contract_says(String written, String normalised) {
        assertEquals(normalised, Ledger.normalise(written));
    }

    @Test
    void the_archive_has_137_addresses_and_one_of_three_evenings() throws IOException {
        var ledger = new ContentFolder(Path.of("content")).read().ledger();
        assertEquals(137, ledger.entries().size());
        var book = ledger.entries().stream()
                .filter(entry -> entry.address().endsWith("/books/9784873116761/"))
                .findFirst()
                .orElseThrow();
        assertEquals(3, book.mentions().size());
        assertEquals("2020-05-26", book.first().slug().value());
        assertEquals("2020-06-23", book.last().slug().value());
    }
}
