package kakolog.chat;

import java.util.LinkedHashMap;
import java.util.Map;
import kakolog.id.Snowflake;

/** Passes on what a log says, but not again what it last said: each message names its author anew. */
final class OnlyNews implements Listener {
    /** Of each kind, so that a log of very many people needs no more memory. */
    private static final int REMEMBERED = 5_000;

    private final Listener listener;
    private final Map<Snowflake, Speaker> speakers = remembering();
    private final Map<String, Medium> media = remembering();
    private final Map<Snowflake, ChatThread> threads = remembering();

    OnlyNews(Listener listener) {
        this.listener = listener;
    }

    @Override
    public void channel(Snowflake id, String name) {
        listener.channel(id, name);
    }

    @Override
    public void thread(ChatThread thread) {
        if (!thread.equals(threads.put(thread.id(), thread))) {
            listener.thread(thread);
        }
    }

    @Override
    public void speaker(Speaker speaker) {
        if (!speaker.equals(speakers.put(speaker.id(), speaker))) {
            listener.speaker(speaker);
        }
    }

    @Override
    public void name(Snowflake roleOrChannel, String name) {
        listener.name(roleOrChannel, name);
    }

    @Override
    public void medium(Medium medium) {
        if (!medium.equals(media.put(medium.key(), medium))) {
            listener.medium(medium);
        }
    }

    @Override
    public void message(Message message) {
        listener.message(message);
    }

    private static <K, V> Map<K, V> remembering() {
        return new LinkedHashMap<>(64, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > REMEMBERED;
            }
        };
    }
}
