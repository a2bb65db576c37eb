package kakolog.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import kakolog.App;
import kakolog.Config;
import kakolog.RunningKakolog;
import kakolog.id.EventSlug;

/** A running portal that holds what the demonstration begins with. */
public final class SamplePortal {
    private static final Path CONTENT = Path.of("content");

    private SamplePortal() {}

    public static RunningKakolog of(Samples samples) throws IOException, Config.Unusable {
        var data = Map.of("KAKOLOG_DATA", samples.data().toString());
        var config = Config.from(Map.of(
                "KAKOLOG_CONTENT",
                CONTENT.toString(),
                "KAKOLOG_DATA",
                samples.data().toString()));
        try (var app = new App(config, Clock.systemUTC(), true, (events, frames) -> List.of())) {
            SampleLog.addTo(app.chatLogs(), samples);
            assertEquals(List.of(), app.chatLogs().named().missing(new EventSlug("2021-05-18"), 10));
        }
        return RunningKakolog.withDiscord(CONTENT, data);
    }
}
