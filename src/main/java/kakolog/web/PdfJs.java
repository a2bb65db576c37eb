package kakolog.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The files by which browsers read PDFs themselves: pdf.js, its character maps and its fonts, as they are in the jar and nothing
 * else of it. Each is read when it is asked for, and lies on the {@link Shelf} as long as there is room. Thread safe.
 */
public final class PdfJs {
    private static final String VERSION = "4.10.38";

    /** Below which address they are; another version has another one, so they may be kept for ever. */
    public static final String ADDRESS = Assets.ADDRESS + "pdfjs-" + VERSION + "/";

    private static final String HOME = "META-INF/resources/webjars/pdfjs-dist/" + VERSION + "/";
    private static final String SCRIPT = HOME + "legacy/build/pdf.min.mjs";
    private static final Pattern SERVED = Pattern.compile(Pattern.quote(HOME)
            + "(?:legacy/build/(pdf(?:\\.worker)?\\.min\\.mjs)|((?:cmaps|standard_fonts)/[^/]+\\.(?:bcmap|pfb|ttf)))");

    private static final Map<String, String> TYPES = Map.of(
            "mjs", "text/javascript;charset=utf-8",
            "bcmap", "application/octet-stream",
            "pfb", "application/octet-stream",
            "ttf", "font/ttf");

    private volatile @Nullable Map<String, String> inTheJar;

    /** Answers {@code …/{file}}. */
    public Answer script(Asking asking) {
        return answer(asking.name("file"));
    }

    /** Answers {@code …/{folder}/{file}}. */
    public Answer data(Asking asking) {
        return answer(asking.name("folder") + "/" + asking.name("file"));
    }

    /** The name only finds an entry; it is never made a path of. */
    private Answer answer(String name) {
        var entry = Optional.ofNullable(inTheJar().get(name)).orElseThrow(NotFound::new);
        var type = TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "application/octet-stream");
        return Answer.of(type, bytes(entry)).withHeader("Cache-Control", Assets.FOR_EVER);
    }

    /** Looked up once somebody asks, not at every start. */
    private Map<String, String> inTheJar() {
        var known = inTheJar;
        if (known == null) {
            known = look();
            inTheJar = known;
        }
        return known;
    }

    private static Map<String, String> look() {
        var script = PdfJs.class.getResource("/" + SCRIPT);
        if (script == null) {
            throw new IllegalStateException("the jar lacks " + SCRIPT);
        }
        try {
            var connection = (JarURLConnection) script.openConnection();
            connection.setUseCaches(false);
            try (var jar = connection.getJarFile()) {
                var found = new TreeMap<String, String>();
                jar.stream()
                        .map(entry -> SERVED.matcher(entry.getName()))
                        .filter(served -> served.matches())
                        .forEach(served ->
                                found.put(served.group(1) == null ? served.group(2) : served.group(1), served.group()));
                return Map.copyOf(found);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static byte[] bytes(String entry) {
        try (var in = PdfJs.class.getResourceAsStream("/" + entry)) {
            if (in == null) {
                throw new IllegalStateException("the jar lacks " + entry);
            }
            return in.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
