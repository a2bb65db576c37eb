package kakolog.web;

import java.util.List;
import kakolog.access.Refused;
import org.jspecify.annotations.Nullable;

/** Puts a refusal into words: what is needed, what is held, when that was seen, and the way to get it. */
@FunctionalInterface
public interface Refusals {
    /**
     * What the page of a refusal says.
     *
     * @param need who may enter, in words
     * @param held the roles held, in words; empty where there are none
     * @param checkedAt when that was asked of Discord; empty where it could not be
     * @param ways what one can do to be let in
     */
    record Refusal(String need, List<String> held, String checkedAt, List<Way> ways) {
        public Refusal {
            held = List.copyOf(held);
            ways = List.copyOf(ways);
        }
    }

    /**
     * Something to do.
     *
     * @param href where to do it or to read how; null where it is done on the page itself
     */
    record Way(String words, @Nullable String href) {}

    Refusal of(Refused refused, Asking asking);
}
