package kakolog.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import kakolog.id.Snowflake;
import org.jspecify.annotations.Nullable;

/** Stands in for the hosts of Discord's files: attachments for who holds a signed address, and pictures. Thread safe. */
public final class Cdn {
    private static final Duration SIGNED_FOR = Duration.ofDays(1);
    private static final Pattern ATTACHMENT = Pattern.compile("/attachments/(\\d{1,20})/(\\d{1,20})/([^/]+)");
    private static final Pattern AVATAR = Pattern.compile("/avatars/(\\d{1,20})/(\\w+)\\.(png|webp|gif)");
    private static final Pattern PICTURE = Pattern.compile(
            "(?:/embed/avatars/[0-5]|/(?:emojis|stickers)/\\d{1,20}|/external/.+)\\.(png|webp|gif|json)");
    static final int USUAL_SIZE = 128;
    /** A drawing of no picture at all, as stickers of that format are. */
    private static final String LOTTIE =
            "{\"v\":\"5.5.7\",\"fr\":60,\"ip\":0,\"op\":60,\"w\":320,\"h\":320,\"nm\":\"sticker\",\"ddd\":0,\"assets\":[],\"layers\":[]}";

    private final Community community;
    private final Clock clock;
    private final Map<String, CdnFault> faults = new ConcurrentHashMap<>();
    private volatile URI base = URI.create("http://127.0.0.1");

    /** A file, and what it calls itself. */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    private record Served(String type, byte[] bytes) {}

    Cdn(Community community, Clock clock) {
        this.community = community;
        this.clock = clock;
    }

    void standAt(URI address) {
        base = address;
    }

    /** All files whose paths begin so are served so until {@link #recover}. */
    public void fail(CdnFault fault, String where) {
        faults.put(where, fault);
    }

    /** No more faults. */
    public void recover() {
        faults.clear();
    }

    /** Whether it answers for this path. */
    static boolean has(String path) {
        return Pattern.matches("/(attachments|avatars|embed|emojis|stickers|external)/.*", path);
    }

    /** An address as messages tell it: good for a day. */
    String attachment(Snowflake channel, Snowflake id, String name) {
        var path = "/attachments/" + channel + "/" + id + "/" + name;
        var issued = clock.instant();
        var is = Long.toHexString(issued.getEpochSecond());
        var ex = Long.toHexString(issued.plus(SIGNED_FOR).getEpochSecond());
        return base + path + "?ex=" + ex + "&is=" + is + "&hm=" + signature(path, ex, is) + "&";
    }

    /** Under which a picture of another host is passed on. */
    String external(String picture) {
        return base + "/external/" + Integer.toHexString(picture.hashCode()) + "/" + picture.replace("://", "/");
    }

    void answer(HttpExchange exchange, Asked asked) throws IOException {
        var served = find(asked);
        var fault = faults.entrySet().stream()
                .filter(entry -> asked.path().startsWith(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
        if (fault.isPresent()) {
            CdnFaults.send(exchange, fault.get(), served.map(Served::bytes).orElse(new byte[0]));
        } else if (served.isPresent()) {
            CdnFaults.send(exchange, 200, served.get().type(), served.get().bytes());
        } else {
            CdnFaults.send(exchange, 404, "text/plain", "This content is no longer available.".getBytes(UTF_8));
        }
    }

    private Optional<Served> find(Asked asked) {
        var attachment = ATTACHMENT.matcher(asked.path());
        if (attachment.matches()) {
            return isSigned(asked)
                    ? file(Snowflake.of(attachment.group(1)), Snowflake.of(attachment.group(2)))
                    : Optional.empty();
        }
        var avatar = AVATAR.matcher(asked.path());
        if (avatar.matches()) {
            return Snowflake.of(avatar.group(1))
                    .flatMap(community::person)
                    .filter(person -> avatar.group(2).equals(person.avatar()))
                    .map(person -> picture(asked, avatar.group(3)));
        }
        var picture = PICTURE.matcher(asked.path());
        return picture.matches() ? Optional.of(picture(asked, picture.group(1))) : Optional.empty();
    }

    private Optional<Served> file(Optional<Snowflake> channel, Optional<Snowflake> id) {
        return channel.flatMap(in -> id.flatMap(file -> community.channels().attachment(in, file)))
                .map(file -> new Served(file.type, file.bytes));
    }

    private static Served picture(Asked asked, String format) {
        int size = sizeOf(asked.query().get("size"));
        return switch (format) {
            case "png" -> new Served("image/png", Pictures.png(asked.path(), size, size));
            case "gif" -> new Served("image/gif", Pictures.gif(asked.path(), size, size));
            case "json" -> new Served("application/json", LOTTIE.getBytes(UTF_8));
            default -> new Served("image/webp", Pictures.webp());
        };
    }

    /** A power of two from 16 to 4096; drawn no larger than 512. */
    private static int sizeOf(@Nullable String text) {
        return text != null && text.matches("16|32|64|128|256|512") ? Integer.parseInt(text) : USUAL_SIZE;
    }

    private boolean isSigned(Asked asked) {
        var query = asked.query();
        var ex = query.getOrDefault("ex", "");
        var is = query.getOrDefault("is", "");
        return ex.matches("[0-9a-f]{1,12}")
                && clock.instant().isBefore(Instant.ofEpochSecond(Long.parseLong(ex, 16)))
                && signature(asked.path(), ex, is).equals(query.get("hm"));
    }

    private static String signature(String path, String ex, String is) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(("stand-in " + path + ex + is).getBytes(UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException notInThisJava) {
            throw new IllegalStateException(notInThisJava);
        }
    }
}
