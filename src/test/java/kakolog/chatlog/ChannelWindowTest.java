package kakolog.chatlog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import kakolog.MovableClock;
import kakolog.demo.Channels;
import kakolog.demo.Community;
import kakolog.demo.Fault;
import kakolog.demo.Person;
import kakolog.demo.Post;
import kakolog.demo.SampleChannel;
import kakolog.demo.StandIn;
import kakolog.discord.Channel.Overwrite;
import kakolog.discord.Discord;
import kakolog.discord.Rights;
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

    @Test
    void a_voice_channel_is_not_asked_for_threads() {
        channels.post(Channels.VOICE, Post.by(Person.TARO, "聞こえる?", SampleChannel.FROM));
        assertEquals(new Fetched.Whole(1, 0), read(Channels.VOICE, SampleChannel.FROM, SampleChannel.UNTIL));
        assertEquals(List.of("聞こえる?"), taken.texts());
        assertTrue(standIn.calls().stream().noneMatch(call -> call.path().contains("/threads/")));
    }

    @Test
    void roles_and_channels_are_named_but_not_those_that_are_hidden() {
        SampleChannel.in(community);
        var secret = channels.add("秘密の計画", 0, null);
        channels.overwrite(
                secret,
                new Overwrite(Community.GUILD, false, BigInteger.ZERO, BigInteger.ONE.shiftLeft(Rights.VIEW_CHANNEL)));
        readTheEvening();
        assertEquals("主催者", taken.names.get(Community.ORGANIZER_ROLE));
        assertEquals("会場", taken.names.get(Channels.VOICE));
        assertFalse(taken.names.containsKey(secret));
    }

    @Test
    void how_far_it_is_never_falls_and_ends_with_one() {
        SampleChannel.in(community);
        readTheEvening();
        assertEquals(fractions.stream().sorted().toList(), fractions);
        assertTrue(fractions.get(0) > 0 && fractions.get(0) < 0.5, () -> "at first " + fractions.get(0));
        assertEquals(1.0, fractions.get(fractions.size() - 1));
    }

    @Test
    void a_page_that_is_not_full_is_not_the_end() {
        SampleChannel.in(community);
        channels.shortenPages(7);
        assertEquals(new Fetched.Whole(712, 5), readTheEvening());
    }

    @Test
    void a_page_of_the_longest_messages_is_read() {
        for (int i = 0; i < 100; i++) {
            channels.post(Channels.EVENT, Post.by(Person.TARO, "あ".repeat(4_000), SampleChannel.FROM.plusSeconds(i)));
        }
        assertEquals(new Fetched.Whole(100, 0), readTheEvening());
        assertEquals("あ".repeat(4_000), taken.texts().get(99));
    }

    @Test
    void ids_may_be_beyond_what_a_signed_number_holds() {
        var from = Instant.parse("2084-09-06T15:00:00Z");
        var first = channels.post(Channels.EVENT, Post.by(Person.TARO, "まだ正", from));
        var second = channels.post(Channels.EVENT, Post.by(Person.TARO, "もう負", from.plusSeconds(7200)));
        assertTrue(first.bits() > 0 && second.bits() < 0, () -> first + " " + second);
        assertEquals(new Fetched.Whole(2, 0), read(Channels.EVENT, from, from.plusSeconds(7201)));
        assertEquals(List.of("まだ正", "もう負"), taken.texts());
    }

    @Test
    void the_window_takes_its_first_millisecond_and_not_its_end() {
        var from = Instant.parse("2021-07-06T10:00:00.000Z");
        channels.post(Channels.EVENT, Post.by(Person.TARO, "前", from.minusMillis(1)));
        channels.post(Channels.EVENT, Post.by(Person.TARO, "初", from));
        channels.post(Channels.EVENT, Post.by(Person.TARO, "末", from.plusMillis(999)));
        channels.post(Channels.EVENT, Post.by(Person.TARO, "後", from.plusMillis(1000)));
        assertEquals(new Fetched.Whole(2, 0), read(Channels.EVENT, from, from.plusMillis(1000)));
        assertEquals(List.of("初", "末"), taken.texts());
    }

    @Test
    void the_archive_is_read_on_until_it_is_older_than_the_window() {
        for (int i = 0; i < 230; i++) {
            var at = SampleChannel.FROM.minusSeconds(100 - i);
            var thread = channels.openThread(Channels.EVENT, "スレッド " + i, Person.KEN, at);
            channels.post(thread, Post.by(Person.KEN, "中 " + i, at.plusMillis(5)));
            channels.archive(thread, at.plusMillis(10 + i));
        }
        // In the channel a message tells of each thread; of the 230 a hundred lie before the window.
        assertEquals(new Fetched.Whole(260, 130), readTheEvening());
        assertEquals(2, standIn.count("/api/v10/channels/" + Channels.EVENT + "/threads/archived/public"));
    }

    @Test
    void a_private_thread_is_not_read() {
        channels.post(Channels.EVENT, Post.by(Person.TARO, "みんなへ", SampleChannel.FROM));
        var thread = channels.openPrivateThread(Channels.EVENT, "内緒", Person.KEN, SampleChannel.FROM);
        channels.post(thread, Post.by(Person.KEN, "内緒の話", SampleChannel.FROM));
        assertEquals(new Fetched.Whole(1, 0), readTheEvening());
        assertEquals(List.of("みんなへ"), taken.texts());
    }

    @Test
    void a_thread_may_be_read_as_a_channel() {
        var sample = SampleChannel.in(community);
        var thread = sample.threadsOfTheEvening().keySet().iterator().next();
        assertEquals(new Fetched.Whole(40, 0), read(thread, SampleChannel.FROM, SampleChannel.UNTIL));
        assertEquals(sample.ids(thread), taken.ids(thread));
        assertEquals("MLSとの違い", taken.channel);
    }

    @Test
    void of_a_forum_the_threads_are_read() {
        var forum = channels.add("質問", 15, null);
        var thread = channels.openThread(forum, "ひとつ目", Person.KEN, SampleChannel.FROM);
        channels.post(thread, Post.by(Person.KEN, "質問です", SampleChannel.FROM.plusSeconds(1)));
        assertEquals(new Fetched.Whole(1, 1), read(forum, SampleChannel.FROM, SampleChannel.UNTIL));
        assertEquals(List.of("質問です"), taken.texts());
    }

    @Test
    void a_rate_limit_in_the_middle_is_waited_out() {
        SampleChannel.in(community);
        standIn.failNext(Fault.rateLimited(30).on(MESSAGES));
        standIn.failNext(Fault.rateLimited(45).on(MESSAGES));
        assertEquals(new Fetched.Whole(712, 5), readTheEvening());
        assertEquals(List.of(Duration.ofSeconds(30), Duration.ofSeconds(45)), pauses);
        assertEquals(712, new HashSet<>(taken.messages).size());
    }

    @Test
    void limits_that_headers_tell_are_kept() {
        SampleChannel.in(community);
        standIn.limit(5, Duration.ofMillis(200));
        assertEquals(new Fetched.Whole(712, 5), readTheEvening());
        assertEquals(0, discord.calls().rateLimited());
    }
}
