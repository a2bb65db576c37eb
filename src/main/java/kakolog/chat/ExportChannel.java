package kakolog.chat;

import java.util.Optional;
import kakolog.id.Snowflake;

/** The channel or thread that an export is of. */
record ExportChannel(Snowflake id, String name, boolean isThread) {

    static Optional<ExportChannel> of(Fields written) {
        // GuildNewsThread, GuildPublicThread, GuildPrivateThread.
        return Snowflake.of(written.text("id"))
                .map(id -> new ExportChannel(
                        id,
                        Cleaned.name(written.text("name")),
                        written.text("type").endsWith("Thread")));
    }

    void tell(Fields written, Listener listener) {
        if (!isThread) {
            listener.channel(id, name);
            return;
        }
        listener.thread(new ChatThread(id, name));
        // The shape is older than threads: for one of them the category is its channel.
        Snowflake.of(written.text("categoryId")).ifPresent(channel -> {
            var called = Cleaned.name(written.text("category"));
            listener.parent(channel, called);
            if (!called.isEmpty()) {
                listener.name(channel, called);
            }
        });
    }
}
