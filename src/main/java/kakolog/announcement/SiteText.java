package kakolog.announcement;

import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes a first {@code site.yaml} from what an announcement page says; what it does not say keeps its default. */
final class SiteText {
    private static final Pattern NAMED = Pattern.compile("(.*\\S)\\s*[(（]([^()（）]+)[)）]");
    private static final Pattern INVITE = Pattern.compile("https://discord\\.gg/[A-Za-z0-9-]+");
    private static final Pattern USUAL = Pattern.compile("日時:\\s*(\\S+)");
    private static final Pattern CHANNEL = Pattern.compile("#([\\p{L}\\p{N}_-]+)");

    private SiteText() {}

    static String of(AnnouncementPage page, List<TopicDrift> topics) {
        var heading = page.prose().stream()
                .map(AnnouncementPage.Section::heading)
                .filter(title -> !title.isEmpty())
                .findFirst()
                .orElse("名前のない配信");
        var named = NAMED.matcher(heading);
        boolean both = named.matches();
        return """
                # Written once by import-page from an announcement page: check it, it is yours from now on.
                name: %s
                tagline: %s
                language: ja
                zone: Asia/Tokyo
                %s%sevent_channel:
                  name: %s
                organizer_role: 主催者
                defaults:
                  start: "19:30"
                  end: "21:30"
                  # the day before the event
                  signup_closes: "23:59"
                  # minutes before the start
                  stream_opens: 15
                  test_stream: 5
                log_readers: boosters
                %s""".formatted(
                Yaml.scalar(both ? named.group(2) : heading),
                Yaml.scalar(both ? named.group(1) : heading),
                first(page, INVITE).map(url -> "invite: " + url.group() + "\n").orElse(""),
                first(page, USUAL)
                        .map(when -> "usual: " + Yaml.scalar(when.group(1)) + "\n")
                        .orElse(""),
                channel(page).orElse("event"),
                topics(topics));
    }

    private static Optional<MatchResult> first(AnnouncementPage page, Pattern sought) {
        return page.prose().stream()
                .flatMap(section -> section.lines().stream())
                .flatMap(line -> sought.matcher(line.text()).results())
                .findFirst();
    }

    /** The first channel that the page names; channels stand there as code. */
    private static Optional<String> channel(AnnouncementPage page) {
        return page.prose().stream()
                .flatMap(section -> section.pieces().stream())
                .filter(piece -> piece instanceof Inline.Code)
                .map(code -> CHANNEL.matcher(code.words()))
                .filter(channel -> channel.matches())
                .map(channel -> channel.group(1))
                .findFirst();
    }

    private static String topics(List<TopicDrift> topics) {
        if (topics.isEmpty()) {
            return "topics: []\n";
        }
        return topics.stream()
                .map(topic -> "  - name: " + Yaml.scalar(topic.name()) + "\n" + aliases(topic))
                .collect(Collectors.joining("", "topics:\n", ""));
    }

    private static String aliases(TopicDrift topic) {
        if (topic.aliases().isEmpty()) {
            return "    aliases: []\n";
        }
        return topic.aliases().stream()
                .map(alias -> "      - " + Yaml.scalar(alias) + "\n")
                .collect(Collectors.joining("", "    aliases:\n", ""));
    }
}
