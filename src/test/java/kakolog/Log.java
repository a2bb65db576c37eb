package kakolog;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All that the program logs while this is open, down to its finest words. */
public final class Log implements AutoCloseable {
    private static final Path CLASSES = Path.of("target", "classes");
    private static final int EVERYTHING = 0;

    private final PrintStream before = System.err;
    private final ByteArrayOutputStream captured = new ByteArrayOutputStream();
    private final Map<Logger, Integer> levels = new HashMap<>();

    private Log() {
        System.setErr(new PrintStream(captured, true, StandardCharsets.UTF_8));
        try (var files = Files.walk(CLASSES.resolve("kakolog"))) {
            files.map(file -> CLASSES.relativize(file).toString())
                    .filter(file -> file.endsWith(".class") && !file.contains("$"))
                    .map(file -> file.substring(0, file.length() - 6)
                            .replace(CLASSES.getFileSystem().getSeparator(), "."))
                    .map(LoggerFactory::getLogger)
                    .forEach(logger -> levels.put(logger, level(logger, EVERYTHING)));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    public static Log captured() {
        return new Log();
    }

    public String text() {
        return captured.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        System.setErr(before);
        levels.forEach(Log::level);
    }

    /** The tests run with warnings only, set once for all when logging begins; there is no other way to change it later. */
    private static int level(Logger logger, int level) {
        try {
            var field = logger.getClass().getDeclaredField("currentLogLevel");
            field.setAccessible(true);
            int old = field.getInt(logger);
            field.setInt(logger, level);
            return old;
        } catch (ReflectiveOperationException another) {
            throw new IllegalStateException(another);
        }
    }
}
