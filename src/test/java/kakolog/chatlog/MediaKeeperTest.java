package kakolog.chatlog;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import kakolog.blob.BlobStore;
import kakolog.chat.Medium;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MediaKeeperTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "PREVIEW, https://media.discordapp.net/attachments/1/2/a.png, true",
        "PREVIEW, https://CDN.discordapp.com/a.png, true",
        "PREVIEW, event.json_Files/a.png, true",
        "PREVIEW, https://images-ext-1.discordapp.net/external/x/https/example.com/a.png, false",
        "PREVIEW, https://example.com/media.discordapp.net, false",
        "PREVIEW, https://media.discordapp.net.example.com/a.png, false",
        "PREVIEW, https://[, false",
        "PREVIEW, https:///a.png, false",
        "ATTACHMENT, https://example.com/a.png, true",
        "AVATAR, https://example.com/a.png, true"
    })
    void the_preview_that_another_server_has_is_no_loss(Medium.Kind kind, String location, boolean wanted) {
        try (var keeper = new MediaKeeper(new BlobStore(folder), Servers.REAL.all(), 1_000)) {
            assertEquals(wanted, keeper.wanted(new Medium("1", kind, "a.png", location)));
        }
    }
}
