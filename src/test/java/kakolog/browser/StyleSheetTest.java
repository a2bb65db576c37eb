package kakolog.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What {@link Axe} relies on where it looks at colours on the phone alone. */
final class StyleSheetTest {
    private static final Pattern BY_WIDTH = Pattern.compile("(?s)@media \\((?:min|max)-width.*?\\n}");
    private static final Pattern APPEARANCE =
            Pattern.compile("(display: none|visibility|opacity|(?<![-\\w])color|background|fill|stroke)[^;]*;");

    @Test
    void width_of_the_screen_decides_where_things_stand_and_not_which_and_in_what_colour() throws IOException {
        var css = Files.readString(Path.of("src/main/resources/static/site.css"));
        var blocks = BY_WIDTH.matcher(css).results().map(MatchResult::group).toList();
        assertEquals(css.split("width: \\d+rem\\) \\{", -1).length - 1, blocks.size());
        assertEquals(List.of(), blocks.stream().flatMap(StyleSheetTest::looks).toList());
    }

    private static Stream<String> looks(String block) {
        return APPEARANCE.matcher(block).results().map(MatchResult::group);
    }
}
