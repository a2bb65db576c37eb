package kakolog.chatlog;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import kakolog.access.Policy;
import kakolog.blob.BlobStore;
import kakolog.blob.DiskFull;
import kakolog.blob.KeyedTags;
import kakolog.chat.NamedFile;
import kakolog.chatlog.LogImport.Wish;
import kakolog.content.Events;
import kakolog.db.Database;
import kakolog.db.Secrets;
import kakolog.discord.Discord;
import kakolog.id.EventSlug;
import kakolog.id.Snowflake;
import kakolog.record.Change;
import kakolog.record.Changes;
import kakolog.search.LogRow;
import kakolog.web.Frames;
import kakolog.web.PublicUrl;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All that handles past logs, built here from top to bottom and closed in reverse. */
public final class ChatLogHouse implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ChatLogHouse.class);

    private final Setup setup;
    /** Whether search will be brought up to date anyway. */
    private final AtomicBoolean behind = new AtomicBoolean();

    private final ChatLogs logs;
    private final LogFiles files;
    private final LogLinks links;
    private final MediaKeeper keeper;
    private final LogImport imports;
    private final ImportJobs jobs;
    private final LogSearch search;
    private final LogPanel panel;
    private final LogPages pages;
    private final LogFilePages filePages;
    private final LogDesk desk;
    private final LogChanges changes;
    private final OwnMessagePages ownMessages;
    private final MessageDesk messageDesk;
    private final LogApi api;

    /**
     * What it stands on.
     *
     * @param index the file of the search index
     * @param staging a folder of its own for imports
     * @param mostBytes of a file that belongs to a log
     * @param discord null where nobody has set it up
     * @param guild the community's server; null likewise
     * @param channel the channel of the events; null where nobody has set it
     * @param servers where Discord has files and pictures
     * @param beside runs what no request waits for, one after another
     * @param changed run after each change, so that no page shows what was before
     */
    public record Setup(
            Database database,
            Changes changes,
            Events events,
            Policy policy,
            BlobStore blobs,
            Path index,
            Path staging,
            long mostBytes,
            @Nullable Discord discord,
            @Nullable Snowflake guild,
            @Nullable Snowflake channel,
            Servers servers,
            Frames frames,
            PublicUrl publicUrl,
            Clock clock,
            Executor beside,
            Runnable changed) {}

    public ChatLogHouse(Setup setup) {
        this.setup = setup;
        var database = setup.database();
        Supplier<ZoneId> zone = () -> setup.events().current().site().zone();
        logs = new ChatLogs(database, setup.changes());
        files = new LogFiles(database);
        keeper = new MediaKeeper(setup.blobs(), setup.servers().all(), setup.mostBytes());
        // Here, while nobody but this process has the data and none of its imports has begun.
        orTell(() -> Staging.sweep(setup.staging()), "what a killed import has left could not be taken away");
        imports = new LogImport(logs, database, setup.blobs(), keeper, setup.staging());
        jobs = new ImportJobs(imports, setup.clock());
        var casts = new Casts(database);
        search = new LogSearch(database, logs, casts, setup.events()::current, setup.index());
        logs.onChange(this::changed);

        var door = new LogDoor(setup.events(), logs, setup.policy());
        var lines = new LogLines(database);
        links = new LogLinks(database, logs, lines);
        var courses = new Courses(database);
        var places = new AgendaPlaces(database, logs, zone);
        var bot = new BotImport(setup.discord(), setup.guild(), setup.channel(), setup.servers());
        panel = new LogPanel(logs, door, places, courses);
        var gathering = new Gathering(door, lines, files, places, zone);
        pages = new LogPages(door, new Scrolling(lines), gathering, casts, courses, places, zone, setup.frames());
        filePages = new LogFilePages(door, files, setup.blobs(), new KeyedTags(new Secrets(database)::tagKey));
        desk = new LogDesk(door, logs, files, links, places, courses, jobs, bot, zone, setup.frames());
        changes = new LogChanges(door, logs, links, places, jobs, bot, desk, lines, setup.blobs(), setup::mostBytes);
        var kept = new KeptMessages(database);
        var removals = new Removals(logs);
        ownMessages = new OwnMessagePages(kept, removals, zone, setup.frames());
        messageDesk = new MessageDesk(kept, door, logs, casts, removals, zone, setup.frames());
        api = new LogApi(door, lines, casts, changes, logs, files, setup.blobs(), setup.publicUrl(), zone);
    }

    /** Reads which logs there are. */
    public void open() {
        orTell(logs::now, "which logs there are could not be read; each is shown where it can be");
        orTell(this::publishLinks, "links that were taken from logs could not be read; pages are without them");
        setup.changed().run();
    }

    private static void orTell(Runnable work, String otherwise) {
        try {
            work.run();
        } catch (RuntimeException failed) {
            LOG.error(otherwise, failed);
        }
    }

    /** Opens the index of the logs, which may have to be made. */
    public void openSearch() {
        search.open();
    }

    /** Brings search in step with the content, on which hangs who may read which log. */
    public void enter() {
        search.catchUp();
    }

    /** What is done once a day. */
    public void tidy() {
        search.tidy();
        fold();
    }

    /** So that what was taken away stands nowhere; each change and each day tries again what this one could not. */
    private void fold() {
        if (!setup.database().fold()) {
            LOG.info("what was taken away may stand in the WAL until the next change or day");
        }
    }

    private void changed() {
        // At once, so that no page is kept with a link whose message has just gone.
        orTell(this::publishLinks, "links that were taken from logs could not be read; pages have those of before");
        setup.changed().run();
        if (behind.compareAndSet(false, true)) {
            // What was changed is changed, also where the site is about to stop: search is in step again with the next
            // start.
            orTell(() -> setup.beside().execute(this::catchUp), "search could not be brought up to date");
        }
    }

    private void catchUp() {
        behind.set(false);
        search.catchUp();
        fold();
    }

    private void publishLinks() {
        setup.events().link(links.published());
    }

    /** Whether there is such an event, a draft too. */
    public boolean knows(EventSlug event) {
        return setup.events().current().find(event).isPresent();
    }

    /**
     * Imports files that lie on this machine, with their media beside them.
     *
     * @throws ImportFault where they cannot be used; the log is as it was then
     * @throws IOException where one cannot be read; likewise
     * @throws InterruptedException where it was stopped; likewise
     */
    public Imported importFiles(
            EventSlug event, List<Path> exports, Wish wish, Change.By by, LogImport.Progress progress)
            throws ImportFault, IOException, InterruptedException {
        if (!LogRow.canHold(event)) {
            throw new ImportFault("log.import.fault.no-room", event.value());
        }
        var files = exports.stream().map(NamedFile::onDisk).toList();
        try (var source = ExportSource.of(files, setup.mostBytes(), () -> {})) {
            return imports.run(event, source, wish, by, setup.clock().instant(), progress);
        } catch (DiskFull full) {
            throw (ImportFault) new ImportFault("log.import.fault.disk-full").initCause(full);
        }
    }

    /** The same without anybody who watches, published at once. */
    public Imported add(EventSlug event, List<Path> exports, Change.By by) throws ImportFault, IOException {
        try {
            return importFiles(event, exports, new Wish(true, false), by, LogImport.Progress.NOBODY);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", stopping);
        }
    }

    public ChatLogs logs() {
        return logs;
    }

    public LogFiles named() {
        return files;
    }

    public LogSearch search() {
        return search;
    }

    public LogPanel panel() {
        return panel;
    }

    public LogPages pages() {
        return pages;
    }

    public LogFilePages files() {
        return filePages;
    }

    public LogDesk desk() {
        return desk;
    }

    public LogChanges changes() {
        return changes;
    }

    public OwnMessagePages ownMessages() {
        return ownMessages;
    }

    public MessageDesk messageDesk() {
        return messageDesk;
    }

    public LogApi api() {
        return api;
    }

    /** Ends an import that is under way; what it changed at last is still entered for search. */
    public void stopImports() {
        jobs.close();
        keeper.close();
    }

    @Override
    public void close() {
        search.close();
    }
}
