package kakolog;

import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What is answered about words that never were, asked once for each length of word, address and person. */
final class Silence {
    private static final String NONSENSE = "quatschwortgewitter";

    private final Map<String, String> answers = new HashMap<>();

    /**
     * What this person would be answered at this address if the word were none.
     *
     * @param word of letters, which a word of as many stands for, so that an answer about it is as long
     * @param asking to this person's answer at an address, all of it
     */
    String instead(String word, String path, @Nullable Object person, UnaryOperator<String> asking) {
        var nonsense = NONSENSE.substring(0, word.length());
        var silent = path.replace(word, nonsense);
        return answers.computeIfAbsent(silent + " to " + person, key -> asking.apply(silent))
                .replace(nonsense, word);
    }
}
