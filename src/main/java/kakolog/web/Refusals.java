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
     * @param invite the address by which one joins the server; null where it does not help
     */
    record Refusal(
            String need,
            List<String> held,
            String checkedAt,
            List<String> ways,
            @Nullable String invite) {
        public Refusal {
            held = List.copyOf(held);
            ways = List.copyOf(ways);
        }
    }

    Refusal of(Refused refused, Asking asking);
}
