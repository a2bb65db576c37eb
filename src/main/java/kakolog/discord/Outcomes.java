package kakolog.discord;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts what came of the questions, and logs when Discord can no longer be asked and when it can again. Thread safe. */
final class Outcomes {
    private static final Logger LOG = LoggerFactory.getLogger(Discord.class);

    private final LongAdder known = new LongAdder();
    private final LongAdder no = new LongAdder();
    private final LongAdder ourFault = new LongAdder();
    private final LongAdder unclear = new LongAdder();
    private final AtomicBoolean inTrouble = new AtomicBoolean();

    <T> Reply<T> count(Reply<T> reply) {
        reply.fold(
                value -> fine(known),
                refusal -> fine(no),
                ours -> trouble(ourFault, ours.what()),
                silence -> trouble(unclear, silence.why()));
        return reply;
    }

    Calls calls(long rateLimited) {
        return new Calls(known.sum(), no.sum(), ourFault.sum(), unclear.sum(), rateLimited);
    }

    private boolean fine(LongAdder counter) {
        counter.increment();
        if (inTrouble.compareAndSet(true, false)) {
            LOG.info("Discord answers again");
        }
        return true;
    }

    private boolean trouble(LongAdder counter, String why) {
        counter.increment();
        if (inTrouble.compareAndSet(false, true)) {
            LOG.warn("Discord gives no answer to go by: {}", why);
        }
        return false;
    }
}
