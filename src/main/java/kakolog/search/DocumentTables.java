package kakolog.search;

import org.jdbi.v3.core.Handle;

/** The tables of {@link SearchIndex}. */
final class DocumentTables {
    /** Goes up with any change of the tables, of {@link Grams}, of {@link RowIds} or of folding. */
    static final int VERSION = 2;

    private DocumentTables() {}

    /**
     * What a query looks at stands before the long texts, which it would have to step over. The tokenizer is ascii and
     * not unicode61: it takes every character outside ASCII for a part of a token, whatever Unicode it was built for, and
     * Grams has decided already what a token is. detail=none keeps no positions and halves the index.
     */
    static void create(Handle handle) {
        handle.execute("""
                create table source (
                  name text not null primary key,
                  fingerprint text not null
                ) strict, without rowid
                """);
        handle.execute("""
                create table document (
                  id integer not null primary key,
                  source text not null references source (name),
                  audience text not null,
                  has_link integer not null,
                  own_folded text not null,
                  context_folded text not null,
                  key text not null unique,
                  kind text not null,
                  date integer,
                  path text not null,
                  title text not null,
                  context text not null,
                  body text not null
                ) strict
                """);
        handle.execute("""
                create table opener (
                  audience text not null,
                  key text not null,
                  primary key (audience, key)
                ) strict, without rowid
                """);
        handle.execute("create index document_source on document (source)");
        handle.execute("""
                create virtual table fts using fts5 (
                  g, content = '', contentless_delete = 1, detail = none, tokenize = 'ascii'
                )
                """);
    }
}
