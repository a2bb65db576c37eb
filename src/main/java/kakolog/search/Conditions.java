package kakolog.search;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.statement.Query;

/** What a candidate's row must fulfil besides its tokens; all that was typed is bound. */
final class Conditions {
    private final List<String> all = new ArrayList<>();
    private final Map<String, Object> words = new LinkedHashMap<>();
    private final Map<String, List<String>> lists = new LinkedHashMap<>();

    Conditions(SearchQuery query, Set<String> audienceKeys) {
        all.add("document.audience in (select audience from opener where key in (<keys>))");
        lists.put("keys", List.copyOf(audienceKeys));
        if (query.hasLink()) {
            all.add("document.has_link = 1");
        }
        if (!query.events().isEmpty()) {
            all.add("document.source in (<sources>)");
            lists.put("sources", sources(query));
        }
        addTerms(query.terms());
        query.excluded().stream()
                .filter(term -> !Grams.areExact(term))
                .forEach(term -> all.add("not " + anywhere(bound(term))));
    }

    static List<String> sources(SearchQuery query) {
        return query.events().stream()
                .flatMap(slug -> Source.ofEvent(slug).stream())
                .toList();
    }

    private void addTerms(List<String> terms) {
        if (terms.stream().allMatch(Grams::areExact)) {
            return;
        }
        all.add("("
                + String.join(
                        " or ", terms.stream().map(term -> own(bound(term))).toList()) + ")");
        if (terms.size() > 1) {
            terms.stream().filter(term -> !Grams.areExact(term)).forEach(term -> all.add(anywhere(bound(term))));
        }
    }

    private static String own(String word) {
        return "instr(document.own_folded, " + word + ") > 0";
    }

    private static String anywhere(String word) {
        return "(" + own(word) + " or instr(document.context_folded, " + word + ") > 0)";
    }

    /** The parameter's name in SQL. */
    private String bound(String word) {
        var name = "word" + words.size();
        words.put(name, word);
        return ":" + name;
    }

    String sql() {
        return String.join(" and ", all);
    }

    Query bindTo(Query select) {
        lists.forEach(select::bindList);
        return select.bindMap(words);
    }
}
