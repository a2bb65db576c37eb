package kakolog.db;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * Brings a database of kept data to the schema of this program: forward only, one numbered file a step, all steps of one
 * start in one transaction. The number of the last step stands in {@code PRAGMA user_version}.
 *
 * <p>Plain JDBC, since this is on the way to the first page: Jdbi's classes are a fifth of the start, Flyway's would be
 * more.
 */
final class Migrations {
    /** The steps in order; a released one is never edited. Each statement of a step ends with a semicolon and a line end. */
    private static final List<String> STEPS =
            List.of("001-agenda-items.sql", "002-sessions.sql", "003-materials.sql", "004-logs.sql");

    private Migrations() {}

    /**
     * Takes the steps that are still to be taken.
     *
     * @throws UncheckedIOException where a newer program has written this database
     */
    static void apply(Connection connection, Path file) throws SQLException {
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            int ahead = ahead(connection, file);
            for (var step : STEPS.subList(STEPS.size() - ahead, STEPS.size())) {
                for (var sql : text(step).split(";\n", -1)) {
                    if (!sql.isBlank()) {
                        statement.execute(sql);
                    }
                }
            }
            statement.execute("pragma user_version = " + STEPS.size());
            connection.commit();
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    /**
     * How many steps are still to be taken.
     *
     * @throws UncheckedIOException where a newer program has written this database
     */
    static int ahead(Connection connection, Path file) throws SQLException {
        int done = version(connection);
        refuseNewer(done, file);
        return STEPS.size() - done;
    }

    /** @throws UncheckedIOException where a newer program has written this file */
    static void refuseNewer(int schema, Path file) {
        if (schema > STEPS.size()) {
            throw new UncheckedIOException(new IOException(file + " was written by a newer kakolog (schema " + schema
                    + ", this one knows " + STEPS.size() + "); run that one, or restore an older backup"));
        }
    }

    static int version(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var version = statement.executeQuery("pragma user_version")) {
            return version.getInt(1);
        }
    }

    private static String text(String step) {
        try (var in = Migrations.class.getResourceAsStream("/db/" + step)) {
            if (in == null) {
                throw new IllegalStateException("the jar lacks db/" + step);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
