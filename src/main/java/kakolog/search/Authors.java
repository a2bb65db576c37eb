package kakolog.search;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import kakolog.search.Evenings.Evening;
import org.jspecify.annotations.Nullable;

/** Who wrote the messages of an evening: for each of its places a number. */
final class Authors implements AutoCloseable {
    /** Stands where there is no message. */
    static final int NOBODY = 0;

    /** To go on to the next evening costs half of what it does to look one up. */
    private static final int STEPS = 3;

    private final PreparedStatement select;
    private @Nullable ResultSet rows;
    private long at = Long.MAX_VALUE;

    Authors(Connection connection) throws SQLException {
        this.select =
                connection.prepareStatement("select evening, authors from wrote where evening >= ? order by evening");
    }

    /** As they are written: each in two bytes, where that is enough for all. */
    static byte[] written(int[] authors) {
        boolean areShort = Arrays.stream(authors).allMatch(author -> author <= Character.MAX_VALUE);
        var written = ByteBuffer.allocate(1 + authors.length * (areShort ? Character.BYTES : Integer.BYTES));
        written.put((byte) (areShort ? 1 : 0));
        for (int author : authors) {
            if (areShort) {
                written.putChar((char) author);
            } else {
                written.putInt(author);
            }
        }
        return written.array();
    }

    /** As written; for {@link #of}. Fastest with evenings that go from the newest to older ones. */
    ByteBuffer of(Evening evening) throws SQLException {
        for (int step = 0; step < STEPS && rows != null && at < evening.low(); step++) {
            next(rows);
        }
        if (rows == null || at != evening.low()) {
            select.setLong(1, evening.low());
            rows = select.executeQuery();
            next(rows);
        }
        return ByteBuffer.wrap(at == evening.low() ? rows.getBytes(2) : new byte[0]);
    }

    private void next(ResultSet walk) throws SQLException {
        at = walk.next() ? walk.getLong(1) : Long.MAX_VALUE;
    }

    /** Who wrote what is at a place. */
    static int of(ByteBuffer written, int place) {
        return written.get(0) == 1
                ? written.getChar(1 + place * Character.BYTES)
                : written.getInt(1 + place * Integer.BYTES);
    }

    @Override
    public void close() throws SQLException {
        select.close();
    }
}
