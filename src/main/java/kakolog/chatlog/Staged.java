package kakolog.chatlog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import kakolog.chat.Message;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/**
 * A message as it is to be kept, with all that follows from it; ids are as stored.
 *
 * @param json the whole message
 * @param opens the thread that begins with it; null for none
 */
record Staged(
        long id,
        @Nullable Long thread,
        long author,
        long at,
        int traits,
        String words,
        String json,
        @Nullable Long opens,
        State state) {
    /** Its columns, in their order. */
    static final String COLUMNS = "id, thread, author, sent_at, traits, words, body, opens, state";

    /** How it stands to the one that is kept. */
    enum State {
        SAME(0),
        NEW(1),
        CHANGED(2),
        /** Something of it is left although it was taken away. */
        WITHHELD(3);

        private final int number;

        State(int number) {
            this.number = number;
        }

        int number() {
            return number;
        }

        private static State of(int number) {
            return List.of(values()).stream()
                    .filter(state -> state.number == number)
                    .findFirst()
                    .orElseThrow();
        }
    }

    static Staged of(Message message, State state) {
        return new Staged(
                OrderedIds.of(message.id()),
                OrderedIds.ofNullable(message.thread()),
                OrderedIds.of(message.author()),
                message.at().toEpochMilli(),
                Facets.of(message).bits(),
                Words.of(message),
                MessageJson.of(message),
                OrderedIds.ofNullable(message.opens()),
                state);
    }

    void addTo(PreparedBatch batch) {
        batch.bind("id", id)
                .bind("thread", thread)
                .bind("author", author)
                .bind("sent_at", at)
                .bind("traits", traits)
                .bind("words", words)
                .bind("body", json)
                .bind("opens", opens)
                .bind("state", state.number())
                .add();
    }

    /** @param row of {@link #COLUMNS} */
    static Staged in(ResultSet row) throws SQLException {
        return new Staged(
                row.getLong(1),
                nullable(row, 2),
                row.getLong(3),
                row.getLong(4),
                row.getInt(5),
                row.getString(6),
                row.getString(7),
                nullable(row, 8),
                State.of(row.getInt(9)));
    }

    private static @Nullable Long nullable(ResultSet row, int column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? null : (Long) value;
    }
}
