package kakolog.material;

import kakolog.blob.FileName;
import kakolog.id.EventSlug;

/**
 * A material that is to be added to an event.
 *
 * @param name wanted; where it is taken it is numbered
 */
public record Addition(EventSlug event, FileName name, Title title, Content content, Publication publication) {
    /** A file under the name that it came by. */
    public static Addition of(EventSlug event, CheckedUpload upload, Title title, Publication publication) {
        return new Addition(event, upload.name(), title, upload.file(), publication);
    }

    /** An outside link under a name made of its title. */
    public static Addition of(EventSlug event, Content.Outside link, Title title, Publication publication) {
        var name = FileName.of(title.text().replaceAll("[/\\\\]", "_")).orElseGet(() -> new FileName("link"));
        return new Addition(event, name, title, link, publication);
    }
}
