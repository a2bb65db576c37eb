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
    private final LogDoor door;
    private final LogFiles files;
    private final BlobStore blobs;
    private final KeyedTags tags;

    LogFilePages(LogDoor door, LogFiles files, BlobStore blobs, KeyedTags tags) {
        this.door = door;
        this.files = files;
        this.blobs = blobs;
        this.tags = tags;
    }

    public Answer file(Asking asking) {
        var entered = door.enter(asking);
        var file = files.find(entered.log(), asking.name("id"), LogDoor.readersOf(entered.event()))
                .orElseThrow(NotFound::new);
        var granted = door.policy().grant(asking.viewer(), file);
        boolean inline = MediaKeeper.isPicture(file.type())
                && asking.parameter("download").isEmpty();
        var name = FileName.of(file.name()).map(FileName::value).orElse("file");
        var tag = tags.of("log/" + entered.log().event() + "/" + file.key() + "/" + file.blob());
        return Answer.file(granted, blobs.open(granted), file.size(), file.type(), tag)
                .withHeader("Content-Disposition", Disposition.of(inline, name))
                .sandboxed();
    }
}
