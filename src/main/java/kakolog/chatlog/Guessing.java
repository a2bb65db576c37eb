package kakolog.chatlog;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import kakolog.chatlog.AgendaPlaces.Place;
import kakolog.content.AgendaItem;
import kakolog.content.Ledger;
import kakolog.content.Link;
import kakolog.db.Database;
import kakolog.text.Fold;
import org.jspecify.annotations.Nullable;

/**
 * Guesses where a log talks about an item of the agenda: where the first message names one of its addresses; else where its words
 * are said most within a quarter of an hour, from the first of those messages on.
 */
final class Guessing {
    private static final long TOGETHER_MILLIS = 15 * 60_000;
    /** Shorter words are said of everything. */
    private static final int LEAST_LETTERS = 3;

    private final List<Wanted> wanted;

    private record Wanted(String item, Set<String> addresses, String words) {}

    /** A message in which something was found. */
    private record Said(long id, long at) {}

    Guessing(List<AgendaItem> items) {
        wanted = items.stream()
                .map(item -> new Wanted(
                        item.id(),
                        item.links().stream()
                                .map(Link::url)
                                .map(Ledger::normalise)
                                .collect(Collectors.toSet()),
                        words(item)))
                .toList();
    }

    /** Folded; empty where they say too little to be looked for. */
    private static String words(AgendaItem item) {
        var words = Fold.text(item.text()).strip();
        boolean kana = words.codePoints().anyMatch(c -> c >= 0x3000);
        int letters =
                (int) words.codePoints().filter(Character::isLetterOrDigit).count();
        return letters >= (kana ? 2 : LEAST_LETTERS) ? words : "";
    }

    /** The places that were found, by the items' ids. */
    Map<String, Place> in(Log log, Database database) {
        var byAddress = new HashMap<String, Said>();
        var byWords = new HashMap<String, List<Said>>();
        database.reader().useHandle(handle -> {
            try (var messages = LogLines.bind(
                    handle.createQuery("select id, sent_at, words, case when instr(words, '://') then body end as body"
                            + " from log_message where " + LogLines.IN_WINDOW + " and words <> '' order by id"),
                    log)
                    .map((row, context) -> {
                        look(
                                row.getString("words"),
                                row.getString("body"),
                                new Said(row.getLong("id"), row.getLong("sent_at")),
                                byAddress,
                                byWords);
                        return 1;
                    })
                    .stream()) {
                messages.forEach(one -> {});
            }
        });
        var places = new HashMap<String, Place>();
        for (var one : wanted) {
            var said = byAddress.containsKey(one.item())
                    ? byAddress.get(one.item())
                    : densest(byWords.getOrDefault(one.item(), List.of()));
            if (said != null) {
                places.put(one.item(), new Place(OrderedIds.id(said.id()), Instant.ofEpochMilli(said.at()), true));
            }
        }
        return places;
    }

    /** @param body of the message; null where no address is in it */
    private void look(
            String words,
            @Nullable String body,
            Said said,
            Map<String, Said> byAddress,
            Map<String, List<Said>> byWords) {
        var folded = Fold.text(words);
        Set<String> addresses = body == null
                ? Set.of()
                : Words.addresses(MessageJson.message(body)).stream()
                        .map(Ledger::normalise)
                        .collect(Collectors.toSet());
        for (var one : wanted) {
            if (one.addresses().stream().anyMatch(addresses::contains)) {
                byAddress.putIfAbsent(one.item(), said);
            }
            if (!one.words().isEmpty() && folded.contains(one.words())) {
                byWords.computeIfAbsent(one.item(), item -> new ArrayList<>()).add(said);
            }
        }
    }

    /** The first of those that stand closest together. */
    private static @Nullable Said densest(List<Said> all) {
        @Nullable Said best = null;
        int most = 0;
        int end = 0;
        for (int start = 0; start < all.size(); start++) {
            while (end < all.size() && all.get(end).at() < all.get(start).at() + TOGETHER_MILLIS) {
                end++;
            }
            if (end - start > most) {
                most = end - start;
                best = all.get(start);
            }
        }
        return best;
    }
}
