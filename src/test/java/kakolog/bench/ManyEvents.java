package kakolog.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Nineteen years of weekly evenings that never were: 1,000 events, 100,000 links, always the same. */
final class ManyEvents {
    /** Hosts every evening, so theirs is the longest page of a person. */
    static final String HOST = "hanako";

    /** Comes up every evening, so its page is the longest of a topic. */
    static final String TOPIC = "webrtc-雑談";

    private static final int EVENTS = 1000;
    private static final int LINKS_OF_AN_EVENT = 100;
    private static final int TOPICS_OF_AN_EVENT = 10;
    private static final int WORDS = 6000;
    private static final LocalDate FIRST = LocalDate.of(2002, 5, 7);
    private static final String PARTICLES = "のはをがにでともへや";

    private final Random random = new Random(20210706);
    private final List<String> words =
            IntStream.range(0, WORDS).mapToObj(this::word).toList();
    private final List<String> recurring =
            IntStream.range(0, 60).mapToObj(number -> sentence(8) + " 雑談").toList();

    /** Writes the content folder. */
    void write(Path folder) throws IOException {
        var events = Files.createDirectories(folder.resolve("events"));
        Files.writeString(folder.resolve("site.yaml"), "name: 千の夜\ntagline: 計るための千回分\nzone: Asia/Tokyo\n");
        for (int number = 0; number < EVENTS; number++) {
            var date = FIRST.plusWeeks(number);
            Files.writeString(events.resolve(date + ".md"), event(date));
        }
    }

    /** A stretch of made-up text, so frequent words are asked for more often. */
    String piece(int length) {
        while (true) {
            var text = sentence(length + 12);
            int start = random.nextInt(text.length() - length);
            var piece = text.substring(start, start + length);
            if (piece.chars().allMatch(Character::isLetterOrDigit)) {
                return piece;
            }
        }
    }

    private String event(LocalDate date) {
        var text = new StringBuilder("---\ndate: " + date + "\nstart: \"19:30\"\nhosts: [" + HOST + "]\n---\n\n");
        int perTopic = LINKS_OF_AN_EVENT / TOPICS_OF_AN_EVENT;
        for (int topic = 0; topic < TOPICS_OF_AN_EVENT; topic++) {
            text.append("- ").append(topicName(topic)).append('\n');
            text.append("  - @speaker").append(random.nextInt(200)).append('\n');
            for (int link = 0; link < perTopic; link++) {
                if (link % 3 == 0) {
                    text.append("  - ").append(sentence(20)).append('\n');
                }
                text.append("    - ").append(link(link)).append('\n');
            }
        }
        return text.toString();
    }

    private String topicName(int number) {
        if (number == 0) {
            return "WebRTC 雑談";
        }
        return number == TOPICS_OF_AN_EVENT - 1 ? sentence(14) : recurring.get(random.nextInt(recurring.size()));
    }

    /** One in ten has been named before, perhaps. */
    private String link(int number) {
        int page = random.nextInt(10) == 0 ? random.nextInt(500) : 1000 + random.nextInt(10_000_000);
        var address = "https://" + words.get(random.nextInt(300) * 3 + 2) + ".example.com/articles/" + page;
        return number % 2 == 0 ? address : "[" + sentence(18) + "](" + address + ")";
    }

    private String sentence(int length) {
        var text = new StringBuilder();
        while (text.length() < length) {
            // Zipf's law: the n-th word comes about 1/n as often as the first.
            int rank = (int) Math.exp(random.nextDouble() * Math.log(WORDS));
            text.append(words.get(Math.min(rank, WORDS - 1)));
            text.append(PARTICLES.charAt(random.nextInt(PARTICLES.length())));
        }
        return text.toString();
    }

    private String word(int number) {
        return switch (number % 3) {
            case 0 -> letters('一', 2500, 2);
            case 1 -> letters('ア', 80, 3 + random.nextInt(3));
            default -> letters('a', 26, 3 + random.nextInt(5));
        };
    }

    private String letters(char first, int range, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> Character.toString(first + random.nextInt(range)))
                .collect(Collectors.joining());
    }
}
