package kakolog;

import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import kakolog.access.Policy;
import kakolog.archive.Api;
import kakolog.archive.Calendars;
import kakolog.archive.EventPages;
import kakolog.archive.Feeds;
import kakolog.archive.HomePages;
import kakolog.archive.LinkExports;
import kakolog.archive.LinkPages;
import kakolog.archive.OldAnchors;
import kakolog.archive.SearchPages;
import kakolog.archive.SiteMaps;
import kakolog.archive.TopicPages;
import kakolog.blob.BlobStore;
import kakolog.chatlog.ChatLogHouse;
import kakolog.content.ContentFolder;
import kakolog.content.Events;
import kakolog.db.DataFolder;
import kakolog.db.Database;
import kakolog.discord.Discord;
import kakolog.evening.EveningPages;
import kakolog.evening.StreamUrls;
import kakolog.evening.WatchPanel;
import kakolog.material.MaterialHouse;
import kakolog.material.SizeLimit;
import kakolog.operate.HealthPages;
import kakolog.operate.Metrics;
import kakolog.organizer.AccessPages;
import kakolog.organizer.DeskPages;
import kakolog.organizer.TokenPages;
import kakolog.record.Changes;
import kakolog.session.ApiTokens;
import kakolog.session.MePages;
import kakolog.session.Membership;
import kakolog.session.Participation;
import kakolog.session.Sessions;
import kakolog.session.SignInPages;
import kakolog.session.StandingWords;
import kakolog.session.ViewAsPages;
import kakolog.session.Viewers;
import kakolog.web.Assets;
import kakolog.web.Cookies;
import kakolog.web.Entrance;
import kakolog.web.ErrorPages;
import kakolog.web.Frames;
import kakolog.web.KnownHosts;
import kakolog.web.LanguagePages;
import kakolog.web.Peers;
import kakolog.web.PublicUrl;
import kakolog.web.Recognition;
import kakolog.web.Route;
import kakolog.web.Shelf;
import kakolog.web.Traffic;
import kakolog.web.WebServer;
import org.jspecify.annotations.Nullable;

/** Everything that runs, built here from top to bottom and closed in reverse; the same for serve, demo and tests. */
public final class App implements AutoCloseable {
    private static final int READERS = 4;

    private final Config config;
    private final PublicUrl publicUrl = new PublicUrl();
    private final KnownHosts hosts = new KnownHosts();
    private final DataFolder data;
    private final Database database;
    private final Events events;
    private final Beside beside = new Beside();

    private final LiveSearch search;
    private final Sessions sessions;
    private final Remembered remembered;
    private final @Nullable Discord discord;
    private final @Nullable Membership membership;
    private final Shelf shelf = new Shelf();
    private final Traffic traffic = new Traffic();
    private final Metrics metrics;
    private final MaterialHouse materials;
    private final ChatLogHouse chatLogs;
    private final Clock clock;
    private final List<Route> routes;
    private final WebServer server;

    /** Routes that only some ways of running have, as the demonstration's. */
    @FunctionalInterface
    public interface Extra {
        List<Route> routes(Events events, Frames frames);
    }

    /** The program as it is served. */
    public App(Config config) throws Config.Unusable {
        this(config, config.clock(), false, (events, frames) -> List.of());
    }

    /**
     * Builds the program; {@link #start} opens its port.
     *
     * @param clock the time that all pages go by
     * @param rehearsal whether every page says that this is a demonstration
     * @throws Config.Unusable where the settings and the site do not fit together
     */
    public App(Config config, Clock clock, boolean rehearsal, Extra extra) throws Config.Unusable {
        this.config = config;
        this.clock = clock;
        data = new DataFolder(config.data());
        // Beside one another: the database waits for its driver and the classes of Jdbi, the content for its parser's.
        var opening = CompletableFuture.supplyAsync(() -> Database.openKept(data.database(), READERS), beside);
        events = new Events(new ContentFolder(config.content()));
        database = Beside.join(opening);

        search = new LiveSearch(data.derived("search.db"), events::current);
        events.onChange(snapshot -> beside.execute(search::bringUpToDate));
        events.onChange(snapshot -> shelf.clear());
        var anchors = new OldAnchors(database);

        var policy = new Policy();
        var changes = new Changes(database);
        var participation = new Participation(database, changes);
        sessions = new Sessions(database, beside);
        var tokens = new ApiTokens(database, changes);
        var streamUrls = new StreamUrls(database, changes);
        remembered = new Remembered(anchors, streamUrls, events, shelf);
        events.onChange(snapshot -> beside.execute(() -> remembered.learn(snapshot)));
        discord = config.discord()
                .map(settings -> new Discord(settings.url(), settings.credentials(), clock))
                .orElse(null);
        var asSet = new SiteSettings(config, events);
        membership = discord == null
                ? null
                : new Membership(discord, asSet.rules(), database, participation, changes, clock);
        boolean login = membership != null;
        var recognition = membership == null ? Recognition.NOBODY : new Viewers(sessions, tokens, membership, policy);
        var words = new StandingWords(membership, asSet::community);
        var panel = new WatchPanel(streamUrls, policy, words, login);

        metrics = new Metrics(traffic, shelf, sessions, discord, membership, clock);

        var assets = new Assets();
        var cookies = new Cookies(publicUrl);
        var frames = new Frames(assets, publicUrl, asSet::about, login, rehearsal);
        var blobs = new BlobStore(data.blobs());
        chatLogs = new ChatLogHouse(new ChatLogHouse.Setup(
                database,
                changes,
                events,
                policy,
                blobs,
                data.derived("logs.db"),
                data.derived("importing"),
                config.uploadLimit(),
                discord,
                discord == null ? null : asSet.rules().guild(),
                asSet.eventChannel(),
                config.servers(),
                frames,
                publicUrl,
                clock,
                beside,
                shelf::clear));
        events.onChange(snapshot -> beside.execute(chatLogs::enter));
        materials = new MaterialHouse(new MaterialHouse.Setup(
                database,
                changes,
                events,
                policy,
                blobs,
                chatLogs.named()::blobs,
                data.derived("pages"),
                data.derived("reading"),
                new SizeLimit(config.uploadLimit()),
                search::ifReady,
                frames,
                publicUrl,
                clock,
                shelf::clear));
        events.onChange(snapshot -> beside.execute(materials::enter));
        var served = new ArrayList<>(Routes.all(
                assets,
                new LanguagePages(publicUrl),
                new HomePages(events, panel, materials.facts(), frames),
                new EventPages(
                        events, frames, policy, anchors, panel, materials.facts(), materials.panel(), chatLogs.panel()),
                new LinkPages(events, frames),
                new TopicPages(events, frames),
                new SearchPages(
                        () -> materials.inStep(search.index()),
                        chatLogs.search(),
                        () -> events.current().site().zone(),
                        frames,
                        policy),
                new Feeds(events, publicUrl),
                new SiteMaps(events, publicUrl),
                new Calendars(events, publicUrl),
                new LinkExports(events),
                new Api(events, publicUrl, panel, materials.facts(), materials.panel(), chatLogs.logs()),
                new SignInPages(discord, sessions, cookies, publicUrl, frames),
                new MePages(
                        membership,
                        words,
                        (viewer, now) -> materials.panel().readable(events.current(), viewer, now),
                        chatLogs.ownMessages()::count,
                        frames),
                new ViewAsPages(sessions, changes),
                new EveningPages(events, streamUrls, panel, policy, frames, shelf::clear),
                new DeskPages(events, changes, frames),
                new AccessPages(events, panel, policy, participation, membership, frames, shelf::clear),
                materials,
                chatLogs,
                new TokenPages(tokens, events, frames),
                new HealthPages(search::isReady),
                metrics));
        served.addAll(extra.routes(events, frames));
        routes = List.copyOf(served);
        var entrance = new Entrance(recognition, cookies, policy, hosts, new Peers(config.trustedProxies()));
        server = new WebServer(routes, shelf, traffic, new ErrorPages(frames, words), publicUrl, entrance, clock);
    }

    /**
     * Opens the port and begins to look for changed files.
     *
     * @return the address that people use
     */
    public String start() {
        config.publicUrl().ifPresent(publicUrl::set);
        int port = server.start(config.host(), config.port());
        if (config.publicUrl().isEmpty()) {
            publicUrl.set(URI.create("http://" + KnownHosts.literal(config.host()) + ":" + port));
        }
        hosts.set(
                URI.create(publicUrl.of("")),
                KnownHosts.literal(config.host()),
                port,
                config.publicUrl().isPresent());
        // A moment later, since the first page needs neither and would share the processor with them: on one core it
        // comes a quarter of a second sooner so. A search that comes first waits for the index.
        beside.afterTheFirstPage(materials::open);
        beside.afterTheFirstPage(chatLogs::open);
        beside.afterTheFirstPage(search::open);
        beside.afterTheFirstPage(chatLogs::openSearch);
        beside.afterTheFirstPage(materials::enter);
        beside.afterTheFirstPage(() -> remembered.learn(events.current()));
        beside.afterTheFirstPage(remembered::recallEvenings);
        beside.everyDay(() -> sessions.sweep(clock.instant()));
        beside.everyDay(materials::tidy);
        beside.everyDay(chatLogs::tidy);
        events.watch();
        return publicUrl.of("");
    }

    /** For whoever fills a portal before it starts. */
    public MaterialHouse materials() {
        return materials;
    }

    /** Likewise. */
    public ChatLogHouse chatLogs() {
        return chatLogs;
    }

    /** The port that is open, after {@link #start}. */
    public int port() {
        return server.port();
    }

    /** Every address that is served. */
    List<Route> routes() {
        return routes;
    }

    @Override
    public void close() {
        server.close();
        metrics.close();
        materials.close();
        chatLogs.stopImports();
        events.close();
        if (membership != null) {
            membership.close();
        }
        if (discord != null) {
            discord.close();
        }
        beside.close();
        chatLogs.close();
        search.close();
        database.close();
        data.close();
    }
}
