package kakolog.content;

import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import kakolog.id.Snowflake;
import org.jspecify.annotations.Nullable;

/**
 * What {@code site.yaml} says of the community.
 *
 * @param usual when its evenings usually are, in words ({@code どこかの火曜日}); empty where it does not say
 * @param invite the address by which people join the Discord server; null where there is none
 */
public record Site(
        String name,
        String tagline,
        ZoneId zone,
        @Nullable String invite,
        String usual,
        @Nullable Snowflake guildId,
        Channel eventChannel,
        @Nullable Channel questionsChannel,
        String organizerRole,
        Defaults defaults,
        List<NamedTopic> topics,
        Event.LogReaders logReaders) {
    public Site {
        topics = List.copyOf(topics);
    }

    /** A channel of the Discord server; the id is null until someone fills it in. */
    public record Channel(String name, @Nullable Snowflake id) {}

    /**
     * What holds for an event that says nothing else.
     *
     * @param signupCloses on the day before the event, to the end of this minute
     * @param streamOpens minutes before the start at which the viewing URL is shown
     * @param testStream minutes before the start at which the test stream begins
     */
    public record Defaults(LocalTime start, LocalTime end, LocalTime signupCloses, int streamOpens, int testStream) {}

    /** A topic under one name, with the other wordings that the agendas use for it. */
    public record NamedTopic(String name, List<String> aliases) {
        public NamedTopic {
            aliases = List.copyOf(aliases);
        }
    }

    /** What holds where there is no {@code site.yaml}. */
    static Site unnamed() {
        return new Site(
                "kakolog",
                "",
                ZoneId.of("Asia/Tokyo"),
                null,
                "",
                null,
                new Channel("event", null),
                null,
                "主催者",
                new Defaults(LocalTime.of(19, 30), LocalTime.of(21, 30), LocalTime.of(23, 59), 15, 5),
                List.of(),
                Event.LogReaders.BOOSTERS);
    }
}
