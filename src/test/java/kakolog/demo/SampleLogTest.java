package kakolog.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The past log that the demonstration begins with, and the evening that its bot may import. */
final class SampleLogTest {
    private static final String LOG = "/api/events/2021-05-18/log?limit=500";

    @Test
    void a_booster_reads_the_log_of_may_with_its_threads_and_files() throws Exception {
        try (var samples = Samples.unpack();
                var kakolog = SamplePortal.of(samples)) {
            var sakura = kakolog.as(Person.SAKURA);
            var answer = kakolog.await(() -> sakura.get(LOG), got -> got.statusCode() == 200);
            var messages = JsonMapper.shared().readTree(answer.body()).path("messages");
            assertTrue(messages.size() >= 300, "only " + messages.size());
            assertEquals(Set.of("844174117216190683", "844184244845543767"), threads(messages));
            for (var message : messages) {
                for (var file : message.path("files")) {
                    var path = file.path("url").asString("").replaceFirst("^https?://[^/]+", "");
                    assertEquals(200, sakura.bytes(path).statusCode(), path);
                }
            }
        }
    }

    private static Set<String> threads(JsonNode messages) {
        var threads = new HashSet<String>();
        for (var message : messages) {
            if (message.path("thread").isString()) {
                threads.add(message.path("thread").asString());
            }
        }
        return threads;
    }

    @Test
    void the_items_of_the_agenda_lead_to_where_the_chat_came_to_them() throws Exception {
        try (var samples = Samples.unpack();
                var kakolog = SamplePortal.of(samples)) {
            var sakura = kakolog.as(Person.SAKURA);
            kakolog.await(() -> sakura.get(LOG), got -> got.statusCode() == 200);
            var page = Jsoup.parse(sakura.get("/events/2021-05-18").body());
            var places = page.select("a[href^=/events/2021-05-18/log?m]").eachText();
            assertTrue(places.size() >= 40, places.toString());
            assertEquals(
                    List.of("過去ログ 19:31 推定", "過去ログ 20:55 推定"), List.of(places.get(0), places.get(places.size() - 1)));
        }
    }

    @Test
    void the_bot_finds_an_evening_in_the_channel_of_events() {
        var community = new Community();
        SampleEvening.in(community);
        var written = community.channels().messages(Channels.EVENT);
        assertTrue(written.size() >= 50, "only " + written.size());
        assertTrue(
                written.stream().allMatch(posted -> posted.post().at.toString().startsWith("2021-07-06T1")));
    }
}
