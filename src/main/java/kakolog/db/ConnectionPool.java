package kakolog.db;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.ConnectionFactory;
import org.sqlite.SQLiteDataSource;

/**
 * A fixed number of connections that stay open: opening one for each query costs 120-150 µs more. Thread safe. A thread
 * that holds all of them and asks for one more waits in vain, so do not nest handles.
 */
final class ConnectionPool implements ConnectionFactory, AutoCloseable {
    private static final int PATIENCE_SECONDS = 5;

    private final int size;
    private final BlockingQueue<Connection> idle;
    private volatile boolean closed;

    private ConnectionPool(List<Connection> connections) {
        this.size = connections.size();
        this.idle = new ArrayBlockingQueue<>(size, true, connections);
    }

    static ConnectionPool open(SQLiteDataSource source, int size) throws SQLException {
        var connections = new ArrayList<Connection>();
        try {
            for (int i = 0; i < size; i++) {
                connections.add(source.getConnection());
            }
            return new ConnectionPool(connections);
        } catch (SQLException cannotOpen) {
            for (var connection : connections) {
                connection.close();
            }
            throw cannotOpen;
        }
    }

    @Override
    public Connection openConnection() throws SQLException {
        if (closed) {
            throw new SQLException("the database is closed");
        }
        return next();
    }

    private Connection next() throws SQLException {
        try {
            var connection = idle.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (connection == null) {
                throw new SQLException("no connection came free within " + PATIENCE_SECONDS + " seconds");
            }
            return connection;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new SQLException("interrupted while waiting for a connection", interrupted);
        }
    }

    @Override
    public void closeConnection(Connection connection) throws SQLException {
        try {
            if (!connection.getAutoCommit()) {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } finally {
            idle.add(connection);
        }
    }

    /** Refuses new work and waits for what is under way; who holds a connection for longer than 5 seconds keeps it. */
    @Override
    public void close() throws SQLException {
        if (closed) {
            return;
        }
        closed = true;
        // Who is stopped in the middle closes all the same; waiting would end at once otherwise.
        boolean interrupted = Thread.interrupted();
        try {
            for (int i = 0; i < size; i++) {
                next().close();
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
