package kakolog.discord;

import java.util.List;

/**
 * Some threads of a server or of a channel.
 *
 * @param more whether there are older ones
 */
public record Threads(List<ChannelThread> threads, boolean more) {
    public Threads {
        threads = List.copyOf(threads);
    }
}
