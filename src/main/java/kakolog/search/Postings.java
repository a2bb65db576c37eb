package kakolog.search;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Enters the postings of a segment, fastest with tokens that go up. */
final class Postings implements AutoCloseable {
    private static final int BYTES_AT_ONCE = 1 << 20;
    private static final int BYTES_OF_THE_REST = 24;

    private final int segment;
    private final PreparedStatement insert;
    private int waiting;

    Postings(Connection connection, int segment) throws SQLException {
        this.segment = segment;
        this.insert = connection.prepareStatement("insert into posting (id, messages, numbers) values (?, ?, ?)");
    }

    /**
     * Says which messages have a token, for good some time later.
     *
     * @return whether all that was said until now is entered
     */
    boolean add(long token, int messages, byte[] numbers) throws SQLException {
        insert.setLong(1, Segment.posting(segment, token));
        insert.setInt(2, messages);
        insert.setBytes(3, numbers);
        insert.addBatch();
        waiting += numbers.length + BYTES_OF_THE_REST;
        if (waiting < BYTES_AT_ONCE) {
            return false;
        }
        enter();
        return true;
    }

    void enter() throws SQLException {
        insert.executeBatch();
        waiting = 0;
    }

    @Override
    public void close() throws SQLException {
        insert.close();
    }
}
