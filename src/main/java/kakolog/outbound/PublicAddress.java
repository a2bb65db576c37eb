package kakolog.outbound;

import java.net.Inet4Address;
import java.net.InetAddress;

/** Tells addresses of the public internet from those of this machine, of private networks and of no use at all. */
final class PublicAddress {
    private PublicAddress() {}

    /** IPv4 in IPv6 ({@code ::ffff:a.b.c.d}) is IPv4 to Java already. */
    static boolean is(InetAddress address) {
        var bytes = address.getAddress();
        return address instanceof Inet4Address ? isPublic4(bytes, 0) : isPublic6(bytes);
    }

    /** What IANA's registry of special-purpose IPv4 addresses holds back, and multicast with all above it. */
    private static boolean isPublic4(byte[] bytes, int from) {
        int a = bytes[from] & 0xff;
        int b = bytes[from + 1] & 0xff;
        int c = bytes[from + 2] & 0xff;
        boolean ownNetwork = a == 0 || a == 10 || a == 127 || (a == 172 && b >= 16 && b < 32) || (a == 192 && b == 168);
        boolean link = (a == 169 && b == 254) || (a == 100 && b >= 64 && b < 128);
        boolean reserved = (a == 192 && b == 0 && (c == 0 || c == 2))
                || (a == 192 && b == 88 && c == 99)
                || (a == 198 && (b == 18 || b == 19 || (b == 51 && c == 100)))
                || (a == 203 && b == 0 && c == 113);
        return a < 224 && !ownNetwork && !link && !reserved;
    }

    /** Of IPv6 only 2000::/3 is given out; in it lie addresses for tests, documents and tunnels to IPv4. */
    private static boolean isPublic6(byte[] bytes) {
        int first = ((bytes[0] & 0xff) << 8) | (bytes[1] & 0xff);
        int second = ((bytes[2] & 0xff) << 8) | (bytes[3] & 0xff);
        // 64:ff9b::/96, by which machines without IPv4 reach it: as public as the address inside.
        if (first == 0x64 && second == 0xff9b && isZero(bytes, 4, 12)) {
            return isPublic4(bytes, 12);
        }
        boolean special =
                (first == 0x2001 && (second < 0x200 || second == 0xdb8)) || first == 0x2002 || first == 0x3fff;
        return (first & 0xe000) == 0x2000 && !special;
    }

    private static boolean isZero(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] != 0) {
                return false;
            }
        }
        return true;
    }
}
