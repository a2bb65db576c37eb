package kakolog.search;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Walks up the messages that match and lie in one of some stretches, reading no further than it is asked to. */
final class Candidates implements AutoCloseable {
    /** Stepping over a message that is not wanted costs a fraction of a microsecond, a new walk some twenty. */
    private static final int STEPS_FOR_A_WALK = 50;

    private final PreparedStatement select;
    private final List<LogRow.Range> stretches;
    private int at;
    private int over;
    private long last = -1;
    private @Nullable ResultSet walk;
    private int endOfWalk;

    /** @param stretches of {@link LogSlot}, in the order in which to look */
    Candidates(Connection connection, String match, List<LogRow.Range> stretches) throws SQLException {
        this.select = connection.prepareStatement(
                "select rowid from fts where fts match ? and rowid between ? and ? order by rowid");
        this.stretches = stretches;
        select.setString(1, match);
    }

    /** So many of the next ones, by their numbers of {@link LogRow}; fewer or none where there are no more. */
    List<Long> next(int count) throws SQLException {
        var rows = new ArrayList<Long>(count);
        while (rows.size() < count && at < stretches.size()) {
            var walk = walk();
            if (walk.next()) {
                take(walk.getLong(1), rows);
            } else {
                at = endOfWalk;
                endWalk();
            }
        }
        return rows;
    }

    private void take(long slot, List<Long> rows) throws SQLException {
        while (slot > stretches.get(at).high()) {
            at++;
        }
        if (stretches.get(at).holds(slot)) {
            rows.add(LogSlot.row(slot));
            last = slot;
            over = 0;
        } else if (++over > STEPS_FOR_A_WALK) {
            endWalk();
        }
    }

    /** The walk that is under way; or one from the stretch that is next, over all that go up from there. */
    private ResultSet walk() throws SQLException {
        if (walk == null) {
            endOfWalk = at + 1;
            while (endOfWalk < stretches.size()
                    && stretches.get(endOfWalk).low()
                            > stretches.get(endOfWalk - 1).high()) {
                endOfWalk++;
            }
            select.setLong(2, stretches.get(at).low());
            select.setLong(3, stretches.get(endOfWalk - 1).high());
            walk = select.executeQuery();
        }
        return walk;
    }

    /** Where nobody has looked yet. */
    List<LogRow.Range> left() {
        var left = new ArrayList<>(stretches.subList(at, stretches.size()));
        if (!left.isEmpty() && left.get(0).holds(last)) {
            left.set(0, new LogRow.Range(last + 1, left.get(0).high()));
        }
        return left;
    }

    private void endWalk() throws SQLException {
        over = 0;
        if (walk != null) {
            walk.close();
            walk = null;
        }
    }

    @Override
    public void close() throws SQLException {
        endWalk();
        select.close();
    }
}
