package kakolog.chatlog;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoubleConsumer;
import java.util.stream.Collectors;
import kakolog.blob.BlobStore;
import kakolog.blob.Magic;
import kakolog.blob.Receiving;
import kakolog.chat.Medium;
import kakolog.chatlog.Copy.Fault;
import kakolog.outbound.Limits;
import kakolog.outbound.NoAnswer;
import kakolog.outbound.Outbound;
import kakolog.outbound.Question;

/**
 * Makes our own copies of the files and pictures of a log: from beside the export, or from Discord's servers for files, and from
 * nowhere else. What is no picture is never kept as one. Thread safe.
 */
final class MediaKeeper implements AutoCloseable {
    /** Discord takes no larger ones from who pays for nothing; larger ones come beside an export. */
    private static final int MOST_FETCHED = 32_000_000;

    private static final long MOST_OF_A_PICTURE = 10_000_000;
    private static final Limits LIMITS = new Limits(Duration.ofSeconds(5), Duration.ofSeconds(60), MOST_FETCHED);
    /** What a server has after it did not answer so many times in a row is not tried. */
    private static final int PATIENCE = 3;

    private static final int TOO_MANY_REQUESTS = 429;

    private static final List<String> PICTURES = List.of("image/png", "image/jpeg", "image/gif", "image/webp");

    /** What a browser is told of anything else: it may only be saved. */
    static final String OPAQUE = "application/octet-stream";

    private final BlobStore blobs;
    private final long mostBytes;
    private final Set<String> hosts;
    private final Outbound outbound;
    private final String userAgent;

    /**
     * @param servers those that files may be asked of
     * @param mostBytes of a file that lies beside an export
     */
    MediaKeeper(BlobStore blobs, Set<URI> servers, long mostBytes) {
        this.blobs = blobs;
        this.mostBytes = mostBytes;
        this.hosts = servers.stream().map(MediaKeeper::host).collect(Collectors.toUnmodifiableSet());
        this.outbound = new Outbound(servers, LIMITS);
        var version = MediaKeeper.class.getPackage().getImplementationVersion();
        this.userAgent = "DiscordBot (kakolog, " + (version == null ? "dev" : version) + ")";
    }

    /** Finds what lies beside an export. */
    @FunctionalInterface
    interface Beside {
        /** The bytes of a medium whose location is a path; empty where nothing is there that may be read. */
        Optional<InputStream> open(Medium medium) throws IOException;
    }

    /**
     * Whether it is a loss if there is no copy of it. The picture of an embed that somebody else's server has is none: it was
     * never part of the log, and nobody asks for it.
     */
    boolean wanted(Medium medium) {
        return medium.kind() != Medium.Kind.PREVIEW || !medium.isRemote() || isOurs(medium);
    }

    private boolean isOurs(Medium medium) {
        try {
            return hosts.contains(host(medium.address()));
        } catch (IllegalArgumentException noAddress) {
            return false;
        }
    }

    private static String host(URI address) {
        return String.valueOf(address.getHost()).toLowerCase(Locale.ROOT);
    }

    /**
     * Copies what can be copied. Whoever calls keeps sweeps away until the rows that name the copies are committed.
     *
     * @param progress told how much of them is done, from 0 to 1
     */
    Map<String, Copy> keep(List<Medium> media, Beside beside, DoubleConsumer progress) throws InterruptedException {
        var copies = new HashMap<String, Copy>();
        var silent = new HashMap<String, Integer>();
        for (var medium : media) {
            demandTime();
            var server = server(medium);
            var copy = silent.getOrDefault(server, 0) >= PATIENCE ? Copy.LEFT_OUT : copy(medium, beside);
            if (!server.isEmpty()) {
                silent.put(server, isSilence(copy) ? silent.getOrDefault(server, 0) + 1 : 0);
            }
            copies.put(medium.key(), copy);
            progress.accept((double) copies.size() / media.size());
        }
        demandTime();
        return copies;
    }

    /** Whom it is to be asked of; empty where nobody is asked. */
    private static String server(Medium medium) {
        try {
            return medium.isRemote() ? host(medium.address()) : "";
        } catch (IllegalArgumentException noAddress) {
            return "";
        }
    }

    private static boolean isSilence(Copy copy) {
        return Fault.UNREACHABLE.word().equals(copy.fault());
    }

    private static void demandTime() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
    }

    private Copy copy(Medium medium, Beside beside) {
        if (medium.isRemote()) {
            return fetch(medium);
        }
        try (var bytes = beside.open(medium).orElse(null)) {
            return bytes == null ? Copy.none(Fault.NOT_THERE) : receive(medium, bytes);
        } catch (IOException unreadable) {
            return Copy.none(Fault.NOT_THERE);
        }
    }

    private Copy fetch(Medium medium) {
        try {
            var answer = outbound.ask(Question.get(medium.address(), Map.of("User-Agent", userAgent)));
            if (answer.status() != 200) {
                return Copy.none(faultOf(answer.status()));
            }
            return receive(medium, new ByteArrayInputStream(answer.body()));
        } catch (NoAnswer none) {
            return Copy.none(
                    switch (none.why()) {
                        case NOT_ALLOWED -> Fault.NOT_ALLOWED;
                        case TOO_LARGE -> Fault.TOO_LARGE;
                        case NOT_REACHED, DROPPED, TOO_SLOW, INTERRUPTED -> Fault.UNREACHABLE;
                    });
        } catch (IllegalArgumentException noAddress) {
            return Copy.none(Fault.NOT_ALLOWED);
        } catch (IOException unreadable) {
            return Copy.none(Fault.UNREACHABLE);
        }
    }

    /** A server that refuses one address may well have the next. */
    private static Fault faultOf(int status) {
        if (status >= 500 || status == TOO_MANY_REQUESTS) {
            return Fault.UNREACHABLE;
        }
        // A redirect leads to where nobody has looked.
        return status < 400 ? Fault.NOT_ALLOWED : Fault.EXPIRED;
    }

    private Copy receive(Medium medium, InputStream bytes) throws IOException {
        boolean file = medium.kind() == Medium.Kind.ATTACHMENT;
        long most = file ? mostBytes : MOST_OF_A_PICTURE;
        try (var receiving = blobs.receive()) {
            var buffer = new byte[65_536];
            int read = bytes.read(buffer);
            while (read >= 0) {
                if (receiving.size() + read > most) {
                    return Copy.none(Fault.TOO_LARGE);
                }
                receiving.write(ByteBuffer.wrap(buffer, 0, read));
                read = bytes.read(buffer);
            }
            var type = typeOf(receiving);
            return receiving.size() == 0 || (type.equals(OPAQUE) && !file)
                    ? Copy.none(Fault.WRONG_KIND)
                    : new Copy(receiving.keep(), receiving.size(), type, null);
        }
    }

    private static String typeOf(Receiving receiving) throws IOException {
        for (var type : PICTURES) {
            if (receiving.size() > 0 && Magic.says(type, receiving.file())) {
                return type;
            }
        }
        return OPAQUE;
    }

    /** Whether a browser may show it in its window. */
    static boolean isPicture(String type) {
        return PICTURES.contains(type.toLowerCase(Locale.ROOT));
    }

    @Override
    public void close() {
        outbound.close();
    }
}
