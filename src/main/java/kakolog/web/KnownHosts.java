package kakolog.web;

import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The names by which this site is asked for: its public address, and loopback for whoever watches over it. A request under
 * any other name was led here by somebody else's DNS.
 */
public final class KnownHosts {
    private static final Set<String> EVERY_ADDRESS = Set.of("0.0.0.0", "[::]");
    private static final Pattern LITERAL = Pattern.compile("(\\d{1,3}(\\.\\d{1,3}){3}|\\[[0-9a-f:.]+])(:\\d+)?");

    private volatile Set<String> hosts = Set.of();
    private volatile Set<String> origins = Set.of();
    private volatile boolean anyLiteral;

    /**
     * Sets them, once they are known.
     *
     * @param host the one listened on
     * @param isPublicSet whether somebody said what the public address is; if nobody did and all addresses are listened on,
     *     any address of numbers is one of this site
     */
    public void set(URI publicUrl, String host, int port, boolean isPublicSet) {
        var names =
                new HashSet<>(List.of("127.0.0.1:" + port, "localhost:" + port, "[::1]:" + port, host + ":" + port));
        if (port == 80) {
            names.addAll(List.of("127.0.0.1", "localhost", "[::1]", host));
        }
        var local = new HashSet<String>();
        names.forEach(name -> local.add("http://" + name.toLowerCase(Locale.ROOT)));
        var scheme = publicUrl.getScheme();
        int usual = scheme.equals("https") ? 443 : 80;
        int known = publicUrl.getPort() < 0 ? usual : publicUrl.getPort();
        var name = publicUrl.getHost().toLowerCase(Locale.ROOT);
        names.add(name + ":" + known);
        local.add(scheme + "://" + name + ":" + known);
        if (known == usual) {
            names.add(name);
            local.add(scheme + "://" + name);
        }
        anyLiteral = !isPublicSet && EVERY_ADDRESS.contains(host);
        origins = Set.copyOf(local);
        hosts = Set.copyOf(names);
    }

    /** A host as it stands in addresses: one of IPv6 in brackets. */
    public static String literal(String host) {
        return host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host;
    }

    /** Whether this is a name of the site, with its port where that is not the usual one. */
    boolean isKnown(String host) {
        if (hosts.contains(host)) {
            return true;
        }
        var lower = host.toLowerCase(Locale.ROOT);
        return hosts.contains(lower) || (anyLiteral && LITERAL.matcher(lower).matches());
    }

    /** Whether a page of this origin is one of ours. */
    boolean isOwnOrigin(String origin) {
        return origins.contains(origin)
                || (anyLiteral
                        && origin.startsWith("http://")
                        && LITERAL.matcher(origin.substring(7)).matches());
    }
}
