package kakolog.archive;

import java.util.List;
import java.util.function.IntFunction;

/**
 * Pages of a long list.
 *
 * @param page from 1
 * @param size rows a page
 * @param previous address of the page before; empty on the first
 * @param following address of the page after; empty on the last
 */
public record Pager(int page, int pages, int size, String previous, String following) {
    /** Rows a page; with their markup about 200 kB before compression. */
    static final int ROWS = 200;

    /** The pages of a list; a page past the end is the last. */
    static Pager of(int wanted, int rows, String path, IntFunction<String> query) {
        return of(wanted, rows, ROWS, path, query);
    }

    /** The same with so many rows a page, for rows that are long. */
    static Pager of(int wanted, int rows, int size, String path, IntFunction<String> query) {
        int pages = Math.max(1, (rows + size - 1) / size);
        int page = Math.min(wanted, pages);
        return new Pager(
                page,
                pages,
                size,
                page > 1 ? path + query.apply(page - 1) : "",
                page < pages ? path + query.apply(page + 1) : "");
    }

    <T> List<T> cut(List<T> rows) {
        return rows.subList((page - 1) * size, Math.min(page * size, rows.size()));
    }
}
