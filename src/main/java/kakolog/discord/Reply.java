package kakolog.discord;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What came of a question to Discord. The four kinds must not be mixed up: only {@link Known} and {@link No} say
 * something about the person asked for.
 */
public sealed interface Reply<T> {

    /** The one of these that fits the kind of this reply. */
    <R> R fold(
            Function<? super T, ? extends R> known,
            Function<? super No<T>, ? extends R> no,
            Function<? super OurFault<T>, ? extends R> ourFault,
            Function<? super Unclear<T>, ? extends R> unclear);

    /** Answered. */
    record Known<T>(T known) implements Reply<T> {
        @Override
        public <R> R fold(
                Function<? super T, ? extends R> known,
                Function<? super No<T>, ? extends R> no,
                Function<? super OurFault<T>, ? extends R> ourFault,
                Function<? super Unclear<T>, ? extends R> unclear) {
            return known.apply(this.known);
        }
    }

    /**
     * A definite no: not a member, no such account or channel, a code that is worth nothing.
     *
     * @param code Discord's number or word for it, or one of the words here
     */
    record No<T>(String code) implements Reply<T> {
        public static final String UNKNOWN_MEMBER = "10007";
        public static final String UNKNOWN_USER = "10013";
        public static final String UNKNOWN_CHANNEL = "10003";
        /** Of a channel: the bot may not see it. */
        public static final String MISSING_ACCESS = "50001";

        public static final String INVALID_GRANT = "invalid_grant";
        /** Our own word: the sign-in went through, but not for the right to know who it is. */
        public static final String IDENTIFY_NOT_GRANTED = "identify_not_granted";

        @Override
        public <R> R fold(
                Function<? super T, ? extends R> known,
                Function<? super No<T>, ? extends R> no,
                Function<? super OurFault<T>, ? extends R> ourFault,
                Function<? super Unclear<T>, ? extends R> unclear) {
            return no.apply(this);
        }
    }

    /**
     * Our credentials or settings are at fault; this says nothing about the person asked for.
     *
     * @param what for the log, without secrets
     */
    record OurFault<T>(String what) implements Reply<T> {
        @Override
        public <R> R fold(
                Function<? super T, ? extends R> known,
                Function<? super No<T>, ? extends R> no,
                Function<? super OurFault<T>, ? extends R> ourFault,
                Function<? super Unclear<T>, ? extends R> unclear) {
            return ourFault.apply(this);
        }
    }

    /**
     * Cannot be told just now: Discord is silent, overloaded, or talks nonsense.
     *
     * @param why for the log, without secrets
     * @param retryAfter how long Discord wants to be left alone; null where it did not say
     */
    record Unclear<T>(String why, @Nullable Duration retryAfter) implements Reply<T> {
        public Unclear(String why) {
            this(why, null);
        }

        @Override
        public <R> R fold(
                Function<? super T, ? extends R> known,
                Function<? super No<T>, ? extends R> no,
                Function<? super OurFault<T>, ? extends R> ourFault,
                Function<? super Unclear<T>, ? extends R> unclear) {
            return unclear.apply(this);
        }
    }

    /** What is known, if it is. */
    default Optional<T> value() {
        return fold(Optional::of, no -> Optional.empty(), ours -> Optional.empty(), unclear -> Optional.empty());
    }

    /** The next question, asked with what is known; any other kind of reply stays what it is. */
    default <U> Reply<U> then(Function<? super T, Reply<U>> next) {
        return fold(
                next,
                no -> new No<>(no.code()),
                ours -> new OurFault<>(ours.what()),
                unclear -> new Unclear<>(unclear.why(), unclear.retryAfter()));
    }
}
