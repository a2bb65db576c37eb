package kakolog.operate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import kakolog.MovableClock;
import kakolog.demo.Channels;
import kakolog.demo.Community;
import kakolog.demo.Fault;
import kakolog.demo.Person;
import kakolog.demo.StandIn;
import kakolog.discord.Rights;
import kakolog.id.Snowflake;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ChannelCheckupTest {
    private final MovableClock clock = new MovableClock("2021-07-06T18:50:00+09:00");
    private final Channels channels;
    private final StandIn standIn;

    @TempDir
    private Path data;

    ChannelCheckupTest() {
        var community = new Community();
        channels = community.channels();
        standIn = new StandIn(community, clock);
    }

    @AfterEach
    void stop() {
        standIn.close();
    }

    /** The lines that speak of the event channel. */
    private List<String> examine(Snowflake channel) {
        var at = new Doctor.AtDiscord(standIn.url(), standIn.credentials(), standIn.guild(), null, channel);
        var url = URI.create("https://kakolog.example");
        return new Doctor(new Doctor.Setup(Path.of("content"), data, url, true, at, clock, true))
                .examine().stream()
                        .map(Finding::toString)
                        .filter(line -> line.contains("event channel"))
                        .toList();
    }

    @Test
    void a_channel_whose_past_can_be_read_is_well() {
        assertEquals(
                List.of("ok: the bot may read the past of event channel event (498230000000000401)"),
                examine(Channels.EVENT));
        var thread = channels.openThread(Channels.EVENT, "第1回", Person.HANAKO, clock.instant());
        assertEquals(List.of("ok: the bot may read the past of event channel 第1回 (" + thread + ")"), examine(thread));
    }

    @Test
    void a_past_that_is_not_to_be_read_is_a_fault() {
        channels.forgetHistory(Channels.EVENT);
        var thread = channels.openThread(Channels.EVENT, "第1回", Person.HANAKO, clock.instant());
        var fault = "fault: the bot may not read the past of event channel %s (%s), which would come empty;"
                + " allow its role Read Message History in the channel's settings";
        assertEquals(List.of(String.format(fault, "event", Channels.EVENT)), examine(Channels.EVENT));
        assertEquals(List.of(String.format(fault, "第1回", thread)), examine(thread));
    }

    @Test
    void a_hidden_channel_is_a_fault() {
        var mend = "; allow its role View Channel in the channel's settings, and Connect where it is one for voices";
        channels.hide(Channels.EVENT);
        assertEquals(
                List.of("fault: the bot may not see event channel " + Channels.EVENT + mend), examine(Channels.EVENT));
        channels.deny(Channels.VOICE, Rights.CONNECT);
        assertEquals(
                List.of("fault: the bot may not see event channel " + Channels.VOICE + mend), examine(Channels.VOICE));
    }

    @Test
    void another_id_is_a_fault() {
        assertEquals(
                List.of("fault: there is no event channel 7; correct KAKOLOG_DISCORD_EVENT_CHANNEL_ID"),
                examine(new Snowflake(7)));
        assertEquals(
                List.of("fault: event channel イベント (498230000000000400) is none of this server where one can write;"
                        + " correct KAKOLOG_DISCORD_EVENT_CHANNEL_ID"),
                examine(Channels.CATEGORY));
    }

    @Test
    void without_the_right_to_messages_a_named_channel_is_a_fault() {
        channels.withoutMessageContent();
        assertEquals(
                List.of(
                        "fault: the application may not read what messages say, so those of the event channel come empty;"
                                + " turn on MESSAGE CONTENT INTENT in the developer portal",
                        "ok: the bot may read the past of event channel event (498230000000000401)"),
                examine(Channels.EVENT));
    }

    @Test
    void no_answer_is_no_verdict() {
        standIn.failAlways(Fault.HTML_200.on("/api/v10/channels/"));
        assertEquals(
                List.of("fault: event channel " + Channels.EVENT
                        + ": no answer to go by (Discord answered 200 without whole JSON); try again"),
                examine(Channels.EVENT));
    }
}
