package kakolog.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Where a request comes from: the other end of the connection, or whom a trusted proxy names. */
public final class Peers {
    /** Addresses of numbers: the JDK looks anything else up in the DNS, {@code 999.1.1.1} as well. */
    private static final Pattern FOUR_NUMBERS =
            Pattern.compile("(25[0-5]|2[0-4]\\d|1?\\d?\\d)(\\.(25[0-5]|2[0-4]\\d|1?\\d?\\d)){3}");

    private static final Pattern WITH_COLONS = Pattern.compile("[0-9a-fA-F:.]{2,45}");

    private final List<Network> trusted;

    /** Addresses that begin with the same bits, as {@code 10.0.0.0/8}; one address has all its bits. */
    public record Network(String address, int bits) {
        /** The network of this text; empty where it is none. */
        public static Optional<Network> of(String text) {
            int slash = text.indexOf('/');
            var address = parsed(slash < 0 ? text : text.substring(0, slash));
            if (address.isEmpty()) {
                return Optional.empty();
            }
            int most = address.get().length * 8;
            var bits = slash < 0 ? String.valueOf(most) : text.substring(slash + 1);
            return bits.matches("\\d{1,3}") && Integer.parseInt(bits) <= most
                    ? Optional.of(new Network(slash < 0 ? text : text.substring(0, slash), Integer.parseInt(bits)))
                    : Optional.empty();
        }

        boolean contains(String other) {
            var ours = parsed(address).orElseThrow();
            var theirs = parsed(other).orElse(new byte[0]);
            if (ours.length != theirs.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> (bit % 8);
                if ((ours[bit / 8] & mask) != (theirs[bit / 8] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }

    public Peers(List<Network> trusted) {
        this.trusted = List.copyOf(trusted);
    }

    /** The address of whoever asks. */
    String of(HttpServletRequest request) {
        var peer = request.getRemoteAddr();
        if (trusted.isEmpty() || !isTrusted(peer)) {
            return peer;
        }
        // The last proxies are ours; whoever stands before them is the one, and what stands before him he made up.
        var named = Collections.list(request.getHeaders("X-Forwarded-For")).stream()
                .flatMap(header -> Stream.of(header.split(",", -1)))
                .map(String::strip)
                .toList();
        for (int i = named.size() - 1; i >= 0; i--) {
            if (parsed(named.get(i)).isEmpty()) {
                return peer;
            }
            peer = named.get(i);
            if (!isTrusted(peer)) {
                return peer;
            }
        }
        return peer;
    }

    /** Whether a request comes from this machine itself, and not through a proxy on it. */
    static boolean isLoopback(HttpServletRequest request) {
        boolean forwarded = Collections.list(request.getHeaderNames()).stream()
                .anyMatch(name -> name.equalsIgnoreCase("Forwarded")
                        || name.regionMatches(true, 0, "X-Forwarded-", 0, "X-Forwarded-".length()));
        var peer = request.getRemoteAddr();
        return !forwarded && (peer.startsWith("127.") || peer.equals("[::1]") || peer.equals("0:0:0:0:0:0:0:1"));
    }

    private boolean isTrusted(String address) {
        return trusted.stream().anyMatch(network -> network.contains(address));
    }

    /** The bytes of an address of numbers; asks nobody. */
    private static Optional<byte[]> parsed(String text) {
        var bare = text.startsWith("[") && text.endsWith("]") ? text.substring(1, text.length() - 1) : text;
        boolean numbers = bare.contains(":")
                ? WITH_COLONS.matcher(bare).matches()
                : FOUR_NUMBERS.matcher(bare).matches();
        if (!numbers) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(bare).getAddress());
        } catch (UnknownHostException notAnAddress) {
            return Optional.empty();
        }
    }
}
