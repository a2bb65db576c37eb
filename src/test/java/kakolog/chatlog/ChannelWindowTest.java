package kakolog.chatlog;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import kakolog.MovableClock;
import kakolog.demo.Channels;
import kakolog.demo.Community;
import kakolog.demo.SampleChannel;
import kakolog.demo.StandIn;
import kakolog.discord.Discord;
import kakolog.id.Snowflake;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class ChannelWindowTest {
    private static final String MESSAGES = "/api/v10/channels/" + Channels.EVENT + "/messages";

    private final MovableClock clock = new MovableClock("2021-07-07T09:00:00+09:00");
    private final Community community = new Community();
    private final Channels channels = community.channels();
    private final StandIn standIn = new StandIn(community, clock);
    private final Discord discord = new Discord(standIn.url(), standIn.credentials(), clock);
    private final List<Duration> pauses = new ArrayList<>();
    private final Taken taken = new Taken();
    private final List<Double> fractions = new ArrayList<>();

    @AfterEach
    void close() {
        discord.close();
        standIn.close();
    }

    private ChannelWindow window(int most) {
        return new ChannelWindow(
                discord,
                Community.GUILD,
                wait -> {
                    pauses.add(wait);
                    clock.advance(wait);
                },
                most);
    }

    private Fetched read(Snowflake channel, Instant from, Instant until) {
        return window(ChannelWindow.MOST_MESSAGES)
                .read(channel, from, until, taken, (messages, fraction) -> fractions.add(fraction));
    }

    private Fetched readTheEvening() {
        return read(Channels.EVENT, SampleChannel.FROM, SampleChannel.UNTIL);
    }

    @Test
    void an_evening_is_read_once_and_in_order_with_its_threads() {
        var sample = SampleChannel.in(community);
        assertEquals(new Fetched.Whole(712, 5), readTheEvening());
        assertEquals(712, taken.messages.size());
        assertEquals("event", taken.channel);
        assertEquals(sample.ids(Channels.EVENT), taken.ids(Channels.EVENT));
        assertEquals(new HashSet<>(sample.threadsOfTheEvening().entrySet()), taken.threads.entrySet());
        for (var thread : sample.threadsOfTheEvening().keySet()) {
            assertEquals(sample.ids(thread), taken.ids(thread));
        }
        assertEquals(712, new HashSet<>(taken.messages).size());
    }
}
