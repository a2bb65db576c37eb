package kakolog;

import static kakolog.web.Route.Floor.EVERYONE;

import java.util.List;
import kakolog.archive.Api;
import kakolog.archive.Calendars;
import kakolog.archive.EventPages;
import kakolog.archive.Feeds;
import kakolog.archive.HomePages;
import kakolog.archive.LinkExports;
import kakolog.archive.LinkPages;
import kakolog.archive.SearchPages;
import kakolog.archive.SiteMaps;
import kakolog.archive.TopicPages;
import kakolog.operate.HealthPages;
import kakolog.web.Assets;
import kakolog.web.LanguagePages;
import kakolog.web.Route;

/** Every address of the program: the method, the path, who may enter, and who answers. */
final class Routes {
    private Routes() {}

    static List<Route> all(
            Assets assets,
            LanguagePages languages,
            HomePages home,
            EventPages events,
            LinkPages links,
            TopicPages topics,
            SearchPages search,
            Feeds feeds,
            SiteMaps maps,
            Calendars calendars,
            LinkExports exports,
            Api api,
            HealthPages health) {
        return List.of(
                Route.get("/", EVERYONE, home::home),
                Route.get("/pages/{name}", EVERYONE, home::page),
                Route.get("/events", EVERYONE, events::list, "year"),
                // Before the event itself, whose open part would take the ending in.
                Route.get("/events/{slug}.ics", EVERYONE, calendars::event),
                Route.get("/events/{slug}", EVERYONE, events::event),
                Route.get("/topics", EVERYONE, topics::list, "page"),
                Route.get("/topics/{slug}", EVERYONE, topics::topic, "page"),
                Route.get("/people/{handle}", EVERYONE, topics::person, "page"),
                Route.get("/links", EVERYONE, links::list, "year", "topic", "host", "event", "page"),
                Route.fresh("/search", EVERYONE, search::page),
                Route.fresh("/api/search", EVERYONE, search::api),
                Route.get("/links.json", EVERYONE, exports::json, "year", "topic", "host", "event"),
                Route.get("/links.csv", EVERYONE, exports::csv, "year", "topic", "host", "event"),
                Route.get("/links.html", EVERYONE, exports::bookmarks, "year", "topic", "host", "event"),
                Route.get("/calendar.ics", EVERYONE, calendars::all),
                Route.get("/feed.atom", EVERYONE, feeds::atom),
                Route.get("/sitemap.xml", EVERYONE, maps::sitemap),
                Route.get("/robots.txt", EVERYONE, maps::robots),
                Route.get("/api/events", EVERYONE, api::events, "year"),
                Route.get("/api/events/{slug}", EVERYONE, api::event),
                Route.get("/api/links", EVERYONE, api::links, "year", "topic", "host", "event"),
                Route.get("/api/topics", EVERYONE, api::topics),
                Route.get("/api/openapi.json", EVERYONE, api::description),
                Route.fresh("/healthz", EVERYONE, health::alive),
                Route.fresh("/readyz", EVERYONE, health::ready),
                Route.post("/language", EVERYONE, languages::choose),
                Route.get(Assets.ADDRESS + "{file}", EVERYONE, assets::file));
    }
}
