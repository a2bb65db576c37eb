package kakolog.chatlog;

import kakolog.blob.BlobStore;
import kakolog.blob.FileName;
import kakolog.blob.KeyedTags;
import kakolog.web.Answer;
import kakolog.web.Asking;
import kakolog.web.Disposition;
import kakolog.web.NotFound;

/** {@code /events/{slug}/log/files/{id}}: files and pictures of a log; pictures in the window, anything else to be saved. */
public final class LogFilePages {
    /** Nothing of it may do anything in the name of this site. */
    private static final String SANDBOX = "default-src 'none'; sandbox; frame-ancestors 'none'";

    private final LogDoor door;
    private final LogFiles files;
    private final ShownFiles shown;
    private final BlobStore blobs;
    private final KeyedTags tags;

    LogFilePages(LogDoor door, LogFiles files, ShownFiles shown, BlobStore blobs, KeyedTags tags) {
        this.door = door;
        this.files = files;
        this.shown = shown;
        this.blobs = blobs;
        this.tags = tags;
    }

    public Answer file(Asking asking) {
        var entered = door.enter(asking);
        var file = files.find(entered.log().event(), asking.name("id"), LogDoor.readersOf(entered.event()))
                .filter(found -> shown.has(entered.log(), found.key()))
                .orElseThrow(NotFound::new);
        var granted = door.policy().grant(asking.viewer(), file);
        boolean inline = MediaKeeper.isPicture(file.type())
                && asking.parameter("download").isEmpty();
        var name = FileName.of(file.name()).map(FileName::value).orElse("file");
        var tag = tags.of("log/" + entered.log().event() + "/" + file.key() + "/" + file.blob());
        return Answer.file(granted, blobs.open(granted), file.size(), file.type(), tag)
                .withHeader("Content-Disposition", Disposition.of(inline, name))
                .withHeader("Content-Security-Policy", SANDBOX);
    }
}
