package kakolog.chat;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class QuestionsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "MLSはいつ使えますか",
                "MLSはいつ使えますか。教えてほしいです",
                "これはQUICですか？",
                "資料はどこですかw",
                "資料はありますか（後ででも）",
                "聞こえてますかね",
                "明日でしょうか",
                "そうなのかな",
                "誰が来るのかなー",
                "どうだろうか。",
                "見えませんか",
                "始めましょうか",
                "もう始まってるの？",
                "もう始まってるの?",
                "is this on?",
                "はい。これは何?",
                "何これ!?",
                "本当？？",
                "https://a.example/ ?",
                "`a` はどういう意味?",
                "誰か録画してない",
                "どなたか分かる方",
                "質問：負荷はどのくらい",
                "【質問】負荷は",
                "質問です。負荷は",
                "質問があります",
                "Q. 負荷は",
                "**いつですか**",
                "- いつですか\n- どこ",
                "> いつ\nいつですか",
                "[これ](https://a.example)ですか",
                "使い方を教えてください",
                "いつですか<:yosi:1>",
                "<@11> いつ？",
                "いつですか🙏",
                "どうなんですかねぇ",
                "「TreeKEM」とは何ですか",
                "「いつですか」",
                "いつ？QUICの話は",
                "何でしたっけ"
            })
    void these_ask(String text) {
        assertTrue(Markup.asks(text), text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "こんばんは",
                "なるほど",
                "?",
                "？？",
                "<@11> ?!",
                "https://a.example/?q=a",
                "https://a.example/?",
                "https://a.example/??",
                "<https://a.example/?>",
                "[題](https://a.example/?)",
                "`a ? b : c`",
                "`いつですか`",
                "```\nいつですか？\n```",
                "> いつですか？",
                "> いつですか？\nです",
                "a?.b",
                "a?b=1",
                "質問ありがとうございます",
                "そうですから",
                "どうですかと聞いた",
                "静かな夜",
                "かなり良い",
                "誘われますから",
                "えっと。誰かが来た",
                "1. 一\n2. 二",
                "「いつですか」と聞かれた",
                "「いつ？」って言われた",
                "a??b"
            })
    void these_do_not(String text) {
        assertFalse(Markup.asks(text), text);
    }
}
