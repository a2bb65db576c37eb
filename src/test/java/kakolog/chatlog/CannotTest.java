package kakolog.chatlog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import kakolog.MovableClock;
import kakolog.chatlog.Fetched.Why;
import kakolog.demo.Channels;
import kakolog.demo.Community;
import kakolog.demo.Fault;
import kakolog.demo.Person;
import kakolog.demo.Post;
import kakolog.demo.SampleChannel;
import kakolog.demo.StandIn;
import kakolog.discord.Discord;
import kakolog.discord.Impatient;
import kakolog.discord.Rights;
import kakolog.id.Snowflake;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class CannotTest {
    private static final String MESSAGES = "/api/v10/channels/" + Channels.EVENT + "/messages";

    private final MovableClock clock = new MovableClock("2021-07-07T09:00:00+09:00");
    private final Community community = new Community();
    private final Channels channels = community.channels();
    private final StandIn standIn = new StandIn(community, clock);
    private final Discord discord = new Discord(standIn.url(), standIn.credentials(), clock);
    private final List<Duration> pauses = new ArrayList<>();
    private final Taken taken = new Taken();

    @BeforeEach
    void anEvening() {
        SampleChannel.in(community);
    }

    @AfterEach
    void close() {
        discord.close();
        standIn.close();
    }

    private void pause(Duration wait) {
        pauses.add(wait);
        clock.advance(wait);
    }

    private Fetched read(ChannelWindow window, Snowflake channel, ChannelWindow.Progress progress) {
        return window.read(channel, SampleChannel.FROM, SampleChannel.UNTIL, taken, progress);
    }

    private Fetched read(Snowflake channel) {
        var window = new ChannelWindow(discord, Community.GUILD, this::pause, ChannelWindow.MOST_MESSAGES);
        return read(window, channel, (messages, fraction) -> {});
    }

    private static Why why(Fetched fetched) {
        return assertInstanceOf(Fetched.Cannot.class, fetched).why();
    }

    /** Before anything was read. */
    private void assertAtOnce(Why why, Snowflake channel) {
        assertEquals(why, why(read(channel)));
        assertEquals(List.of(), taken.messages);
        assertEquals(0, standIn.count(MESSAGES));
    }

    @Test
    void without_the_right_to_what_messages_say() {
        channels.withoutMessageContent();
        assertAtOnce(Why.MESSAGE_CONTENT_MISSING, Channels.EVENT);
    }

    @Test
    void without_the_right_to_the_past() {
        channels.forgetHistory(Channels.EVENT);
        assertAtOnce(Why.HISTORY_MISSING, Channels.EVENT);
    }

    @Test
    void of_a_hidden_channel() {
        channels.hide(Channels.EVENT);
        assertAtOnce(Why.CHANNEL_HIDDEN, Channels.EVENT);
    }

    @Test
    void of_a_room_for_voices_where_one_may_not_connect() {
        channels.deny(Channels.VOICE, Rights.CONNECT);
        assertAtOnce(Why.CHANNEL_HIDDEN, Channels.VOICE);
    }

    @Test
    void of_no_channel_and_of_one_where_nobody_writes() {
        assertAtOnce(Why.CHANNEL_UNKNOWN, new Snowflake(7));
        assertAtOnce(Why.CHANNEL_UNKNOWN, Channels.CATEGORY);
        channels.remove(Channels.EVENT);
        assertAtOnce(Why.CHANNEL_UNKNOWN, Channels.EVENT);
    }

    @Test
    void with_a_token_that_is_refused() {
        standIn.failNext(Fault.UNAUTHORIZED);
        assertAtOnce(Why.NOT_SET_UP, Channels.EVENT);
    }

    @Test
    void in_a_server_that_the_bot_is_not_in() {
        var window = new ChannelWindow(discord, new Snowflake(1), this::pause, ChannelWindow.MOST_MESSAGES);
        assertEquals(Why.NOT_SET_UP, why(read(window, Channels.EVENT, (messages, fraction) -> {})));
    }

    @Test
    void where_nothing_was_written_although_all_rights_are_there() {
        assertEquals(Why.EMPTY, why(read(Channels.VOICE)));
    }

    @Test
    void when_there_is_more_than_is_taken() {
        var window = new ChannelWindow(discord, Community.GUILD, this::pause, 711);
        assertEquals(Why.TOO_MANY, why(read(window, Channels.EVENT, (messages, fraction) -> {})));
        var enough = new ChannelWindow(discord, Community.GUILD, this::pause, 712);
        assertEquals(new Fetched.Whole(712, 5), read(enough, Channels.EVENT, (messages, fraction) -> {}));
    }

    @Test
    void when_the_right_to_the_past_is_taken_away_on_the_way() {
        var window = new ChannelWindow(discord, Community.GUILD, this::pause, ChannelWindow.MOST_MESSAGES);
        var fetched = read(window, Channels.EVENT, (messages, fraction) -> channels.forgetHistory(Channels.EVENT));
        assertEquals(Why.HISTORY_MISSING, why(fetched));
        assertTrue(taken.messages.size() < 712);
    }

    @Test
    void when_it_is_taken_away_among_the_threads_and_the_rest_looks_empty() {
        var window = new ChannelWindow(discord, Community.GUILD, this::pause, ChannelWindow.MOST_MESSAGES);
        var fetched = read(window, Channels.EVENT, (messages, fraction) -> {
            if (!taken.threads.isEmpty()) {
                channels.forgetHistory(Channels.EVENT);
            }
        });
        assertEquals(Why.HISTORY_MISSING, why(fetched));
    }

    static List<Fault> faults() {
        return List.of(
                Fault.SERVER_ERROR, Fault.HTML_200, Fault.HALF_JSON, Fault.EMPTY, Fault.DROPPED, Fault.CLOUDFLARE);
    }

    @ParameterizedTest
    @MethodSource("faults")
    void when_discord_talks_nonsense_on_the_way(Fault fault) {
        var window = new ChannelWindow(discord, Community.GUILD, this::pause, ChannelWindow.MOST_MESSAGES);
        var fetched = read(window, Channels.EVENT, (messages, fraction) -> standIn.failAlways(fault.on(MESSAGES)));
        assertEquals(Why.DISCORD_SILENT, why(fetched));
        assertEquals(100, taken.messages.size(), "told apart from the end of what was written");
        standIn.recover();
        assertEquals(new Fetched.Whole(712, 5), read(Channels.EVENT));
    }

    @Test
    void when_discord_says_nothing() {
        try (var impatient = Impatient.discord(standIn, clock)) {
            impatient.self();
            standIn.failAlways(Fault.SILENT.on(MESSAGES));
            var window = new ChannelWindow(impatient, Community.GUILD, this::pause, ChannelWindow.MOST_MESSAGES);
            assertEquals(Why.DISCORD_SILENT, why(read(window, Channels.EVENT, (messages, fraction) -> {})));
        }
    }

    @Test
    void when_discord_wants_to_be_left_alone_for_long() {
        standIn.failNext(Fault.rateLimited(600).on(MESSAGES));
        var cannot = assertInstanceOf(Fetched.Cannot.class, read(Channels.EVENT));
        assertEquals(Why.DISCORD_SILENT, cannot.why());
        assertEquals(Duration.ofMinutes(10), cannot.retryAfter());
        assertEquals(List.of(), pauses);
    }

    @Test
    void when_discord_wants_to_be_left_alone_again_and_again() {
        standIn.failAlways(Fault.rateLimited(30).on(MESSAGES));
        assertEquals(Why.DISCORD_SILENT, why(read(Channels.EVENT)));
        assertEquals(8, pauses.size());
        assertEquals(9, standIn.count(MESSAGES));
    }

    @Test
    void when_a_thread_is_deleted_on_the_way() {
        var window = new ChannelWindow(discord, Community.GUILD, this::pause, ChannelWindow.MOST_MESSAGES);
        var fetched = read(window, Channels.EVENT, (messages, fraction) -> {
            if (taken.threads.size() == 1) {
                channels.remove(taken.threads.keySet().iterator().next());
            }
        });
        assertEquals(Why.DISCORD_SILENT, why(fetched));
    }

    @Test
    void when_it_is_stopped_between_pages() {
        var window = new ChannelWindow(discord, Community.GUILD, this::pause, ChannelWindow.MOST_MESSAGES);
        var fetched = read(
                window,
                Channels.EVENT,
                (messages, fraction) -> Thread.currentThread().interrupt());
        assertTrue(Thread.interrupted(), "the thread stays interrupted");
        assertEquals(Why.STOPPED, why(fetched));
        assertEquals(100, taken.messages.size());
    }

    @Test
    void when_it_is_stopped_while_it_waits() {
        standIn.failNext(Fault.rateLimited(30).on(MESSAGES));
        var window = new ChannelWindow(
                discord,
                Community.GUILD,
                wait -> {
                    throw new InterruptedException();
                },
                ChannelWindow.MOST_MESSAGES);
        assertEquals(Why.STOPPED, why(read(window, Channels.EVENT, (messages, fraction) -> {})));
        assertTrue(Thread.interrupted(), "the thread stays interrupted");
    }

    @Test
    void of_the_threads_of_a_hidden_channel_either() {
        var thread = channels.openThread(Channels.EVENT, "雑談", Person.KEN, SampleChannel.FROM);
        channels.post(thread, Post.by(Person.KEN, "中", SampleChannel.FROM));
        channels.hide(Channels.EVENT);
        assertAtOnce(Why.CHANNEL_HIDDEN, thread);
    }
}
