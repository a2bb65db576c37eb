package kakolog.outbound;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.InetAddress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PublicAddressTest {
    @ParameterizedTest
    @CsvSource({
        "162.159.137.232, true",
        "8.8.8.8, true",
        "172.15.0.1, true",
        "172.32.0.1, true",
        "2606:4700::6810:1, true",
        "64:ff9b::a29f:89e8, true",
        "0.0.0.0, false",
        "10.1.2.3, false",
        "100.64.0.1, false",
        "127.0.0.1, false",
        "127.9.9.9, false",
        "169.254.169.254, false",
        "172.16.0.1, false",
        "172.31.255.255, false",
        "192.168.0.1, false",
        "192.0.2.1, false",
        "198.18.0.1, false",
        "203.0.113.9, false",
        "224.0.0.1, false",
        "240.0.0.1, false",
        "255.255.255.255, false",
        "::, false",
        "::1, false",
        "::ffff:127.0.0.1, false",
        "fe80::1, false",
        "fc00::1, false",
        "fd12:3456::1, false",
        "fec0::1, false",
        "ff02::1, false",
        "2001:db8::1, false",
        "2001::1, false",
        "2002:7f00:1::, false",
        "64:ff9b::7f00:1, false",
        "64:ff9b::a00:1, false"
    })
    void only_addresses_of_the_internet_are_public(String address, boolean expected) throws Exception {
        assertEquals(expected, PublicAddress.is(InetAddress.getByName(address)));
    }
}
