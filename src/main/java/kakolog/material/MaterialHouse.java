package kakolog.material;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import kakolog.access.Policy;
import kakolog.blob.BlobId;
import kakolog.blob.BlobStore;
import kakolog.content.Events;
import kakolog.db.Database;
import kakolog.db.Secrets;
import kakolog.id.EventSlug;
import kakolog.pdf.Limits;
import kakolog.pdf.PdfReader;
import kakolog.record.Change;
import kakolog.record.Changes;
import kakolog.search.SearchIndex;
import kakolog.web.Frames;
import kakolog.web.PublicUrl;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All that handles materials, built here from top to bottom and closed in reverse. */
public final class MaterialHouse implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(MaterialHouse.class);

    private final Materials materials;
    private final BlobStore blobs;
    private final Previews previews;
    private final MaterialIndex index;
    private final MaterialFacts facts;
    private final MaterialPanel panel;
    private final MaterialPages files;
    private final ViewerPages viewer;
    private final UploadPages uploads;
    private final SendPages sending;
    private final MaterialDesk desk;
    private final DeskChanges changes;
    private final Setup setup;

    /**
     * What it stands on.
     *
     * @param othersBlobs what others keep in the same store
     * @param pages the folder of what is made of PDFs
     * @param reading a folder of its own for the reading of PDFs, on the same disk
     * @param index empty before it is ready
     * @param changed run after each change, so that no page shows what was before
     */
    public record Setup(
            Database database,
            Changes changes,
            Events events,
            Policy policy,
            BlobStore blobs,
            Supplier<Set<BlobId>> othersBlobs,
            Path pages,
            Path reading,
            SizeLimit limit,
            Supplier<Optional<SearchIndex>> index,
            Frames frames,
            PublicUrl publicUrl,
            Clock clock,
            Runnable changed) {}

    public MaterialHouse(Setup setup) {
        this.setup = setup;
        var frames = setup.frames();
        materials = new Materials(setup.database(), setup.changes());
        blobs = setup.blobs();
        previews = new Previews(blobs, () -> new PdfReader(Limits.DEFAULT, setup.reading()), setup.pages(), this::read);
        index = new MaterialIndex(materials, previews, setup.events()::current, setup.index());
        facts = new MaterialFacts(materials);
        materials.onChange(this::changed);

        var links = new UploadLinks(setup.database(), setup.changes());
        var marks = new Marks(setup.database(), setup.changes());
        var door = new Door(setup.events(), materials, setup.policy());
        var uploading = new Uploading(blobs, setup.limit());
        panel = new MaterialPanel(materials, previews, setup.policy(), setup.limit(), setup.publicUrl(), facts);
        files = new MaterialPages(door, materials, blobs, previews, new EntityTags(new Secrets(setup.database())));
        viewer = new ViewerPages(door, previews, marks, frames);
        uploads = new UploadPages(door, materials, uploading, previews, setup.publicUrl(), frames);
        sending = new SendPages(setup.events(), materials, links, uploading, previews, frames);
        desk = new MaterialDesk(door, materials, previews, links, marks, panel, frames);
        changes = new DeskChanges(
                door, materials, links, marks, uploading, previews, desk, setup.publicUrl(), setup.changed());
    }

    /** Reads what there is, takes away what nobody has any more, and begins to read PDFs. */
    public void open() {
        try {
            materials.now();
            setup.changed().run();
            previews.start(pdfs());
            tidy();
        } catch (RuntimeException failed) {
            LOG.error("the materials could not be looked through at the start; each is shown where it can be", failed);
        }
    }

    /**
     * Adds a file as a material that is shown at once, checked as one that somebody sends.
     *
     * @throws NotTaken where it is not what its name says
     */
    public void add(EventSlug event, String fileName, InputStream bytes, Change.By by) throws IOException {
        var now = setup.clock().instant();
        var name = CheckedUpload.nameOf(fileName);
        try (var receiving = blobs.receive()) {
            receiving.write(ByteBuffer.wrap(bytes.readAllBytes()));
            var file = CheckedUpload.check(name, receiving);
            materials.add(Addition.of(event, file, Title.of(name), new Publication.At(now)), by, now);
        }
    }

    /** Enters into the search index what is new or changed, once it is ready. */
    public void enter() {
        try {
            index.update(setup.clock().instant());
        } catch (RuntimeException failed) {
            LOG.error("the materials could not be entered into the search index; search finds them as before", failed);
        }
    }

    /** The index, with all that the clock has published. */
    public SearchIndex inStep(SearchIndex ready) {
        index.catchUp(setup.clock().instant());
        return ready;
    }

    /** What is done at the start and once a day: forgets what was long in the bin, and takes away what nobody names. */
    public void tidy() {
        materials.purge(setup.clock().instant());
        int swept = blobs.sweep(this::named);
        if (swept > 0) {
            LOG.info("{} files that belonged to nothing were taken away", swept);
        }
        previews.keepOnly(materials.blobs());
    }

    private Set<BlobId> named() {
        var named = new HashSet<>(materials.blobs());
        named.addAll(setup.othersBlobs().get());
        return named;
    }

    private Set<BlobId> pdfs() {
        return materials.all().stream()
                .flatMap(material -> material.latest().content().file().stream())
                .filter(file -> file.type() == FileType.PDF)
                .map(Content.File::blob)
                .collect(Collectors.toSet());
    }

    private void changed() {
        setup.changed().run();
        enter();
    }

    private void read(BlobId pdf) {
        setup.changed().run();
        if (index.holds(pdf)) {
            enter();
        }
    }

    public MaterialFacts facts() {
        return facts;
    }

    public MaterialPanel panel() {
        return panel;
    }

    public MaterialPages files() {
        return files;
    }

    public ViewerPages viewer() {
        return viewer;
    }

    public UploadPages uploads() {
        return uploads;
    }

    public SendPages sending() {
        return sending;
    }

    public MaterialDesk desk() {
        return desk;
    }

    public DeskChanges changes() {
        return changes;
    }

    @Override
    public void close() {
        previews.close();
    }
}
