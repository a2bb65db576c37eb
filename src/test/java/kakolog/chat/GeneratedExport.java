package kakolog.chat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Writes an export of a Japanese channel as DiscordChatExporter would, of any length: the same for the same seed, some 800
 * bytes a message.
 */
public final class GeneratedExport {
    private static final long DISCORD_EPOCH = 1_420_070_400_000L;
    private static final long START = Instant.parse("2021-07-06T10:00:00Z").toEpochMilli();
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSSxxx", Locale.ROOT)
            .withZone(ZoneOffset.ofHours(9));

    private static final List<String> NAMES =
            List.of("はな", "太郎", "ケン", "さくら", "みお", "次郎", "ゆい", "りん", "voluntas", "flano", "tnoho", "kazu");
    private static final List<String> SUBJECTS = List.of(
            "配信", "音声", "映像", "符号化", "遅延", "帯域", "鍵交換", "実装", "仕様", "議事録", "標準化", "検証", "障害", "QUIC", "WebRTC", "MLS",
            "AV1", "HTTP/3", "TURN", "ICE", "SFU", "Opus", "SRTP", "DTLS", "WHIP", "MoQ");
    private static final List<String> PREDICATES = List.of(
            "が動いた",
            "はまだ先",
            "を試した",
            "の話が面白い",
            "で詰まっている",
            "は速い",
            "が落ちました",
            "を読みました",
            "は難しいですね",
            "が公開されました",
            "を待っている",
            "に対応した",
            "は要らないのでは",
            "が好き",
            "で十分");
    private static final List<String> ENDINGS = List.of("", "。", "!", "ね", "よね", "かな?", "と思います", "なるほど", "w", "…");
    private static final List<String> EMOJI = List.of("🎉", "👍", "😂", "👀", "🙏", "✅");

    private final SplittableRandom random;
    private final OutputStream out;
    private final StringBuilder line = new StringBuilder(2_048);

    private GeneratedExport(OutputStream out, long seed) {
        this.random = new SplittableRandom(seed);
        this.out = out;
    }

    /** Leaves the stream open. */
    public static void write(OutputStream out, int messages, long seed) throws IOException {
        new GeneratedExport(out, seed).all(messages);
    }

    private void all(int messages) throws IOException {
        line.append("{\n  \"guild\": {\"id\": \"1\", \"name\": \"SHIGURADIO\", \"iconUrl\": \"\"},\n")
                .append(
                        "  \"channel\": {\"id\": \"860000000000000456\", \"type\": \"GuildTextChat\", \"categoryId\": null,")
                .append(" \"category\": null, \"name\": \"event\", \"topic\": null},\n")
                .append("  \"dateRange\": {\"after\": null, \"before\": null},\n  \"messages\": [");
        long at = START;
        long previous = 0;
        for (int number = 0; number < messages; number++) {
            at += 1 + random.nextInt(12_000);
            line.append(number == 0 ? "\n" : ",\n");
            long id = ((at - DISCORD_EPOCH) << 22) | (number & 0xFFF);
            message(id, at, previous);
            previous = id;
            flush();
        }
        line.append("\n  ],\n  \"messageCount\": ").append(messages).append("\n}\n");
        flush();
    }

    private void flush() throws IOException {
        out.write(line.toString().getBytes(StandardCharsets.UTF_8));
        line.setLength(0);
    }

    private void message(long id, long at, long previous) {
        boolean reply = previous != 0 && random.nextInt(8) == 0;
        int author = random.nextInt(NAMES.size());
        int named = random.nextInt(12) == 0 ? random.nextInt(NAMES.size()) : -1;
        line.append("    {\n      \"id\": \"")
                .append(id)
                .append("\",\n      \"type\": \"")
                .append(reply ? "Reply" : "Default");
        line.append("\",\n      \"timestamp\": \"").append(time(at)).append("\",\n      \"timestampEdited\": ");
        line.append(random.nextInt(40) == 0 ? "\"" + time(at + 60_000) + "\"" : "null");
        line.append(",\n      \"callEndedTimestamp\": null,\n      \"isPinned\": false,\n      \"content\": \"");
        content(named);
        line.append("\",\n      \"author\": ");
        person(author);
        line.append(",\n      \"attachments\": [");
        attachment(id);
        line.append("],\n      \"embeds\": [],\n      \"stickers\": [],\n      \"reactions\": [");
        reactions();
        line.append("],\n      \"mentions\": [");
        if (named >= 0) {
            person(named);
        }
        line.append("],\n");
        if (reply) {
            line.append("      \"reference\": {\"type\": \"Default\", \"messageId\": \"")
                    .append(previous);
            line.append("\", \"channelId\": \"860000000000000456\", \"guildId\": \"1\"},\n");
        }
        line.append("      \"inlineEmojis\": []\n    }");
    }

    private static String time(long at) {
        return TIME.format(Instant.ofEpochMilli(at));
    }

    private void content(int named) {
        if (named >= 0) {
            line.append('@').append(NAMES.get(named)).append(' ');
        }
        for (int sentence = random.nextInt(3); sentence >= 0; sentence--) {
            line.append(any(SUBJECTS)).append(any(PREDICATES)).append(any(ENDINGS));
        }
        switch (random.nextInt(30)) {
            case 0 ->
                line.append(" https://example.com/draft-")
                        .append(random.nextInt(1_000))
                        .append(".html");
            case 1 -> line.append("\\n```\\nffmpeg -i ").append(any(SUBJECTS)).append("\\n```");
            default -> {}
        }
    }

    private void person(int number) {
        line.append("{\"id\": \"")
                .append(411_111_111_111_111_100L + number)
                .append("\", \"name\": \"member")
                .append(number);
        line.append("\", \"discriminator\": \"0000\", \"nickname\": \"").append(NAMES.get(number));
        line.append("\", \"color\": null, \"isBot\": false, \"roles\": [], \"avatarUrl\": \"event.json_Files/");
        line.append(number).append("-0123456789abcdef.png\"}");
    }

    private void attachment(long id) {
        if (random.nextInt(50) == 0) {
            line.append("{\"id\": \"")
                    .append(id + 1)
                    .append("\", \"url\": \"event.json_Files/image-")
                    .append(id);
            line.append(".png\", \"fileName\": \"image.png\", \"fileSizeBytes\": ")
                    .append(1_000 + random.nextInt(500_000));
            line.append('}');
        }
    }

    private void reactions() {
        for (int left = random.nextInt(10) == 0 ? 1 + random.nextInt(3) : 0; left > 0; left--) {
            line.append("{\"emoji\": {\"id\": \"\", \"name\": \"")
                    .append(EMOJI.get(left))
                    .append("\", \"code\": \"x\", ");
            line.append("\"isAnimated\": false, \"imageUrl\": \"\"}, \"count\": ")
                    .append(1 + random.nextInt(9));
            line.append(left > 1 ? ", \"users\": []}, " : ", \"users\": []}");
        }
    }

    private String any(List<String> words) {
        return words.get(random.nextInt(words.size()));
    }
}
