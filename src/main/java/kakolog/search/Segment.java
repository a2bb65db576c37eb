package kakolog.search;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/**
 * Reads what messages have which tokens in a part of the index. Evenings are entered each as a segment of its own, and
 * segments are put together to larger ones; an evening that was entered anew or taken away leaves its numbers in the old
 * one, where nobody looks for them, until that is put together with others.
 */
final class Segment implements AutoCloseable {
    /** No segment has a higher number. */
    static final int HIGHEST = (1 << 20) - 1;

    private final int id;
    private final PreparedStatement messages;
    private final PreparedStatement numbers;

    Segment(Connection connection, int id) throws SQLException {
        this.id = id;
        this.messages = connection.prepareStatement("select messages from posting where id = ?");
        this.numbers = connection.prepareStatement("select numbers from posting where id = ?");
    }

    /** Under what number a segment keeps a token. */
    static long posting(int segment, long token) {
        return ((long) segment << LogTokens.BITS) | token;
    }

    static long token(long posting) {
        return posting & ((1L << LogTokens.BITS) - 1);
    }

    /** How many messages have it, some of which may have been taken away. */
    int messages(long token) throws SQLException {
        messages.setLong(1, posting(id, token));
        try (var rows = messages.executeQuery()) {
            return rows.next() ? rows.getInt(1) : 0;
        }
    }

    /** Those that have it, as {@link Numbers}. */
    byte[] numbers(long token) throws SQLException {
        numbers.setLong(1, posting(id, token));
        try (var rows = numbers.executeQuery()) {
            return rows.next() ? rows.getBytes(1) : Numbers.of(new int[0]);
        }
    }

    @Override
    public void close() throws SQLException {
        try (messages;
                numbers) {
            // both close, whatever the other one throws
        }
    }
}
