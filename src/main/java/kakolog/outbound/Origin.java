package kakolog.outbound;

import java.net.URI;
import java.util.Locale;
import java.util.Set;

/** A server as an address names it. */
record Origin(String scheme, String host, int port) {
    private static final Set<String> WEB = Set.of("http", "https");
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "[::1]", "localhost");

    /** @throws IllegalArgumentException where the address names no server that is asked over HTTP */
    static Origin of(URI address) {
        var scheme = address.getScheme() == null ? "" : address.getScheme().toLowerCase(Locale.ROOT);
        if (!WEB.contains(scheme) || address.getHost() == null || address.getRawUserInfo() != null) {
            throw new IllegalArgumentException(
                    "not the address of a server: it needs http or https, a host and no user");
        }
        int usual = scheme.equals("https") ? 443 : 80;
        return new Origin(
                scheme,
                address.getHost().toLowerCase(Locale.ROOT),
                address.getPort() == -1 ? usual : address.getPort());
    }

    boolean isLoopback() {
        return LOOPBACK.contains(host);
    }
}
