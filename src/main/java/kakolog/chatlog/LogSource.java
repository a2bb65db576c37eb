package kakolog.chatlog;

import java.io.IOException;
import java.util.function.DoubleConsumer;
import kakolog.chat.Listener;

/** Where a log comes from: an export, or Discord itself. For one import. */
interface LogSource extends MediaKeeper.Beside, AutoCloseable {
    /**
     * Reads all of it.
     *
     * @param progress told how much of it is done, from 0 to 1
     * @throws ImportFault where it cannot be used; what the listener was told counts for nothing then
     */
    void readInto(Listener listener, DoubleConsumer progress) throws ImportFault, IOException, InterruptedException;

    /** Whether it is Discord as it is now, and not what was exported once. */
    boolean isNow();

    @Override
    void close() throws IOException;
}
