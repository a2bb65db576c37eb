package kakolog.search;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import kakolog.search.Evenings.Evening;

/** Who wrote the messages of an evening: for each of its places a number. */
final class Authors implements AutoCloseable {
    /** Stands where there is no message. */
    static final int NOBODY = 0;

    private final PreparedStatement select;

    Authors(Connection connection) throws SQLException {
        this.select = connection.prepareStatement("select authors from wrote where evening = ?");
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

    /** As written; for {@link #of}. */
    ByteBuffer of(Evening evening) throws SQLException {
        select.setLong(1, evening.low());
        try (var rows = select.executeQuery()) {
            return ByteBuffer.wrap(rows.next() ? rows.getBytes(1) : new byte[0]);
        }
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
