package kakolog.search;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import kakolog.id.EventSlug;
import kakolog.text.Fold;
import org.jspecify.annotations.Nullable;

/** Reads a query word by word, from text that is folded first: so {@code ｉｎ：} and the wide space work as typed. */
final class QueryReader {
    /** Not the scheme of an address, and not {@code std::vector}. */
    private static final Pattern OPERATOR = Pattern.compile("([a-z]{2,10}):(?!//|:)(.*)");

    /** Curly quotes as phones and Japanese input methods put them; ＂ is folded to the straight one. */
    private static final String QUOTES = "\"“”„‟〝〞〟";

    /** The hyphen and the minus sign, besides what folding makes of －. */
    private static final String MINUSES = "-‐−";

    private static final String FROM = "from:";

    private final String text;
    private int at;

    private final Set<String> terms = new LinkedHashSet<>();
    private final Set<String> excluded = new LinkedHashSet<>();
    private final Set<Kind> kinds = EnumSet.noneOf(Kind.class);
    private final Set<EventSlug> events = new LinkedHashSet<>();
    private final List<String> notUnderstood = new ArrayList<>();
    private final Set<String> speakers = new LinkedHashSet<>();
    private final Set<Trait> traits = EnumSet.noneOf(Trait.class);
    private Period period = Period.ALWAYS;
    private boolean truncated;

    private QueryReader(String raw) {
        this.text = cut(Fold.text(cut(raw)));
    }

    static SearchQuery read(String raw) {
        var reader = new QueryReader(raw.strip());
        while (reader.at < reader.text.length()) {
            reader.readWord();
        }
        return new SearchQuery(
                List.copyOf(reader.terms),
                List.copyOf(reader.excluded),
                reader.kinds,
                reader.events,
                reader.speakers,
                reader.period,
                reader.traits,
                reader.notUnderstood,
                reader.truncated);
    }

    private String cut(String whole) {
        if (whole.codePointCount(0, whole.length()) <= SearchQuery.LONGEST) {
            return whole;
        }
        truncated = true;
        return whole.substring(0, whole.offsetByCodePoints(0, SearchQuery.LONGEST));
    }

    private void readWord() {
        if (text.charAt(at) == ' ') {
            at++;
            return;
        }
        boolean exclude = isAny(MINUSES, at) && at + 1 < text.length() && !isAny(MINUSES + " ", at + 1);
        if (exclude) {
            at++;
        }
        if (isAny(QUOTES, at)) {
            at++;
            take(upTo(QUOTES), exclude);
            at++;
            return;
        }
        var word = text.startsWith(FROM, at) ? wordWithQuotes(FROM.length()) : upTo(" ");
        if (!looksLikeOperator(word)) {
            take(word, exclude);
        } else if (exclude || !understands(word)) {
            notUnderstood.add(exclude ? "-" + word : word);
            take(word, exclude);
        }
    }

    private boolean isAny(String characters, int position) {
        return position < text.length() && characters.indexOf(text.charAt(position)) >= 0;
    }

    private String upTo(String ends) {
        int start = at;
        while (at < text.length() && !isAny(ends, at)) {
            at++;
        }
        return text.substring(start, at);
    }

    /** A name may be of several words: {@code from:"two words"}. */
    private String wordWithQuotes(int operator) {
        if (!isAny(QUOTES, at + operator)) {
            return upTo(" ");
        }
        int start = at;
        at += operator + 1;
        upTo(QUOTES);
        at = Math.min(at + 1, text.length());
        return text.substring(start, at);
    }

    private void take(String words, boolean exclude) {
        var term = words.strip();
        // A dash that stands alone is punctuation between words, not one of them.
        if (term.isEmpty() || (term.length() == 1 && MINUSES.contains(term))) {
            return;
        }
        var into = exclude ? excluded : terms;
        if (terms.size() + excluded.size() < SearchQuery.MOST_TERMS) {
            into.add(term);
        } else if (!into.contains(term)) {
            truncated = true;
        }
    }

    private static boolean looksLikeOperator(String word) {
        return OPERATOR.matcher(word).matches();
    }

    /** Takes the operator's effect; false where its name or value says nothing to us. */
    private boolean understands(String word) {
        int colon = word.indexOf(':');
        var value = word.substring(colon + 1).replaceAll("[" + QUOTES + "]", "");
        return switch (word.substring(0, colon)) {
            case "in" -> understandsPlace(value);
            case "on" -> narrow(Period.named(value).orElse(null));
            case "before" -> narrow(Period.named(value).map(Period::before).orElse(null));
            case "after" -> narrow(Period.named(value).map(Period::after).orElse(null));
            case "has" -> understandsPossession(value);
            case "from" -> understandsSpeaker(value);
            default -> false;
        };
    }

    private boolean understandsPlace(String value) {
        var kind = Kind.named(value);
        var event = EventSlug.of(value);
        kind.ifPresent(kinds::add);
        event.ifPresent(events::add);
        return kind.isPresent() || event.isPresent();
    }

    private boolean understandsPossession(String value) {
        var trait = Trait.named(value);
        trait.ifPresent(traits::add);
        return trait.isPresent();
    }

    private boolean understandsSpeaker(String value) {
        var name = value.replaceFirst("^@", "").strip();
        if (name.isEmpty()) {
            return false;
        }
        speakers.add(name);
        return true;
    }

    private boolean narrow(@Nullable Period named) {
        if (named == null) {
            return false;
        }
        period = period.and(named);
        return true;
    }
}
