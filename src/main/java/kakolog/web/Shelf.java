package kakolog.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import kakolog.text.Language;
import org.jspecify.annotations.Nullable;

/** Answers that are ready to be sent: kept until the content changes, the clock passes them by, or there are too many. */
public final class Shelf {
    private static final long BYTES = 24_000_000;
    /** Longer questions are made anew each time: nobody links them, and they would push others out. */
    private static final int LONGEST_QUESTION = 300;

    private final Cache<Key, Made> kept = Caffeine.newBuilder()
            .maximumWeight(BYTES)
            .weigher((Key key, Made made) ->
                    key.question().length() * 2 + made.answer().weight())
            .executor(Runnable::run)
            .build();
    private final AtomicLong generation = new AtomicLong();

    /** Made at one moment of the clock: not for a moment before it, as when a clock is turned back. */
    private record Made(Stored answer, Instant at) {
        boolean isFor(Instant now) {
            return !now.isBefore(at) && answer.isValid(now);
        }
    }

    private record Key(String question, Language language, String face, long generation) {}

    /** What this address answers to a visitor: from the shelf, or made now and put there. */
    Stored get(String question, Language language, Visit visit, Instant now, Supplier<Answer> making) {
        if (question.length() > LONGEST_QUESTION) {
            return Stored.once(making.get());
        }
        // The generation is read before the page is made: one made of old content is never found under the new.
        long begun = generation.get();
        var found = find(question, language, visit.faces(), now);
        if (found != null) {
            return found;
        }
        var answer = making.get();
        var made = visit.isSignedIn() ? Stored.once(answer) : Stored.kept(answer);
        kept.put(new Key(question, language, visit.face(), begun), new Made(made, now));
        return made;
    }

    /** What lies here for this address and one of these faces, and is still good; null where nothing does. */
    @Nullable
    Stored find(String question, Language language, Faces faces, Instant now) {
        var checked = faces.checked();
        var found = checked == null ? null : find(question, language, checked, now);
        return found == null ? find(question, language, faces.session(), now) : found;
    }

    private @Nullable Stored find(String question, Language language, String face, Instant now) {
        var found = kept.getIfPresent(new Key(question, language, face, generation.get()));
        return found != null && found.isFor(now) ? found.answer() : null;
    }

    /** How many answers lie here, about. */
    public long size() {
        return kept.estimatedSize();
    }

    /** Forgets everything: what the pages tell has changed. */
    public void clear() {
        generation.incrementAndGet();
        kept.invalidateAll();
    }
}
