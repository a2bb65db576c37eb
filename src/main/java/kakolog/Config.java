package kakolog;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * The settings of a serving kakolog: from the environment over defaults.
 *
 * @param port 0 takes a free one
 * @param publicUrl the address people use, without a slash at its end; empty until the port is known where nobody set it
 * @param clock the machine's, or one that was set and runs on
 */
public record Config(String host, int port, Path content, Path data, Optional<URI> publicUrl, Clock clock) {
    private static final String PREFIX = "KAKOLOG_";
    private static final Set<String> NAMES =
            new TreeSet<>(Set.of("HOST", "PORT", "CONTENT", "DATA", "PUBLIC_URL", "CLOCK"));

    /** Settings that cannot be used; tells all faults at once, each with its mend. */
    public static final class Unusable extends Exception {
        private static final long serialVersionUID = 1L;

        Unusable(List<String> faults) {
            super(String.join("\n", faults));
        }
    }

    /**
     * Reads the settings.
     *
     * @throws Unusable naming every fault
     */
    public static Config from(Map<String, String> environment) throws Unusable {
        var faults = new ArrayList<String>();
        var values = new TreeMap<String, String>();
        environment.forEach((name, value) -> {
            if (name.startsWith(PREFIX)) {
                values.put(name.substring(PREFIX.length()), value);
            }
        });
        values.keySet().stream()
                .filter(name -> !NAMES.contains(name))
                .forEach(name -> faults.add(PREFIX + name + " is no setting; known are " + String.join(", ", NAMES)));
        var reading = new Reading(values, faults);
        var config = new Config(
                reading.value("HOST", "127.0.0.1", "a host name or address", Optional::of),
                reading.value("PORT", "8080", "a port from 0 to 65535", Config::port),
                reading.value("CONTENT", "content", "a folder", Config::path),
                reading.value("DATA", "data", "a folder", Config::path),
                reading.value("PUBLIC_URL", "", "an address as https://kakolog.example without a path", Config::url),
                reading.value("CLOCK", "", "a time as 2021-07-06T19:14:55+09:00", Config::clock));
        if (!faults.isEmpty()) {
            throw new Unusable(faults);
        }
        return config;
    }

    /** The same settings with another content folder. */
    public Config withContent(Path folder) {
        return new Config(host, port, folder, data, publicUrl, clock);
    }

    private record Reading(Map<String, String> values, List<String> faults) {
        <T> T value(String name, String unset, String expected, Function<String, Optional<T>> reader) {
            var text = values.getOrDefault(name, unset);
            var value = reader.apply(text);
            if (value.isEmpty()) {
                faults.add(PREFIX + name + " is \"" + text + "\"; set it to " + expected);
            }
            return value.or(() -> reader.apply(unset)).orElseThrow();
        }
    }

    private static Optional<Integer> port(String text) {
        try {
            int port = Integer.parseInt(text);
            return port >= 0 && port <= 65_535 ? Optional.of(port) : Optional.empty();
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
    }

    private static Optional<Path> path(String text) {
        try {
            return text.isBlank() ? Optional.empty() : Optional.of(Path.of(text));
        } catch (java.nio.file.InvalidPathException impossible) {
            return Optional.empty();
        }
    }

    private static Optional<Optional<URI>> url(String text) {
        if (text.isEmpty()) {
            return Optional.of(Optional.empty());
        }
        try {
            var url = new URI(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
            boolean plain = url.getHost() != null
                    && url.getRawPath().isEmpty()
                    && url.getRawQuery() == null
                    && url.getRawFragment() == null
                    && url.getRawUserInfo() == null;
            return plain && Set.of("http", "https").contains(url.getScheme())
                    ? Optional.of(Optional.of(url))
                    : Optional.empty();
        } catch (URISyntaxException notAnAddress) {
            return Optional.empty();
        }
    }

    private static Optional<Clock> clock(String text) {
        if (text.isEmpty()) {
            return Optional.of(Clock.systemUTC());
        }
        try {
            var machine = Clock.systemUTC();
            var ahead = Duration.between(
                    machine.instant(), OffsetDateTime.parse(text).toInstant());
            return Optional.of(Clock.offset(machine, ahead));
        } catch (DateTimeException notATime) {
            return Optional.empty();
        }
    }
}
