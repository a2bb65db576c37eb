package kakolog.material;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import kakolog.access.Granted;
import kakolog.blob.BlobStore;
import kakolog.web.Answer;
import kakolog.web.Asking;
import kakolog.web.Disposition;
import kakolog.web.NotFound;

/** The bytes of materials: files, older revisions of them, pictures of their pages, all of an event at once. */
public final class MaterialPages {
    /** In a sandbox browsers do not show PDFs. */
    private static final String PDF = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'";

    private final Door door;
    private final Materials materials;
    private final BlobStore blobs;
    private final Previews previews;
    private final EntityTags tags;

    MaterialPages(Door door, Materials materials, BlobStore blobs, Previews previews, EntityTags tags) {
        this.door = door;
        this.materials = materials;
        this.blobs = blobs;
        this.previews = previews;
        this.tags = tags;
    }

    /** The file itself; what lies on another site, that site is told of. */
    public Answer file(Asking asking) {
        var shown = door.material(asking);
        var material = shown.thing().material();
        var revision = revision(material, asking);
        if (revision.content() instanceof Content.Outside outside) {
            return Answer.elsewhere(outside.url().toString());
        }
        var file = door.file(shown, revision, asking);
        var type = file.thing().file().type();
        boolean inline = type.isInline() && asking.parameter("download").isEmpty();
        var answer = answer(file).withHeader("Content-Disposition", Disposition.of(inline, nameOf(material, revision)));
        return type == FileType.PDF ? answer.withHeader("Content-Security-Policy", PDF) : answer.sandboxed();
    }

    private Answer answer(Granted<ShownFile> granted) {
        var file = granted.thing().file();
        var tag = tags.of(granted.thing());
        return Answer.file(
                granted, blobs.open(granted), file.size(), file.type().mediaType(), tag);
    }

    /** An older one is told apart once it lies among other files. */
    private static String nameOf(Material material, Revision revision) {
        var name = material.name();
        return revision.number() == material.latest().number()
                ? name.value()
                : name.stem() + " (" + revision.number() + ")." + name.extension();
    }

    private Revision revision(Material material, Asking asking) {
        var wanted = asking.parameter("rev");
        if (wanted.isEmpty()) {
            return material.latest();
        }
        return wanted.filter(text -> text.matches("[1-9]\\d{0,5}"))
                .flatMap(text -> materials.revision(material.id(), Integer.parseInt(text)))
                .orElseThrow(NotFound::new);
    }

    /** The picture of one page. */
    public Answer picture(Asking asking) {
        var shown = door.material(asking);
        var material = shown.thing().material();
        var file = door.file(shown, material.latest(), asking);
        int page = asking.name("page").matches("[1-9]\\d{0,3}") ? Integer.parseInt(asking.name("page")) : 0;
        boolean small = asking.parameter("size").filter("small"::equals).isPresent();
        var picture = previews.picture(file, page, small);
        try {
            var modified = Files.getLastModifiedTime(picture).toMillis();
            var tag = tags.of(file.thing(), page + (small ? " small " : " large ") + modified);
            return Answer.file(file, picture, Files.size(picture), "image/png", tag)
                    .withHeader(
                            "Content-Disposition",
                            Disposition.of(true, material.name().stem() + "-" + page + ".png"))
                    .sandboxed();
        } catch (IOException gone) {
            throw new NotFound();
        }
    }

    /** All files of an event that this viewer may have, as they are now, packed while they are sent. */
    public Answer zip(Asking asking) {
        var event = door.eventOfHolder(asking);
        var files = materials.of(event.slug()).stream()
                .flatMap(material -> door.granted(material, event, asking).stream())
                .flatMap(shown -> shown.thing().file(shown.thing().material().latest()).stream()
                        .map(file -> door.file(shown, file.revision(), asking)))
                .toList();
        if (files.isEmpty()) {
            throw new NotFound();
        }
        // Opened before the first byte goes out, so that what is missing is told and not found out in the middle.
        files.forEach(blobs::open);
        return Answer.written("application/zip", out -> write(files, out))
                .withHeader("Content-Disposition", Disposition.of(false, event.slug() + ".zip"))
                .sandboxed();
    }

    private void write(List<Granted<ShownFile>> files, OutputStream out) throws IOException {
        // Not closed where it breaks off: closing would make it look whole.
        var zip = new ZipOutputStream(out);
        // Slides and pictures are packed already.
        zip.setLevel(Deflater.NO_COMPRESSION);
        for (var file : files) {
            var entry = new ZipEntry(file.thing().shown().material().name().value());
            entry.setTime(file.thing().revision().addedAt().toEpochMilli());
            zip.putNextEntry(entry);
            Files.copy(blobs.open(file), zip);
            zip.closeEntry();
        }
        zip.finish();
    }
}
