package kakolog.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collection;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LogTokensTest {
    @Test
    void a_message_has_each_character_and_each_two_letters_beside_one_another() {
        var tokens = new ArrayList<Long>();
        LogTokens.of("録画 a+𠮷野", tokens::add);
        assertEquals("録 画 録画 a + 𠮷 野 𠮷野", shown(tokens));
    }

    @ParameterizedTest
    @CsvSource({
        "録, 録",
        "録画, 録画",
        "録画は, 録画 画は",
        "'録画 は', 録画 は",
        "//, /",
        "c++, c +",
        "a+b, a + b",
        "𠮷野家, 𠮷野 野家",
        "🎉録, 🎉 録",
    })
    void a_term_asks_for_no_character_that_stands_in_a_pair(String term, String tokens) {
        assertEquals(tokens, shown(LogTokens.ofTerm(term)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"録", "の", "a", "+", "🎉", "録画", "𠮷野"})
    void up_to_two_letters_need_no_look_at_the_message(String term) {
        assertTrue(LogTokens.areExact(term));
    }

    @ParameterizedTest
    @ValueSource(strings = {"録画は", "++", "a+", "a b", "🎉🎉"})
    void longer_terms_and_signs_in_a_row_do(String term) {
        assertFalse(LogTokens.areExact(term));
    }

    @Test
    void no_text_has_the_token_of_a_trait() {
        long lowest = LogTokens.ofTerm("\1").iterator().next();
        for (var trait : Trait.values()) {
            assertTrue(LogTokens.of(trait) < lowest);
        }
    }

    private static String shown(Collection<Long> tokens) {
        return tokens.stream().map(LogTokensTest::shown).collect(Collectors.joining(" "));
    }

    private static String shown(long token) {
        int following = (int) (token & 0x1FFFFF);
        return Character.toString((int) (token >> 21)) + (following == 0 ? "" : Character.toString(following));
    }
}
