package kakolog.demo;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kakolog.id.Snowflake;

/** Fills the event channel with an evening of 712 messages in the channel and five threads, and with what lies around it. */
public final class SampleChannel {
    public static final Instant FROM = Instant.parse("2021-07-06T10:00:00Z");
    public static final Instant UNTIL = Instant.parse("2021-07-06T14:30:00Z");
    public static final int MESSAGES = 712;
    public static final Snowflake EMOJI = new Snowflake(702000000000000001L);
    public static final Snowflake STICKER = new Snowflake(850000000000000001L);
    /** An account that was deleted. */
    public static final Person GHOST = new Person(new Snowflake(411111111111111200L), "deleted_user_0a1b", null, null);

    private static final int STARTER = 21;
    private static final Duration STEP = Duration.ofSeconds(20);
    private static final List<Person> WRITERS =
            List.of(Person.HANAKO, Person.TARO, Person.KEN, Person.SAKURA, Person.MIO, Person.JIRO, Person.YUI, GHOST);

    private final Channels channels;
    private final Map<Snowflake, String> threads = new LinkedHashMap<>();
    private Instant now = FROM;
    private int written;

    private SampleChannel(Community community) {
        channels = community.channels();
    }

    public static SampleChannel in(Community community) {
        var sample = new SampleChannel(community);
        sample.before();
        sample.kinds();
        sample.threads();
        sample.talk();
        sample.after();
        return sample;
    }

    /** The threads in which something was written that evening, with their names. */
    public Map<Snowflake, String> threadsOfTheEvening() {
        return threads;
    }

    /** What was written in the channel or the thread that evening, oldest first; Discord's thread starters are not written. */
    public List<Snowflake> ids(Snowflake room) {
        return channels.messages(room).stream()
                .filter(posted ->
                        !posted.post().at.isBefore(FROM) && posted.post().at.isBefore(UNTIL))
                .filter(posted -> posted.post().type != STARTER)
                .map(Posted::id)
                .toList();
    }

    private Instant next() {
        now = now.plus(STEP);
        return now;
    }

    private Snowflake say(String text) {
        return channels.post(Channels.EVENT, Post.by(WRITERS.get(written++ % WRITERS.size()), text, next()));
    }

    private void before() {
        for (int i = 5; i > 0; i--) {
            channels.post(Channels.EVENT, Post.by(Person.JIRO, "まだ早い " + i, FROM.minusMillis(i)));
        }
        var old = channels.openThread(Channels.EVENT, "先週の話", Person.KEN, FROM.minus(Duration.ofDays(7)));
        channels.post(old, Post.by(Person.KEN, "先週", FROM.minus(Duration.ofDays(6))));
        channels.archive(old, FROM.minus(Duration.ofDays(5)));
    }

    private void after() {
        for (int i = 0; i < 5; i++) {
            channels.post(Channels.EVENT, Post.by(Person.JIRO, "もう遅い " + i, UNTIL.plusMillis(i)));
        }
        var late = channels.openThread(Channels.EVENT, "二次会", Person.KEN, UNTIL.plusSeconds(10));
        channels.post(late, Post.by(Person.KEN, "ここから二次会", UNTIL.plusSeconds(20)));
    }

    /** One of each kind that a log must bear. */
    private void kinds() {
        var hello = say("こんばんは <@" + Person.HANAKO.id() + "> <:yosi:" + EMOJI + ">");
        channels.post(Channels.EVENT, Post.by(Person.TARO, "よろしく", next()).replyTo(hello));
        var gone = say("消します");
        channels.post(Channels.EVENT, Post.by(Person.KEN, "え、どうして", next()).replyTo(gone));
        channels.delete(Channels.EVENT, gone);
        var slip = say("QUICの話はごじまた");
        channels.edit(Channels.EVENT, slip, "QUICの話は後でまた", now.plusSeconds(5));
        channels.post(
                Channels.EVENT,
                Post.by(Person.SAKURA, "", next())
                        .forward(Channels.VOICE, new Snowflake(1), FROM.minusSeconds(86_400), "昨日の告知です"));
        channels.post(
                Channels.EVENT,
                Post.by(Person.HANAKO, "", next()).poll("次回はいつ", List.of("8/3", "8/10"), List.of(5, 3)));
        channels.post(Channels.EVENT, Post.by(Person.MIO, "", next()).sticker(STICKER, "やった", 1));
        channels.post(
                Channels.EVENT,
                Post.by(Person.YUI, "写真です", next())
                        .attachPicture("会場の写真.png", 64, 48)
                        .attach("notes.txt", "text/plain", "メモ".getBytes(StandardCharsets.UTF_8))
                        .react("🎉", 2)
                        .react(EMOJI, "yosi", 3));
        channels.post(
                Channels.EVENT,
                Post.by(Person.KEN, "https://example.com/quic", next())
                        .preview("QUIC", "https://example.com/quic", "新しい運び方", "https://example.com/quic.png"));
        channels.post(Channels.EVENT, Post.byWebhook(new Snowflake(700000000000000007L), "お知らせ", "配信を始めました", next()));
        channels.post(
                Channels.EVENT,
                Post.byBot("視聴 URL: https://example.com/live", next()).pin());
        Stream.of(6, 7, 8, 20, 46, 99)
                .forEach(type -> channels.post(
                        Channels.EVENT, Post.by(Person.HANAKO, "", next()).ofType(type)));
    }

    private void threads() {
        var ofQuestion = thread(say("MLSとの違いは？"), "MLSとの違い", 40);
        var ofSlides = thread(say("資料はどこですか"), "資料", 30);
        var free = channels.openThread(Channels.EVENT, "雑談", Person.MIO, next());
        fill(free, "雑談", 25);
        var closing = channels.openThread(Channels.EVENT, "感想", Person.HANAKO, next());
        fill(closing, "感想", 20);
        var standing = channels.openThread(Channels.EVENT, "質問箱", Person.HANAKO, FROM.minus(Duration.ofDays(1)));
        channels.post(standing, Post.by(Person.JIRO, "前日の質問", FROM.minusSeconds(3600)));
        fill(standing, "質問箱", 8);
        channels.archive(ofSlides, UNTIL.plusSeconds(86_400));
        channels.archive(free, UNTIL.plusSeconds(90_000));
        channels.archive(standing, UNTIL.plusSeconds(99_000));
        channels.halfArchive(closing, UNTIL.plusSeconds(95_000));
        threads.put(ofQuestion, "MLSとの違い");
    }

    private Snowflake thread(Snowflake message, String name, int messages) {
        var thread = channels.openThread(Channels.EVENT, message, name, Person.KEN, next());
        fill(thread, name, messages);
        return thread;
    }

    private void fill(Snowflake thread, String name, int messages) {
        threads.put(thread, name);
        for (int i = 0; i < messages; i++) {
            var at = now.plusSeconds(7L * i);
            channels.post(thread, Post.by(WRITERS.get(i % WRITERS.size()), name + " " + i, at));
        }
    }

    /** Talk in the channel until the evening has all its messages, the last of them in its last millisecond. */
    private void talk() {
        int inThreads =
                threads.keySet().stream().mapToInt(thread -> ids(thread).size()).sum();
        while (ids(Channels.EVENT).size() + inThreads < MESSAGES - 1) {
            say("発言 " + written);
        }
        channels.post(Channels.EVENT, Post.by(Person.HANAKO, "おしまい", UNTIL.minusMillis(1)));
    }
}
