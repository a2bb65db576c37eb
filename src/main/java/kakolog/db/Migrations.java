package kakolog.db;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * Brings a database of kept data to the schema of this program: forward only, one numbered file a step, all steps of one
 * start in one transaction. The number of the last step stands in {@code PRAGMA user_version}.
 *
 * <p>Flyway would do it with a tenth more of the jar and a third more of the start.
 */
final class Migrations {
    /** The steps in order; a released one is never edited. */
    private static final List<String> STEPS = List.of("001-agenda-items.sql");

    private Migrations() {}

    /**
     * Takes the steps that are still to be taken.
     *
     * @throws UncheckedIOException where a newer program has written this database
     */
    static void apply(Handle writer, String file) {
        writer.useTransaction(handle -> {
            int done =
                    handle.createQuery("pragma user_version").mapTo(int.class).one();
            if (done > STEPS.size()) {
                throw new UncheckedIOException(new IOException(file + " was written by a newer kakolog (schema " + done
                        + ", this one knows " + STEPS.size() + "); run that one, or restore an older backup"));
            }
            for (var step : STEPS.subList(done, STEPS.size())) {
                handle.createScript(text(step)).execute();
            }
            handle.execute("pragma user_version = " + STEPS.size());
        });
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
