package kakolog;

import java.net.URI;
import java.time.Clock;
import kakolog.access.Policy;
import kakolog.archive.Api;
import kakolog.archive.Calendars;
import kakolog.archive.EventPages;
import kakolog.archive.Feeds;
import kakolog.archive.HomePages;
import kakolog.archive.LinkExports;
import kakolog.archive.LinkPages;
import kakolog.archive.SiteMaps;
import kakolog.archive.TopicPages;
import kakolog.content.ContentFolder;
import kakolog.content.Events;
import kakolog.web.Assets;
import kakolog.web.ErrorPages;
import kakolog.web.Frames;
import kakolog.web.LanguagePages;
import kakolog.web.PublicUrl;
import kakolog.web.Shelf;
import kakolog.web.WebServer;

/** Everything that runs, built here from top to bottom and closed in reverse; the same for serve, demo and tests. */
public final class App implements AutoCloseable {
    private final Config config;
    private final PublicUrl publicUrl = new PublicUrl();
    private final Events events;
    private final WebServer server;

    /**
     * Builds the program; {@link #start} opens its port.
     *
     * @param clock the time that all pages go by
     * @param rehearsal whether every page says that this is a demonstration
     */
    public App(Config config, Clock clock, boolean rehearsal) {
        this.config = config;
        events = new Events(new ContentFolder(config.content()));
        var policy = new Policy();
        var shelf = new Shelf();
        events.onChange(snapshot -> shelf.clear());
        var assets = new Assets();
        var frames = new Frames(
                assets,
                publicUrl,
                () -> {
                    var site = events.current().site();
                    return new Frames.About(site.name(), site.tagline(), site.zone());
                },
                rehearsal);
        var errors = new ErrorPages(frames);
        var routes = Routes.all(
                assets,
                new LanguagePages(),
                new HomePages(events, frames),
                new EventPages(events, frames, policy),
                new LinkPages(events, frames),
                new TopicPages(events, frames),
                new Feeds(events, publicUrl),
                new SiteMaps(events, publicUrl),
                new Calendars(events, publicUrl),
                new LinkExports(events),
                new Api(events, publicUrl));
        server = new WebServer(routes, shelf, errors, publicUrl, clock);
    }

    /**
     * Opens the port and begins to look for changed files.
     *
     * @return the address that people use
     */
    public String start() {
        int port = server.start(config.host(), config.port());
        publicUrl.set(config.publicUrl().orElse(URI.create("http://" + config.host() + ":" + port)));
        events.watch();
        return publicUrl.of("");
    }

    @Override
    public void close() {
        server.close();
        events.close();
    }
}
