package kakolog.search;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;

/** Walks through the tokens of a segment that is put together with others, giving each message its new number. */
final class SegmentWalk implements AutoCloseable {
    private final int segment;
    private final PreparedStatement select;
    private final PreparedStatement delete;
    private final ResultSet rows;
    private final List<Move> moves = new ArrayList<>();
    private long token;

    private record Move(int low, int end, int by) {}

    SegmentWalk(Connection connection, int segment) throws SQLException {
        this.segment = segment;
        this.select =
                connection.prepareStatement("select id, numbers from posting where id between ? and ? order by id");
        this.delete = connection.prepareStatement("delete from posting where id between ? and ?");
        select.setLong(1, Segment.posting(segment, 0));
        select.setLong(2, Segment.posting(segment + 1, 0) - 1);
        this.rows = select.executeQuery();
    }

    /** Has a stretch of numbers begin at another one; stretches in their order, which stays as it is. */
    void move(int low, int end, int first) {
        moves.add(new Move(low, end, first - low));
    }

    /** Goes to the next token, if there is one. */
    boolean next() throws SQLException {
        boolean isThere = rows.next();
        token = isThere ? Segment.token(rows.getLong(1)) : -1;
        return isThere;
    }

    long token() {
        return token;
    }

    /** The new numbers of those that have the token, without what no evening holds. */
    void numbers(IntConsumer consumer) throws SQLException {
        var moving = new Moving(consumer);
        Numbers.forEach(rows.getBytes(2), moving::take);
    }

    private final class Moving {
        private final IntConsumer consumer;
        private int at;

        Moving(IntConsumer consumer) {
            this.consumer = consumer;
        }

        void take(int number) {
            while (at < moves.size() && number >= moves.get(at).end()) {
                at++;
            }
            if (at < moves.size() && number >= moves.get(at).low()) {
                consumer.accept(number + moves.get(at).by());
            }
        }
    }

    /** Deletes the tokens up to this one, which must be behind it. */
    void deleteTo(long last) throws SQLException {
        delete.setLong(1, Segment.posting(segment, 0));
        delete.setLong(2, Segment.posting(segment, last));
        delete.executeUpdate();
    }

    @Override
    public void close() throws SQLException {
        try (select;
                delete) {
            rows.close();
        }
    }
}
