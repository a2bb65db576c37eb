package kakolog.search;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kakolog.id.EventSlug;
import kakolog.id.Snowflake;

/**
 * A million messages that nobody wrote: 40 characters on average, most of them shorter; words by Zipf's law from 12,000 of
 * kanji, kana and letters, with particles between them. The same ones each time.
 */
final class GeneratedChat {
    static final int EVENINGS = 1430;
    static final int MESSAGES_AN_EVENING = 700;

    private static final int WORDS = 12_000;
    private static final int SPEAKERS = 2000;
    private static final int SPEAKERS_AN_EVENING = 60;
    private static final String PARTICLES = "のはをがにでともへや";

    private final Random random = new Random(20210706);
    private final List<String> vocabulary =
            IntStream.range(0, WORDS).mapToObj(this::word).toList();
    private final List<LogSpeaker> speakers =
            IntStream.range(0, SPEAKERS).mapToObj(this::speaker).toList();

    static EventSlug slug(int evening) {
        return new EventSlug(LocalDate.of(2010, 1, 1).plusDays(evening * 4L).toString());
    }

    List<LogEntry> evening(int number) {
        var own = new Random(number);
        var present = speakers(number);
        return IntStream.range(0, MESSAGES_AN_EVENING)
                .mapToObj(place -> entry(own, present, place))
                .toList();
    }

    private LogEntry entry(Random own, List<LogSpeaker> present, int place) {
        var has = EnumSet.noneOf(Trait.class);
        var text = sentence(own, (int) Math.exp(3.35 + 0.75 * own.nextGaussian()));
        if (own.nextInt(20) == 0) {
            has.add(Trait.LINK);
            text += " https://example.com/" + Integer.toString(own.nextInt(1_000_000), 36);
        }
        if (own.nextInt(50) == 0) {
            has.add(Trait.CODE);
        }
        if (own.nextInt(30) == 0) {
            has.add(Trait.IMAGE);
        }
        return new LogEntry(place, text, someone(own, present).id(), has);
    }

    /** Of the sixty who came, few say most; some come every time. */
    private static LogSpeaker someone(Random own, List<LogSpeaker> present) {
        int rank = (int) Math.exp(own.nextDouble() * Math.log(present.size()));
        return present.get(rank - 1);
    }

    List<LogSpeaker> speakers(int evening) {
        int regulars = SPEAKERS_AN_EVENING / 2;
        int first = regulars + evening * 7 % (SPEAKERS - regulars - SPEAKERS_AN_EVENING);
        return IntStream.range(0, SPEAKERS_AN_EVENING)
                .mapToObj(i -> speakers.get(i % 2 == 0 ? i / 2 : first + i))
                .toList();
    }

    private LogSpeaker speaker(int number) {
        var name = vocabulary.get(number) + vocabulary.get(WORDS - 1 - number);
        return new LogSpeaker(new Snowflake(1_000_000L + number), List.of(name, letters(random, 'a', 26, 6) + number));
    }

    private static String mark(Random own) {
        return switch (own.nextInt(6)) {
            case 0 -> "。";
            case 1 -> "?";
            case 2 -> "、";
            case 3 -> "w";
            default -> "";
        };
    }

    private String sentence(Random own, int length) {
        var text = new StringBuilder();
        while (text.length() < length) {
            // Zipf's law: the n-th word comes about 1/n as often as the first.
            int rank = (int) Math.exp(own.nextDouble() * Math.log(WORDS));
            text.append(vocabulary.get(Math.min(rank, WORDS - 1)));
            text.append(PARTICLES.charAt(own.nextInt(PARTICLES.length())));
        }
        return text + mark(own);
    }

    private String word(int number) {
        return switch (number % 3) {
            case 0 -> letters(random, '一', 2500, 2);
            case 1 -> letters(random, 'ア', 80, 3 + random.nextInt(3));
            default -> letters(random, 'a', 26, 3 + random.nextInt(5));
        };
    }

    private static String letters(Random random, char first, int range, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> Character.toString(first + random.nextInt(range)))
                .collect(Collectors.joining());
    }

    int random(int bound) {
        return random.nextInt(bound);
    }

    EventSlug someSlug() {
        return slug(random.nextInt(EVENINGS));
    }

    /** The account of somebody, or a part of their name. */
    String name() {
        var names = speakers.get(random.nextInt(SPEAKERS)).names();
        return random.nextBoolean() ? names.get(1) : names.get(0).substring(0, 2);
    }

    String kanji() {
        return Character.toString('一' + random.nextInt(2500));
    }

    /** A stretch of some message's text, so that frequent ones are asked for more often. */
    String piece(int length) {
        while (true) {
            var text = sentence(random, 40);
            int start = random.nextInt(text.length() - length + 1);
            var piece = text.substring(start, start + length);
            if (piece.chars().allMatch(Character::isLetterOrDigit)) {
                return piece;
            }
        }
    }
}
