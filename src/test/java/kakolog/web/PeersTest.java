package kakolog.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import kakolog.web.Peers.Network;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PeersTest {
    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8, 10.255.255.255, true",
        "10.0.0.0/8, 11.0.0.0, false",
        "10.1.2.3, 10.1.2.3, true",
        "10.1.2.3, 10.1.2.2, false",
        "10.1.2.3/31, 10.1.2.2, true",
        "192.168.128.0/17, 192.168.127.255, false",
        "192.168.128.0/17, 192.168.128.0, true",
        "0.0.0.0/0, 203.0.113.1, true",
        "0.0.0.0/0, 2001:db8::1, false",
        "2001:db8::/32, 2001:db8:ffff::1, true",
        "2001:db8::/32, 2001:db9::, false",
        "::1, 0:0:0:0:0:0:0:1, true",
        "::1, [::1], true",
        "10.0.0.0/8, ::ffff:10.1.2.3, true",
        "10.0.0.0/8, 10.0.0.1.evil.example, false",
        "10.0.0.0/8, '', false",
        "10.0.0.0/8, unknown, false",
        "10.0.0.0/8, 10.0.0.1:80, false",
        "10.0.0.0/8, 10.0.0, false",
        "10.0.0.0/8, 167772161, false"
    })
    void network_contains(String network, String address, boolean contained) {
        assertEquals(contained, Network.of(network).orElseThrow().contains(address));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "/8",
                "10.0.0.0/",
                "10.0.0.0/33",
                "10.0.0.0/-1",
                "10.0.0.0/8/8",
                "10.0.0.0/x",
                "10.0.0",
                "10",
                "256.0.0.1",
                "999.1.1.1",
                "1.2.3.1000",
                "0001.2.3.4",
                "localhost",
                "proxy.example",
                "::/129",
                ":::",
                "fe80::1%eth0",
                "*"
            })
    void what_is_no_network_is_none(String text) {
        assertEquals(Optional.empty(), Network.of(text));
    }
}
