package kakolog;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kakolog.id.Snowflake;
import kakolog.web.Peers;

/** Settings as texts by their names, and how each kind of text is read; what cannot be read is a fault that says what to set. */
record Settings(Map<String, String> values, List<String> faults) {
    private static final Pattern SIZE = Pattern.compile("([1-9]\\d{0,5}) ?(MB|MiB)");

    /** The value of a setting, or of what stands for it where it is not set. */
    <T> T value(String name, String unset, String expected, Function<String, Optional<T>> reader) {
        var text = values.getOrDefault(name, unset);
        var value = reader.apply(text);
        if (value.isEmpty()) {
            faults.add(Config.PREFIX + name + " is \"" + text + "\"; set it to " + expected);
        }
        return value.or(() -> reader.apply(unset)).orElseThrow();
    }

    boolean isSet(String name) {
        return !text(name).isEmpty();
    }

    String text(String name) {
        return values.getOrDefault(name, "");
    }

    static Optional<Integer> port(String text) {
        try {
            int port = Integer.parseInt(text);
            return port >= 0 && port <= 65_535 ? Optional.of(port) : Optional.empty();
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
    }

    static Optional<Path> path(String text) {
        try {
            return text.isBlank() ? Optional.empty() : Optional.of(Path.of(text));
        } catch (java.nio.file.InvalidPathException impossible) {
            return Optional.empty();
        }
    }

    static Optional<Optional<URI>> url(String text) {
        return text.isEmpty() ? Optional.of(Optional.empty()) : given(address(text));
    }

    /** A setting that may be left out, given here; empty where what was given is none. */
    private static <T> Optional<Optional<T>> given(Optional<T> value) {
        return value.isEmpty() ? Optional.empty() : Optional.of(value);
    }

    /** An address with a host and nothing behind it. */
    private static Optional<URI> address(String text) {
        try {
            var url = new URI(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
            boolean plain = url.getHost() != null
                    && url.getRawPath().isEmpty()
                    && url.getRawQuery() == null
                    && url.getRawFragment() == null
                    && url.getRawUserInfo() == null;
            return plain && Set.of("http", "https").contains(url.getScheme()) ? Optional.of(url) : Optional.empty();
        } catch (URISyntaxException notAnAddress) {
            return Optional.empty();
        }
    }

    /** Secrets go nowhere else: Discord itself, or a stand-in on this machine. */
    static Optional<URI> discordUrl(String text, String real) {
        return address(text)
                .filter(url -> url.toString().equals(real)
                        || Set.of("127.0.0.1", "localhost", "[::1]").contains(url.getHost()));
    }

    static Optional<Optional<Snowflake>> snowflake(String text) {
        return text.isEmpty() ? Optional.of(Optional.empty()) : given(Snowflake.of(text));
    }

    /** In bytes; MB is a million of them, MiB is 1,048,576. */
    static Optional<Long> size(String text) {
        var shape = SIZE.matcher(text.strip());
        if (!shape.matches()) {
            return Optional.empty();
        }
        return Optional.of(Long.parseLong(shape.group(1)) * (shape.group(2).equals("MB") ? 1_000_000L : 1_048_576L));
    }

    static Optional<Duration> duration(String text, long leastSeconds, long mostSeconds) {
        try {
            var duration = Duration.parse(text);
            return duration.compareTo(Duration.ofSeconds(leastSeconds)) >= 0
                            && duration.compareTo(Duration.ofSeconds(mostSeconds)) <= 0
                    ? Optional.of(duration)
                    : Optional.empty();
        } catch (DateTimeException notADuration) {
            return Optional.empty();
        }
    }

    static Optional<List<Peers.Network>> networks(String text) {
        var parts = Stream.of(text.split(",", -1))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
        var networks =
                parts.stream().flatMap(part -> Peers.Network.of(part).stream()).toList();
        return networks.size() == parts.size() ? Optional.of(networks) : Optional.empty();
    }

    static Optional<Clock> clock(String text) {
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
