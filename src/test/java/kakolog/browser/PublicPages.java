package kakolog.browser;

import java.util.stream.Stream;

/** One page of each kind that anybody may read. */
final class PublicPages {
    private PublicPages() {}

    static Stream<String> all() {
        return Stream.of(
                "/",
                "/events",
                "/events/2021-07-06",
                "/events/2021-05-18",
                "/events/2020-11-10",
                "/topics",
                "/topics/webrtc-sfu-sora",
                "/people/voluntas",
                "/links",
                "/search",
                "/search?q=QUIC",
                "/pages/rules",
                "/nowhere");
    }

    static int status(String path) {
        return path.equals("/nowhere") ? 404 : 200;
    }
}
