package kakolog.chatlog;

import java.time.Duration;
import java.util.function.Supplier;
import kakolog.chatlog.Fetched.Why;
import kakolog.discord.Reply;

/** Asks Discord and waits out what its rate limits demand, which may be longer than a page of the portal would wait. */
final class Patient {
    /** So often in a row for one question. */
    private static final int MOST_WAITS = 8;
    /** Who must wait longer is better told so. */
    private static final Duration LONGEST = Duration.ofMinutes(2);

    private final Pause pause;

    /** How time passes for who waits. */
    interface Pause {
        void last(Duration duration) throws InterruptedException;
    }

    Patient(Pause pause) {
        this.pause = pause;
    }

    /** The answer, or why there is none. */
    <T> T ask(Supplier<Reply<T>> question) throws Stop {
        for (int waits = 0; ; waits++) {
            if (Thread.currentThread().isInterrupted()) {
                throw new Stop(Why.STOPPED, "interrupted");
            }
            var reply = question.get();
            if (reply instanceof Reply.Known<T> known) {
                return known.known();
            }
            var cannot = why(reply);
            var wait = cannot.cannot().retryAfter();
            if (wait == null || waits == MOST_WAITS || wait.compareTo(LONGEST) > 0) {
                throw cannot;
            }
            sleep(wait);
        }
    }

    private void sleep(Duration wait) throws Stop {
        try {
            pause.last(wait);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Stop(Why.STOPPED, "interrupted");
        }
    }

    private static Stop why(Reply<?> reply) {
        return reply.fold(
                known -> {
                    throw new IllegalArgumentException("an answer is in nobody's way");
                },
                no -> refusal(no.code()),
                ours -> new Stop(Why.NOT_SET_UP, ours.what()),
                unclear -> new Stop(Why.DISCORD_SILENT, unclear.why(), unclear.retryAfter()));
    }

    private static Stop refusal(String code) {
        return switch (code) {
            case Reply.No.UNKNOWN_CHANNEL -> new Stop(Why.CHANNEL_UNKNOWN, "there is no such channel (" + code + ")");
            case Reply.No.MISSING_ACCESS ->
                new Stop(Why.CHANNEL_HIDDEN, "the bot may not see the channel (" + code + ")");
            default -> new Stop(Why.NOT_SET_UP, "the bot is not in the server (" + code + ")");
        };
    }
}
