package kakolog.archive;

import java.time.ZoneId;
import java.util.List;
import java.util.function.Supplier;
import kakolog.access.Policy;
import kakolog.chatlog.LogSearch;
import kakolog.search.Hit;
import kakolog.search.Kind;
import kakolog.search.LogResults;
import kakolog.search.SearchQuery;
import kakolog.search.SearchResults;
import kakolog.web.Asking;

/** Messages of past logs among the results of a search, for those who may read them. */
final class LogHits {
    private static final int MOST_IN_A_GROUP = 100;

    private final LogSearch search;
    private final Supplier<ZoneId> zone;
    private final Policy policy;

    LogHits(LogSearch search, Supplier<ZoneId> zone, Policy policy) {
        this.search = search;
        this.zone = zone;
        this.policy = policy;
    }

    /** The first ones, for a page that shows all kinds: of the others nobody waits for an index that is being made. */
    SearchResults first(SearchQuery query, Asking asking, int limit) {
        if (!search.isReady()) {
            return new SearchResults(List.of(), 0, false);
        }
        return results(search.search(query, policy.keysOf(asking.viewer()), 0, limit, MOST_IN_A_GROUP));
    }

    /** A page of them. */
    SearchResults page(SearchQuery query, Asking asking, int offset, int limit) {
        return results(search.search(query, policy.keysOf(asking.viewer()), offset, limit, SearchResults.MOST));
    }

    private SearchResults results(LogResults found) {
        var hits = search.found(found, zone.get()).stream()
                .map(hit -> new Hit(
                        hit.path(),
                        Kind.LOG,
                        "logs/" + hit.event(),
                        hit.event().date(),
                        hit.path(),
                        hit.time() + " " + hit.name(),
                        false,
                        List.of(),
                        hit.snippet()))
                .toList();
        return new SearchResults(hits, found.count(), found.more());
    }
}
