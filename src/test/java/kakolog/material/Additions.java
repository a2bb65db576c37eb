package kakolog.material;

import java.time.Instant;
import java.util.List;
import kakolog.blob.BlobId;
import kakolog.blob.FileName;
import kakolog.id.EventSlug;
import kakolog.record.Change;
import kakolog.record.Changes;

/** What Hanako adds ten minutes after an evening. */
final class Additions {
    static final Instant NOW = Instant.parse("2021-07-06T21:10:00+09:00");
    static final Change.By HANAKO = new Change.By("11", "Hanako");
    static final Publication AT_ONCE = new Publication.At(NOW);

    private Additions() {}

    static Addition addition(EventSlug event, String raw) {
        var name = FileName.of(raw).orElseThrow();
        return new Addition(event, name, Title.of(name), file('a'), AT_ONCE);
    }

    static Content.File file(char digit) {
        return new Content.File(blob(digit), 9, FileType.PDF);
    }

    static BlobId blob(char digit) {
        return new BlobId(String.valueOf(digit).repeat(64));
    }

    static Instant later(int seconds) {
        return NOW.plusSeconds(seconds);
    }

    /** The change record in words, the latest first. */
    static List<String> record(Changes changes) {
        return changes.newest(0, 100).stream()
                .map(change -> change.kind().word() + " " + change.event() + " " + change.subject() + " by "
                        + change.actorName())
                .toList();
    }
}
