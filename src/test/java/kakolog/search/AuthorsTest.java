package kakolog.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class AuthorsTest {
    @Test
    void each_takes_two_bytes() {
        var written = Authors.written(new int[] {1, Authors.NOBODY, 65535});
        assertEquals(7, written.length);
        assertAre(written, 1, 0, 65535);
    }

    @Test
    void one_with_a_number_too_high_makes_it_four_for_all() {
        var written = Authors.written(new int[] {1, Authors.NOBODY, 65536});
        assertEquals(13, written.length);
        assertAre(written, 1, 0, 65536);
    }

    private static void assertAre(byte[] written, int... authors) {
        for (int place = 0; place < authors.length; place++) {
            assertEquals(authors[place], Authors.of(ByteBuffer.wrap(written), place));
        }
    }
}
