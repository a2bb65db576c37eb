package kakolog;

import static kakolog.web.Route.Floor.EVERYONE;
import static kakolog.web.Route.Floor.ORGANIZERS;
import static kakolog.web.Route.Floor.SIGNED_IN;
import static kakolog.web.Route.Floor.THIS_MACHINE;

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
import kakolog.chatlog.ChatLogHouse;
import kakolog.evening.EveningPages;
import kakolog.material.MaterialHouse;
import kakolog.operate.HealthPages;
import kakolog.operate.Metrics;
import kakolog.organizer.AccessPages;
import kakolog.organizer.DeskPages;
import kakolog.organizer.TokenPages;
import kakolog.session.MePages;
import kakolog.session.SignInPages;
import kakolog.session.ViewAsPages;
import kakolog.web.Assets;
import kakolog.web.LanguagePages;
import kakolog.web.PdfJs;
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
            SignInPages signIn,
            MePages me,
            ViewAsPages viewAs,
            EveningPages evenings,
            DeskPages desk,
            AccessPages access,
            MaterialHouse materials,
            ChatLogHouse chatLogs,
            TokenPages tokens,
            HealthPages health,
            Metrics metrics) {
        return List.of(
                Route.get("/", EVERYONE, home::home),
                Route.get("/pages/{name}", EVERYONE, home::page),
                Route.get("/events", EVERYONE, events::list, "year"),
                // Before the event itself, whose open part would take the ending in.
                Route.data("/events/{slug}.ics", calendars::event),
                Route.get("/events/{slug}", EVERYONE, events::event),
                Route.fresh("/events/{slug}/watch", EVERYONE, evenings::watch),
                Route.post("/events/{slug}/stream", ORGANIZERS, evenings::set),
                Route.post("/events/{slug}/end", ORGANIZERS, evenings::end),
                Route.upload("/events/{slug}/materials", ORGANIZERS, materials.uploads()::form),
                Route.written("/events/{slug}/materials.zip", EVERYONE, materials.files()::zip),
                Route.bytes("/events/{slug}/materials/{name}", EVERYONE, materials.files()::file, "rev", "download"),
                Route.get("/events/{slug}/materials/{name}/view", EVERYONE, materials.viewer()::view),
                Route.bytes(
                        "/events/{slug}/materials/{name}/pages/{page}.png",
                        EVERYONE,
                        materials.files()::picture,
                        "size"),
                Route.fresh("/events/{slug}/log", EVERYONE, chatLogs.pages()::show),
                Route.bytes("/events/{slug}/log/files/{id}", EVERYONE, chatLogs.files()::file, "download"),
                Route.fresh("/send/{secret}", EVERYONE, materials.sending()::show),
                Route.upload("/send/{secret}", EVERYONE, materials.sending()::send),
                Route.get("/topics", EVERYONE, topics::list, "page"),
                Route.get("/topics/{slug}", EVERYONE, topics::topic, "page"),
                Route.get("/people/{handle}", EVERYONE, topics::person, "page"),
                Route.get("/links", EVERYONE, links::list, "year", "topic", "host", "event", "page"),
                Route.fresh("/search", EVERYONE, search::page),
                Route.fresh("/api/search", EVERYONE, search::api),
                Route.data("/links.json", exports::json, "year", "topic", "host", "event"),
                Route.data("/links.csv", exports::csv, "year", "topic", "host", "event"),
                Route.data("/links.html", exports::bookmarks, "year", "topic", "host", "event"),
                Route.data("/calendar.ics", calendars::all),
                Route.data("/feed.atom", feeds::atom),
                Route.data("/sitemap.xml", maps::sitemap),
                Route.data("/robots.txt", maps::robots),
                Route.data("/api/events", api::events, "year"),
                Route.get("/api/events/{slug}", EVERYONE, api::event),
                Route.put("/api/events/{slug}/stream", ORGANIZERS, evenings::put),
                Route.delete("/api/events/{slug}/stream", ORGANIZERS, evenings::delete),
                Route.upload("/api/events/{slug}/materials", ORGANIZERS, materials.uploads()::api),
                Route.fresh("/api/events/{slug}/log", EVERYONE, chatLogs.api()::show),
                Route.upload("/api/events/{slug}/log", ORGANIZERS, chatLogs.api()::upload),
                Route.data("/api/links", api::links, "year", "topic", "host", "event"),
                Route.data("/api/topics", api::topics),
                Route.data("/api/openapi.json", api::description),
                Route.fresh("/api/now", EVERYONE, api::now),
                Route.fresh("/api/me", EVERYONE, me::api),
                Route.fresh("/login", EVERYONE, signIn::page),
                Route.fresh("/login/discord", EVERYONE, signIn::leave),
                Route.fresh("/auth/discord/callback", EVERYONE, signIn::back),
                Route.own("/logout", EVERYONE, signIn::out),
                Route.fresh("/me", SIGNED_IN, me::show),
                Route.fresh("/me/messages", SIGNED_IN, chatLogs.ownMessages()::own),
                Route.post("/me/messages", SIGNED_IN, chatLogs.ownMessages()::removeAll),
                Route.fresh("/me/messages/{id}", SIGNED_IN, chatLogs.ownMessages()::ownMessage),
                Route.post("/me/messages/{id}", SIGNED_IN, chatLogs.ownMessages()::removeOwn),
                Route.own("/me/recheck", SIGNED_IN, me::recheck),
                Route.own("/me/view-as/end", EVERYONE, viewAs::end),
                Route.fresh("/organize", ORGANIZERS, desk::desk),
                Route.fresh("/organize/record", ORGANIZERS, desk::record),
                Route.fresh("/organize/events/{slug}", ORGANIZERS, access::show),
                Route.post("/organize/events/{slug}/participants", ORGANIZERS, access::rule),
                Route.fresh("/organize/events/{slug}/materials", ORGANIZERS, materials.desk()::show),
                Route.post("/organize/events/{slug}/materials/{id}", ORGANIZERS, materials.changes()::change),
                Route.upload("/organize/events/{slug}/materials/{id}/file", ORGANIZERS, materials.changes()::replace),
                Route.post("/organize/events/{slug}/material-links", ORGANIZERS, materials.changes()::link),
                Route.post("/organize/events/{slug}/upload-links", ORGANIZERS, materials.changes()::makeLink),
                Route.post("/organize/events/{slug}/upload-links/close", ORGANIZERS, materials.changes()::closeLink),
                Route.post("/organize/events/{slug}/mark", ORGANIZERS, materials.changes()::mark),
                Route.fresh("/organize/events/{slug}/log", ORGANIZERS, chatLogs.desk()::show),
                Route.post("/organize/events/{slug}/log", ORGANIZERS, chatLogs.changes()::change),
                Route.upload("/organize/events/{slug}/log/import", ORGANIZERS, chatLogs.changes()::upload),
                Route.post("/organize/events/{slug}/log/fetch", ORGANIZERS, chatLogs.changes()::fetch),
                Route.post("/organize/events/{slug}/log/topics", ORGANIZERS, chatLogs.changes()::topic),
                Route.post("/organize/events/{slug}/log/links", ORGANIZERS, chatLogs.changes()::link),
                Route.fresh("/organize/events/{slug}/log/messages/{id}", ORGANIZERS, chatLogs.messageDesk()::message),
                Route.post("/organize/events/{slug}/log/messages/{id}", ORGANIZERS, chatLogs.messageDesk()::remove),
                Route.fresh("/organize/tokens", ORGANIZERS, tokens::show),
                Route.post("/organize/tokens", ORGANIZERS, tokens::make),
                Route.post("/organize/tokens/revoke", ORGANIZERS, tokens::revoke),
                Route.post("/organize/view-as", ORGANIZERS, viewAs::start),
                Route.fresh("/healthz", EVERYONE, health::alive),
                Route.fresh("/readyz", EVERYONE, health::ready),
                Route.fresh("/metrics", THIS_MACHINE, metrics::show),
                Route.own("/language", EVERYONE, languages::choose),
                Route.data(Assets.ADDRESS + "{file}", assets::file),
                Route.data(PdfJs.ADDRESS + "{file}", assets.pdfJs()::script),
                Route.data(PdfJs.ADDRESS + "{folder}/{file}", assets.pdfJs()::data));
    }
}
