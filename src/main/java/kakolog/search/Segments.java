package kakolog.search;

import java.sql.SQLException;
import java.util.BitSet;
import java.util.Set;
import kakolog.search.Evenings.Evening;
import org.jdbi.v3.core.Handle;

/** The segments of the index, within one transaction of its caller; see {@link Segment}. */
final class Segments {
    /** So many of a level make one of the next, so that a search asks few and a message is written few times. */
    static final int MOST_OF_A_LEVEL = 16;

    private final Handle handle;

    Segments(Handle handle) {
        this.handle = handle;
    }

    /**
     * Writes a segment of these.
     *
     * @return its number, which another may have had before
     */
    int add(NewPostings postings, int span) {
        int id = add(0, span);
        try {
            postings.write(handle.getConnection(), id);
        } catch (SQLException failed) {
            throw new IllegalStateException("writing the index of the logs", failed);
        }
        return id;
    }

    /**
     * Makes one segment of parts of an evening, whose messages have the same numbers in all of them.
     *
     * @return its number, as of {@link #add}
     */
    int join(Set<Integer> parts, int span) {
        int joined = add(0, span);
        try {
            SegmentMerge.join(handle.getConnection(), parts, span, joined);
        } catch (SQLException failed) {
            throw new IllegalStateException("joining the index of a log", failed);
        }
        parts.forEach(this::drop);
        return joined;
    }

    /** The highest number as long as there is one: SQLite packs tightest what is added at the end. */
    private int add(int level, int span) {
        var taken = new BitSet();
        handle.createQuery("select id from segment").mapTo(Integer.class).forEach(taken::set);
        int id = taken.length() <= Segment.HIGHEST ? Math.max(1, taken.length()) : taken.nextClearBit(1);
        handle.createUpdate("insert into segment (id, level, span) values (:id, :level, :span)")
                .bind("id", id)
                .bind("level", level)
                .bind("span", span)
                .execute();
        return id;
    }

    /** Drops those that hold no evening. */
    void dropUnused() {
        handle.createQuery(
                        "select id from segment where not exists (select 1 from evening where evening.segment = segment.id)")
                .mapTo(Integer.class)
                .list()
                .forEach(this::drop);
    }

    private void drop(int segment) {
        handle.createUpdate("delete from posting where id between :low and :high")
                .bind("low", Segment.posting(segment, 0))
                .bind("high", Segment.posting(segment + 1, 0) - 1)
                .execute();
        handle.execute("delete from segment where id = ?", segment);
    }

    /** Puts together those of each level that has as many as this. */
    void mergeFull(int mostOfALevel) {
        int level = 0;
        for (var full = ofLevel(level); full.size() >= mostOfALevel; full = ofLevel(level)) {
            level++;
            merge(full, level);
        }
    }

    private Set<Integer> ofLevel(int level) {
        return handle.createQuery("select id from segment where level = :level")
                .bind("level", level)
                .mapTo(Integer.class)
                .set();
    }

    /** Puts all together to one, in which there is nothing that was taken away. */
    void mergeAll() {
        var all = handle.createQuery("select id from segment")
                .mapTo(Integer.class)
                .set();
        long held = handle.createQuery("select coalesce(sum(span), 0) from segment")
                .mapTo(Long.class)
                .one();
        long used = handle.createQuery("select coalesce(sum(span), 0) from evening")
                .mapTo(Long.class)
                .one();
        if (all.size() > 1 || held > used) {
            int highest = handle.createQuery("select max(level) from segment")
                    .mapTo(Integer.class)
                    .one();
            merge(all, highest);
        }
    }

    private void merge(Set<Integer> segments, int level) {
        var evenings = Evenings.all(handle).stream()
                .filter(evening -> segments.contains(evening.segment()))
                .toList();
        int span = evenings.stream().mapToInt(Evening::span).reduce(0, Math::addExact);
        int merged = add(level, span);
        try {
            SegmentMerge.merge(handle.getConnection(), evenings, merged);
        } catch (SQLException failed) {
            throw new IllegalStateException("merging the index of the logs", failed);
        }
        dropUnused();
        handle.execute("update state set changes = changes + 1");
    }
}
