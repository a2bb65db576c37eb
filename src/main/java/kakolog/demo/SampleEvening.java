package kakolog.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import kakolog.id.Snowflake;

/** What the cast writes in the event channel on the evening at which the demonstration begins, for the bot to import. */
public final class SampleEvening {
    private static final Snowflake NICE = new Snowflake(702000000000000101L);
    private static final Snowflake STICKER = new Snowflake(850000000000000202L);
    /** 19:00 in Tokyo. */
    private static final Instant OPEN = Instant.parse("2021-07-06T10:00:00Z");

    private final Channels channels;
    private Instant now = OPEN;

    private SampleEvening(Community community) {
        channels = community.channels();
    }

    /** Fills the channel from 19:00 to 21:30. */
    public static void in(Community community) {
        var evening = new SampleEvening(community);
        evening.before();
        evening.momo();
        evening.sora();
        evening.kits();
        evening.farewell();
    }

    private void at(int hour, int minute) {
        now = OPEN.plus(Duration.ofMinutes((hour - 19) * 60L + minute));
    }

    private Post next(Person person, String text) {
        now = now.plusSeconds(21);
        return Post.by(person, text, now);
    }

    private Snowflake say(Person person, String text) {
        return post(next(person, text));
    }

    private Snowflake post(Post post) {
        return channels.post(Channels.EVENT, post);
    }

    private void before() {
        say(Person.HANAKO, "こんばんは、部屋を開けました <:naruhodo:" + NICE + ">");
        say(Person.TARO, "こんばんは");
        say(Person.JIRO, "こんばんはー");
        post(next(Person.HANAKO, "今日は質問多めでいきます。開始は <t:1625567400:t> です").pin().react("👍", 4));
        say(Person.MIO, "今日も聞き専です");
        at(19, 12);
        var first = say(Person.JIRO, "Momo って何ですか?");
        post(next(Person.SAKURA, "手元のカメラの映像をそのまま WebRTC で流せるクライアントです。ブラウザーが要りません")
                .replyTo(first)
                .react(NICE, "naruhodo", 5));
        say(Person.JIRO, "ブラウザーなしで……!");
        var slip = say(Person.KEN, "まもなくはじまりmす");
        channels.edit(Channels.EVENT, slip, "まもなくはじまります", now.plusSeconds(6));
        at(19, 29);
        post(Post.byBot("視聴の案内はイベントのページに出ます", now));
    }

    private void momo() {
        at(19, 30);
        post(next(Person.HANAKO, "はじまりました!").react("🎉", 7));
        say(Person.TARO, "888");
        say(Person.MIO, "8888");
        say(Person.SAKURA, "888888");
        say(Person.HANAKO, "まずは WebRTC Native Client Momo から");
        say(Person.TARO, "ラズパイで動かしてます。起動はこんな感じ\n```sh\n./momo --no-audio-device test\n```");
        post(next(Person.YUI, "うちの配線です").attachPicture("配線.png", 320, 200).react("👏", 3));
        say(Person.JIRO, "遅延はどのくらいですか?");
        say(Person.TARO, "同じ LAN なら 100 ミリ秒を切ります");
        post(next(Person.JIRO, "速い").sticker(STICKER, "やった", 1));
        var gone = say(Person.KEN, "誤爆");
        post(next(Person.MIO, "いまのは?").replyTo(gone));
        channels.delete(Channels.EVENT, gone);
    }

    private void sora() {
        at(19, 50);
        say(Person.HANAKO, "次は WebRTC SFU Sora の話です");
        var signaling = say(Person.SAKURA, "DataChannel シグナリングが入りました");
        say(Person.JIRO, "WebSocket でのシグナリングとどう違うんですか?");
        post(next(Person.SAKURA, "つながった後は WebSocket を閉じてしまえます。切れる理由が 1 つ減る")
                .replyTo(signaling)
                .react(NICE, "naruhodo", 6));
        say(Person.KEN, "> つながった後は WebSocket を閉じてしまえます\nこれは大きい");
        var thread = channels.openThread(
                Channels.EVENT, say(Person.TARO, "AV1 の設定で詰まってます"), "AV1 の設定", Person.TARO, now.plusSeconds(5));
        channels.post(thread, Post.by(Person.TARO, "符号化が追いつかず、コマが落ちます", now.plusSeconds(30)));
        channels.post(thread, Post.by(Person.KEN, "解像度を半分にして様子を見るのがよさそう", now.plusSeconds(70)));
        channels.post(
                thread, Post.by(Person.TARO, "落ちなくなりました!", now.plusSeconds(400)).react("🎉", 3));
        at(20, 5);
        say(Person.MIO, "スポットライトってどういう時に使うんでしょうか");
        say(Person.SAKURA, "話している人だけを高画質にしたい時です");
        say(Person.MIO, "会議の人数が多い時ですね");
        say(Person.KEN, "||実は今日の配信でも使っています||");
        post(next(Person.HANAKO, "").poll("次に聞きたいのは?", List.of("録画", "E2EE", "QUIC"), List.of(2, 3, 6)));
        say(Person.TARO, "QUIC に入れました");
        say(Person.JIRO, "QUIC 対応の検討って、WebTransport になるということですか?");
        post(next(Person.SAKURA, "まだ検討中だそうです。資料はこちら https://w3c.github.io/webtransport/")
                .embed(Map.of("type", "link", "title", "WebTransport", "url", "https://w3c.github.io/webtransport/")));
    }

    private void kits() {
        at(20, 25);
        say(Person.HANAKO, "Sora JavaScript SDK と各 SDK です");
        say(Person.TARO, "re-offer に対応すると何が変わりますか?");
        say(Person.SAKURA, "- つなぎ直しが要らない\n- 人の出入りが滑らか");
        say(Person.TARO, "なるほど");
        say(Person.KEN, "iOS は **カメラ周り** の整理がうれしい");
        say(Person.MIO, "Android の AV1 はいつごろでしょう");
        post(next(Person.HANAKO, "メモを置きます").attach("memo.txt", "2021-07-06 のメモ\n- Momo\n- Sora\n- SDK\n"));
        at(20, 40);
        say(Person.JIRO, "C++ の SDK は `libsora` という名前になるんですか?");
        say(Person.HANAKO, "名前はまだ検討中です");
        post(next(Person.KEN, "libsorasdk に 1 票").react("👍", 2));
        say(Person.SAKURA, "E2EE は 1 ページで複数つなげるようになりました");
        say(Person.JIRO, "E2EE だと録画はできなくなりますか?");
        say(Person.SAKURA, "サーバーでは読めないので、端末の側で録ることになります");
    }

    private void farewell() {
        at(20, 59);
        post(next(Person.HANAKO, "今日はここまで! ありがとうございました").react("🎉", 9));
        say(Person.JIRO, "88888888");
        say(Person.TARO, "8888");
        say(Person.YUI, "888888");
        say(Person.MIO, "おつかれさまでした");
        at(21, 10);
        say(Person.JIRO, "<@" + Person.SAKURA.id() + "> 質問に全部答えてくださってありがとうございました");
        say(Person.SAKURA, "いえいえ、また次回");
        at(21, 28);
        say(Person.HANAKO, "部屋を閉めます。おやすみなさい");
    }
}
