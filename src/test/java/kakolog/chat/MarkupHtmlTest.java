package kakolog.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class MarkupHtmlTest {
    private static final String LINK = " rel=\"nofollow noopener noreferrer\">";
    private static final String SPOILER = " class=\"spoiler\" tabindex=\"0\" role=\"group\" aria-label=\"ネタバレ\">";

    static String[][] emphasis() {
        return new String[][] {
            {"", ""},
            {"こんばんは", "こんばんは"},
            {"一\n二", "一<br>二"},
            {"一\r\n二\r三", "一<br>二<br>三"},
            {"a & b < c > d \" e '", "a &amp; b &lt; c &gt; d &quot; e &#39;"},
            {"**太**", "<strong>太</strong>"},
            {"*斜*", "<em>斜</em>"},
            {"_斜_", "<em>斜</em>"},
            {"__下__", "<u>下</u>"},
            {"~~消~~", "<s>消</s>"},
            {"***両***", "<em><strong>両</strong></em>"},
            {"___両___", "<em><u>両</u></em>"},
            {"**太 *斜* 太**", "<strong>太 <em>斜</em> 太</strong>"},
            {"*斜 **太** 斜*", "<em>斜 <strong>太</strong> 斜</em>"},
            {"*斜 **太***", "<em>斜 <strong>太</strong></em>"},
            {"**太 *斜***", "<strong>太 <em>斜</em></strong>"},
            {"__**~~全~~**__", "<u><strong><s>全</s></strong></u>"},
            {"**一\n二**", "<strong>一<br>二</strong>"},
            {"snake_case_name", "snake_case_name"},
            {"_a_b", "_a_b"},
            {"a _b_ c", "a <em>b</em> c"},
            {"日本_語_です", "日本<em>語</em>です"},
            {"2 * 3 * 4", "2 * 3 * 4"},
            {"a*b*c", "a<em>b</em>c"},
            {"*a *", "*a *"},
            {"**a", "**a"},
            {"**a*", "*<em>a</em>"},
            {"*a**", "*a**"},
            {"~a~", "~a~"},
            {"~~a", "~~a"},
            {"****", "****"},
            {"||", "||"},
            {"**a** と **b**", "<strong>a</strong> と <strong>b</strong>"},
            {"**a __b** c__", "<strong>a __b</strong> c__"},
            {"\\*a\\*", "*a*"},
            {"\\**a*", "*<em>a</em>"},
            {"\\_\\_a\\_\\_", "__a__"},
            {"\\\\", "\\"},
            {"\\😀 \\あ \\a \\\u3000", "😀 あ \\a \\\u3000"},
            {"a\\b", "a\\b"},
            {"C:\\日本", "C:日本"},
            {"\\||a\\||", "||a||"},
            {"*a\\*b*", "<em>a*b</em>"},
            {"¯\\_(ツ)_/¯", "¯\\_(ツ)_/¯"},
            {"||秘密||", "<span" + SPOILER + "秘密</span>"},
            {"||a||||b||", "<span" + SPOILER + "a</span><span" + SPOILER + "b</span>"},
            {"||**a**\nb||", "<span" + SPOILER + "<strong>a</strong><br>b</span>"},
            {"||a|b||", "<span" + SPOILER + "a|b</span>"},
            {"a || b", "a || b"},
        };
    }

    static String[][] code() {
        return new String[][] {
            {"`a`", "<code>a</code>"},
            {"`**a** <b>`", "<code>**a** &lt;b&gt;</code>"},
            {"``a`b``", "<code>a`b</code>"},
            {"`a", "`a"},
            {"``", "``"},
            {"`a\\`", "<code>a\\</code>"},
            {"```a```", "<pre class=\"code\"><code>a</code></pre>"},
            {"```\na\n  b\n```", "<pre class=\"code\"><code>a\n  b</code></pre>"},
            {"```java\nint a;\n```", "<pre class=\"code\"><code class=\"language-java\">int a;</code></pre>"},
            {"```C++\na\n```", "<pre class=\"code\"><code class=\"language-c++\">a</code></pre>"},
            {"```java```", "<pre class=\"code\"><code>java</code></pre>"},
            {"```a b\nc```", "<pre class=\"code\"><code>a b\nc</code></pre>"},
            {"```\"><script>\na```", "<pre class=\"code\"><code>&quot;&gt;&lt;script&gt;\na</code></pre>"},
            {"```aaaaaaaaaaaaaaaaaaaaa\nb```", "<pre class=\"code\"><code>aaaaaaaaaaaaaaaaaaaaa\nb</code></pre>"},
            {"```a_b\nc```", "<pre class=\"code\"><code>a_b\nc</code></pre>"},
            {"前\n```\na\n```\n後", "前<pre class=\"code\"><code>a</code></pre>後"},
            {"前```a```後", "前<pre class=\"code\"><code>a</code></pre>後"},
            {"```a", "```a"},
            {"``````", "``````"},
            {"```\n# a\n> b\n```", "<pre class=\"code\"><code># a\n&gt; b</code></pre>"},
            {"||```a```||", "<div" + SPOILER + "<pre class=\"code\"><code>a</code></pre></div>"},
        };
    }

    static String[][] blocks() {
        return new String[][] {
            {"> a", "<blockquote class=\"quote\">a</blockquote>"},
            {"> a\n> b\nc", "<blockquote class=\"quote\">a<br>b</blockquote>c"},
            {"a\n> b", "a<blockquote class=\"quote\">b</blockquote>"},
            {"a > b", "a &gt; b"},
            {">a", "&gt;a"},
            {"> > a", "<blockquote class=\"quote\">&gt; a</blockquote>"},
            {">>> a\nb", "<blockquote class=\"quote\">a<br>b</blockquote>"},
            {"a\n>>> b\n> c", "a<blockquote class=\"quote\">b<br>&gt; c</blockquote>"},
            {"> **a\n> b**", "<blockquote class=\"quote\"><strong>a<br>b</strong></blockquote>"},
            {"> ```\n> a\n> ```", "<blockquote class=\"quote\"><pre class=\"code\"><code>a</code></pre></blockquote>"},
            {"> # a", "<blockquote class=\"quote\"><h4 class=\"heading\">a</h4></blockquote>"},
            {"\\> a", "&gt; a"},
            {"# 大", "<h4 class=\"heading\">大</h4>"},
            {"## 中", "<h5 class=\"heading\">中</h5>"},
            {"### 小\n次", "<h6 class=\"heading\">小</h6>次"},
            {"#### 無", "#### 無"},
            {"#札", "#札"},
            {"# ", "# "},
            {"前\n# *大*\n\n後", "前<h4 class=\"heading\"><em>大</em></h4><br>後"},
            {"a # b", "a # b"},
            {"-# 小さく", "<div class=\"subtext\">小さく</div>"},
            {"- a\n- b", "<ul><li>a</li><li>b</li></ul>"},
            {"* a\n* b", "<ul><li>a</li><li>b</li></ul>"},
            {"- a\n  - b\n- c", "<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>"},
            {"- a\n  - b\n    - c", "<ul><li>a<ul><li>b</li><li>c</li></ul></li></ul>"},
            {"- a\n  1. b\n  2. c", "<ul><li>a<ol><li>b</li><li>c</li></ol></li></ul>"},
            {"1. a\n2. b\n終", "<ol><li>a</li><li>b</li></ol>終"},
            {"3. a", "<ol start=\"3\"><li>a</li></ol>"},
            {"- a\n1. b", "<ul><li>a</li></ul><ol><li>b</li></ol>"},
            {"-a", "-a"},
            {"- ", "- "},
            {"2021.05", "2021.05"},
            {"- **a**\n- b**", "<ul><li><strong>a</strong></li><li>b**</li></ul>"},
            {"議題\n- a\n\n次", "議題<ul><li>a</li></ul><br>次"},
        };
    }

    static String[][] links() {
        return new String[][] {
            {"https://a.example/", "<a href=\"https://a.example/\"" + LINK + "https://a.example/</a>"},
            {"見てhttps://a.example/bを", "見て<a href=\"https://a.example/b\"" + LINK + "https://a.example/b</a>を"},
            {"(https://a.example)", "(<a href=\"https://a.example\"" + LINK + "https://a.example</a>)"},
            {"http://a.example.", "<a href=\"http://a.example\"" + LINK + "http://a.example</a>."},
            {
                "https://a.example/?a=1&b=2",
                "<a href=\"https://a.example/?a=1&amp;b=2\"" + LINK + "https://a.example/?a=1&amp;b=2</a>"
            },
            {
                "https://a.example/_b_/__c__",
                "<a href=\"https://a.example/_b_/__c\"" + LINK + "https://a.example/_b_/__c</a>__"
            },
            {"**https://a.example**", "<strong><a href=\"https://a.example\"" + LINK + "https://a.example</a></strong>"
            },
            {"<https://a.example/>", "<a href=\"https://a.example/\"" + LINK + "https://a.example/</a>"},
            {"<https://a.example/日本>", "<a href=\"https://a.example/日本\"" + LINK + "https://a.example/日本</a>"},
            {"[題](https://a.example)", "<a href=\"https://a.example\"" + LINK + "題</a>"},
            {"[**題**](https://a.example)", "<a href=\"https://a.example\"" + LINK + "<strong>題</strong></a>"},
            {"[題](<https://a.example>)", "<a href=\"https://a.example\"" + LINK + "題</a>"},
            {"[題](https://a.example 名)", "[題](<a href=\"https://a.example\"" + LINK + "https://a.example</a> 名)"},
            {"[a [b]](https://a.example/(c))", "<a href=\"https://a.example/(c)\"" + LINK + "a [b]</a>"},
            {"[題](javascript:alert(1))", "[題](javascript:alert(1))"},
            {"[題](/me)", "[題](/me)"},
            {"[題](ftp://a.example)", "[題](ftp://a.example)"},
            {"[題]", "[題]"},
            {"[](https://a.example)", "[](<a href=\"https://a.example\"" + LINK + "https://a.example</a>)"},
            {"[題] (https://a.example)", "[題] (<a href=\"https://a.example\"" + LINK + "https://a.example</a>)"},
            {"`https://a.example`", "<code>https://a.example</code>"},
            {"https://", "https://"},
            {"https://。", "https://。"},
            {"<https://a b>", "&lt;<a href=\"https://a\"" + LINK + "https://a</a> b&gt;"},
            {"<ftp://a.example>", "&lt;ftp://a.example&gt;"},
            {
                "||https://a.example||",
                "<span" + SPOILER + "<a href=\"https://a.example\"" + LINK + "https://a.example</a></span>"
            },
        };
    }

    static String[][] named() {
        return new String[][] {
            {"<@11>さん", "<bdi class=\"mention\">@花子</bdi>さん"},
            {"<@!11>", "<bdi class=\"mention\">@花子</bdi>"},
            {"<@12>", "<bdi class=\"mention\">@不明な人</bdi>"},
            {"<@&22>", "<bdi class=\"mention\">@幹事</bdi>"},
            {"<@&23>", "<bdi class=\"mention\">@不明な役</bdi>"},
            {"<#33>", "<bdi class=\"mention\">#雑談</bdi>"},
            {"<#34>", "<bdi class=\"mention\">#不明な部屋</bdi>"},
            {"@everyone", "<bdi class=\"mention\">@everyone</bdi>"},
            {"@here!", "<bdi class=\"mention\">@here</bdi>!"},
            {"me@here.example", "me@here.example"},
            {"</event create:99>", "<bdi class=\"mention\">/event create</bdi>"},
            {"<id:customize>", "<bdi class=\"mention\">customize</bdi>"},
            {"`<@11>`", "<code>&lt;@11&gt;</code>"},
            {"\\<@11>", "&lt;@11&gt;"},
            {"<@>", "&lt;@&gt;"},
            {"<@99999999999999999999>", "&lt;@99999999999999999999&gt;"},
            {
                "<:yosi:44>",
                "<img class=\"emoji\" alt=\":yosi:\" title=\":yosi:\" src=\"/media/44?a=1&amp;b=&quot;2&quot;\""
                        + " width=\"22\" height=\"22\" loading=\"lazy\">"
            },
            {"<a:yosi:45>", ":yosi:"},
            {"<:yosi:55><:yosi:56><:yosi:57>", ":yosi::yosi::yosi:"},
            {"<:y-s:44>", "&lt;:y-s:44&gt;"},
            {"<t:1621336500>", "<time datetime=\"2021-05-18T11:15:00Z\">f:&lt;2021-05-18T11:15:00Z&gt;</time>"},
            {"<t:1621336500:R>", "<time datetime=\"2021-05-18T11:15:00Z\">R:&lt;2021-05-18T11:15:00Z&gt;</time>"},
            {"<t:-1:d>", "<time datetime=\"1969-12-31T23:59:59Z\">d:&lt;1969-12-31T23:59:59Z&gt;</time>"},
            {"<t:999999999999>", "&lt;t:999999999999&gt;"},
            {"<t:1621336500:\">", "&lt;t:1621336500:&quot;&gt;"},
            {"<b>", "&lt;b&gt;"},
        };
    }

    @ParameterizedTest
    @MethodSource({"emphasis", "code", "blocks", "links", "named"})
    void markup_is_shown_as_discord_shows_it(String text, String html) {
        assertEquals(html, Markup.html(text, new KnownNames()));
    }

    @Test
    void words_that_look_like_another_address_are_no_link() {
        assertEquals(
                "[<a href=\"https://bank.example\"" + LINK
                        + "https://bank.example</a>](<a href=\"https://evil.example\"" + LINK
                        + "https://evil.example</a>)",
                Markup.html("[https://bank.example](https://evil.example)", new KnownNames()));
    }

    @Test
    void what_no_page_can_hold_is_replaced() {
        assertEquals("a\uFFFDb\uFFFDc\uFFFDd😀", Markup.html("a\0b\uD800c\u001Bd😀", new KnownNames()));
    }

    @Test
    void names_with_marks_are_names() {
        assertEquals(
                "<bdi class=\"mention\">@**&lt;b&gt;**\u202E\uFFFD</bdi>",
                Markup.html("<@11>", new KnownNames("**<b>**\u202E\0")));
    }

    @Test
    void where_the_text_turns_its_direction_each_part_is_on_its_own() {
        assertEquals(
                "<strong dir=\"auto\">\u202Ea</strong>b<code dir=\"auto\">c</code>",
                Markup.html("**\u202Ea**b`c`", new KnownNames()));
    }

    @Test
    void marks_nest_twenty_deep_and_are_text_below() {
        var text = "*".repeat(60) + "x" + "*".repeat(60);
        var html = Markup.html(text, new KnownNames());
        assertEquals("<strong>".repeat(20) + "*".repeat(20) + "x" + "*".repeat(20) + "</strong>".repeat(20), html);
    }
}
