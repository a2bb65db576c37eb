package kakolog.content;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TopicsTest {
    @ParameterizedTest
    @CsvSource({
        "WebRTC SFU Sora, webrtc-sfu-sora",
        "WebTransport / HTTP/3 / QUIC, webtransport-http-3-quic",
        "Ｓｏｒａ　Ｃ＋＋ ＳＤＫ, sora-cpp-sdk",
        "時雨堂製品全体的方針, 時雨堂製品全体的方針",
        "!!!, topic"
    })
    void a_slug_is_letters_and_digits_of_any_script(String name, String slug) {
        assertEquals(slug, Topics.slug(name));
    }

    @Test
    void wordings_that_site_yaml_names_are_one_topic_and_no_others_are() throws IOException {
        var topics = new ContentFolder(Path.of("content")).read().topics();
        var sora = topics.find("webrtc-sfu-sora").orElseThrow();
        assertEquals("2020-05-26", sora.first().slug().value());
        assertEquals("2021-07-06", sora.last().slug().value());
        assertEquals(8, sora.evenings());
        assertTrue(sora.wordings().contains("最新の WebRTC SFU Sora 情報"));
        assertTrue(topics.find("webrtc-sfu-p-message-layer-security-p-end-to-end-media-encryption")
                .isPresent());
    }
}
