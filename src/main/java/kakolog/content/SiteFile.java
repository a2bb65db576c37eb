package kakolog.content;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import kakolog.id.Snowflake;

/** Reads {@code site.yaml}. */
final class SiteFile {
    static final String NAME = "site.yaml";
    private static final String TIME = "a time as \"23:59\"";

    private SiteFile() {}

    /** The site, or empty where the file has faults; they have been added then. */
    static Optional<Site> read(byte[] bytes, Faults faults) {
        return TextFile.decode(bytes, faults)
                .flatMap(text -> YamlReader.read(text, 1, faults))
                .map(yaml -> site(yaml, faults))
                .filter(site -> faults.isEmpty());
    }

    private static Site site(YamlFields yaml, Faults faults) {
        var unnamed = Site.unnamed();
        yaml.optional("language", "ja or en", text -> Optional.of(text).filter(List.of("ja", "en")::contains));
        var site = new Site(
                yaml.required("name", "the community's name", Optional::of).orElse(""),
                yaml.text("tagline").orElse(""),
                yaml.optional("zone", "a time zone as Asia/Tokyo", Readings::zone)
                        .orElse(ZoneId.of("Asia/Tokyo")),
                yaml.optional("invite", "an https:// address", Readings::address)
                        .orElse(null),
                yaml.text("usual").orElse(""),
                yaml.optional("guild_id", "digits", Snowflake::of).orElse(null),
                yaml.mapping("event_channel").map(SiteFile::channel).orElse(unnamed.eventChannel()),
                yaml.mapping("questions_channel").map(SiteFile::channel).orElse(null),
                yaml.text("organizer_role").orElse(unnamed.organizerRole()),
                yaml.mapping("defaults").map(SiteFile::defaults).orElse(unnamed.defaults()),
                topics(yaml, faults),
                logReaders(yaml, "log_readers").orElse(Event.LogReaders.BOOSTERS));
        yaml.refuseOthers();
        return site;
    }

    static Optional<Event.LogReaders> logReaders(YamlFields yaml, String key) {
        return yaml.optional(key, "boosters or participants", text -> Readings.constant(Event.LogReaders.class, text));
    }

    private static Site.Channel channel(YamlFields yaml) {
        var channel = new Site.Channel(
                yaml.required("name", "the channel's name without #", Optional::of)
                        .orElse(""),
                yaml.optional("id", "digits", Snowflake::of).orElse(null));
        yaml.refuseOthers();
        return channel;
    }

    private static Site.Defaults defaults(YamlFields yaml) {
        var unstated = Site.unnamed().defaults();
        var defaults = new Site.Defaults(
                yaml.optional("start", TIME, Readings::time).orElse(unstated.start()),
                yaml.optional("end", TIME, Readings::time).orElse(unstated.end()),
                yaml.optional("signup_closes", TIME, Readings::time).orElse(unstated.signupCloses()),
                yaml.optional("stream_opens", "minutes", Readings::count).orElse(unstated.streamOpens()),
                yaml.optional("test_stream", "minutes", Readings::count).orElse(unstated.testStream()));
        yaml.refuseOthers();
        return defaults;
    }

    private static List<Site.NamedTopic> topics(YamlFields yaml, Faults faults) {
        var topics = new ArrayList<Site.NamedTopic>();
        var lineOfWording = new HashMap<String, Integer>();
        for (var entry : yaml.mappings("topics")) {
            var topic = new Site.NamedTopic(
                    entry.required("name", "the topic's name", Optional::of).orElse(""), entry.texts("aliases"));
            entry.refuseOthers();
            topics.add(topic);
            var wordings = new ArrayList<>(topic.aliases());
            wordings.add(topic.name());
            for (var wording : wordings) {
                var first = lineOfWording.putIfAbsent(wording, entry.lineOf("name"));
                if (first != null) {
                    faults.add(
                            entry.lineOf("name"),
                            "the wording " + wording + " again, after line " + first,
                            "each wording in one topic only");
                }
            }
        }
        return topics;
    }
}
