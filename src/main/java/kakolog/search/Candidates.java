package kakolog.search;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Walks up the rows that match and lie in one of some stretches, reading no further than it is asked to. */
final class Candidates implements AutoCloseable {
    /** Stepping over a row that is not wanted costs a fraction of a microsecond, a new walk some twenty. */
    private static final int STEPS_FOR_A_WALK = 50;

    private final PreparedStatement select;
    private final List<LogRow.Range> ranges;
    private final long end;
    private int range;
    private @Nullable ResultSet walk;

    /** @param ranges going up, not touching one another */
    Candidates(Connection connection, String match, List<LogRow.Range> ranges) throws SQLException {
        this.select = connection.prepareStatement(
                "select rowid from fts where fts match ? and rowid between ? and ? order by rowid");
        this.ranges = ranges;
        this.end = ranges.get(ranges.size() - 1).high();
        select.setString(1, match);
        select.setLong(3, end);
    }

    /** So many of the next rows; fewer or none where there are no more. */
    List<Long> next(int count) throws SQLException {
        var rows = new ArrayList<Long>(count);
        int over = 0;
        while (rows.size() < count && range < ranges.size()) {
            var walk = walk();
            if (!walk.next()) {
                range = ranges.size();
                break;
            }
            long row = walk.getLong(1);
            while (row > ranges.get(range).high()) {
                range++;
            }
            if (ranges.get(range).holds(row)) {
                rows.add(row);
                over = 0;
            } else if (++over > STEPS_FOR_A_WALK) {
                closeWalk();
                over = 0;
            }
        }
        return rows;
    }

    /** The walk that is under way, or one from the beginning of the stretch that is next. */
    private ResultSet walk() throws SQLException {
        if (walk == null) {
            select.setLong(2, ranges.get(range).low());
            walk = select.executeQuery();
        }
        return walk;
    }

    private void closeWalk() throws SQLException {
        if (walk != null) {
            walk.close();
            walk = null;
        }
    }

    @Override
    public void close() throws SQLException {
        closeWalk();
        select.close();
    }
}
