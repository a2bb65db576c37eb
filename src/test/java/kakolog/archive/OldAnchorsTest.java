package kakolog.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import kakolog.content.AgendaItem;
import kakolog.content.ContentFolder;
import kakolog.content.Event;
import kakolog.content.Snapshot;
import kakolog.db.Database;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OldAnchorsTest {
    @TempDir
    Path folder;

    @Test
    void an_item_whose_words_change_keeps_its_former_anchor() throws IOException {
        try (var database = Database.openKept(folder.resolve("kakolog.db"), 1)) {
            var anchors = new OldAnchors(database);
            var before = learn(anchors, "- Sora\n  - 録画\n  - 配信\n- Momo\n");
            var after = learn(anchors, "- Sora\n  - 録画と再生\n  - 配信\n- Momo\n");
            assertEquals(List.of(id(before, "録画")), anchors.of(after).get(id(after, "録画と再生")));
            assertEquals(1, anchors.of(after).size(), "the others stand as they stood");
        }
    }

    @Test
    void a_renamed_topic_keeps_the_anchors_of_all_below_it() throws IOException {
        try (var database = Database.openKept(folder.resolve("kakolog.db"), 1)) {
            var anchors = new OldAnchors(database);
            var before = learn(anchors, "- Sora\n  - 録画\n    - AV1\n");
            var after = learn(anchors, "- WebRTC SFU Sora\n  - 録画\n    - AV1\n");
            for (var words : List.of("録画", "AV1")) {
                assertEquals(List.of(id(before, words)), anchors.of(after).get(id(after, words)));
            }
            assertEquals(List.of(id(before, "Sora")), anchors.of(after).get(id(after, "WebRTC SFU Sora")));
        }
    }

    @Test
    void changed_twice_both_former_anchors_lead_to_the_item() throws IOException {
        try (var database = Database.openKept(folder.resolve("kakolog.db"), 1)) {
            var anchors = new OldAnchors(database);
            var first = learn(anchors, "- 一\n");
            var second = learn(anchors, "- 二\n");
            var third = learn(anchors, "- 三\n");
            assertTrue(anchors.of(third).get(id(third, "三")).containsAll(List.of(id(first, "一"), id(second, "二"))));
        }
    }

    @Test
    void what_is_taken_away_leads_to_the_item_above_it() throws IOException {
        try (var database = Database.openKept(folder.resolve("kakolog.db"), 1)) {
            var anchors = new OldAnchors(database);
            var before = learn(anchors, "- Sora\n  - 録画\n");
            var after = learn(anchors, "- Sora\n");
            assertEquals(List.of(id(before, "録画")), anchors.of(after).get(id(after, "Sora")));
        }
    }

    @Test
    void words_that_come_back_take_their_anchor_back() throws IOException {
        try (var database = Database.openKept(folder.resolve("kakolog.db"), 1)) {
            var anchors = new OldAnchors(database);
            learn(anchors, "- 一\n");
            var second = learn(anchors, "- 二\n");
            var back = learn(anchors, "- 一\n");
            assertEquals(List.of(id(second, "二")), anchors.of(back).get(id(back, "一")));
            assertEquals(1, anchors.of(back).size());
        }
    }

    @Test
    void what_was_learnt_is_known_after_a_restart() throws IOException {
        Event before;
        try (var database = Database.openKept(folder.resolve("kakolog.db"), 1)) {
            before = learn(new OldAnchors(database), "- 一\n- 他\n");
        }
        try (var database = Database.openKept(folder.resolve("kakolog.db"), 1)) {
            var anchors = new OldAnchors(database);
            var after = learn(anchors, "- 二\n- 他\n");
            assertEquals(List.of(id(before, "一")), anchors.of(after).get(id(after, "二")));
        }
    }

    @Test
    void nothing_moves_while_nothing_changes() throws IOException {
        try (var database = Database.openKept(folder.resolve("kakolog.db"), 1)) {
            var anchors = new OldAnchors(database);
            assertFalse(anchors.learn(read("- 一\n")));
            assertFalse(anchors.learn(read("- 一\n")));
            assertFalse(anchors.learn(read("- 新\n- 一\n")), "an item that moved is the same item");
        }
    }

    private Event learn(OldAnchors anchors, String agenda) throws IOException {
        var snapshot = read(agenda);
        anchors.learn(snapshot);
        return snapshot.published().get(0);
    }

    private Snapshot read(String agenda) throws IOException {
        var content = folder.resolve("content");
        Files.createDirectories(content.resolve("events"));
        Files.writeString(
                content.resolve("events/2021-07-06.md"), "---\ndate: 2021-07-06\nstart: \"19:30\"\n---\n" + agenda);
        return new ContentFolder(content).read();
    }

    private static String id(Event event, String words) {
        return event.items()
                .filter(item -> item.text().equals(words))
                .map(AgendaItem::id)
                .findFirst()
                .orElseThrow();
    }
}
