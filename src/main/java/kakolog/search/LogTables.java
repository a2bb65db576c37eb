package kakolog.search;

import org.jdbi.v3.core.Handle;

/** The tables of {@link LogIndex}. */
final class LogTables {
    /** Goes up with any change of the tables, of {@link LogTokens}, of {@link LogRow} or of folding. */
    static final int VERSION = 1;

    private LogTables() {}

    /**
     * An evening's lowest row is the first that its messages can have in {@link LogRow}. Names belong to evenings, so that one from
     * a log that somebody may not read tells them nothing.
     */
    static void create(Handle handle) {
        handle.execute("""
                create table evening (
                  low integer not null primary key,
                  fingerprint text not null,
                  audience text not null,
                  overflows integer not null
                ) strict
                """);
        // Goes up with each change of anything that Evenings holds.
        handle.execute("create table state (changes integer not null) strict");
        handle.execute("insert into state (changes) values (0)");
        handle.execute("""
                create table opener (
                  audience text not null,
                  key text not null,
                  primary key (audience, key)
                ) strict, without rowid
                """);
        handle.execute("""
                create table speaker (
                  number integer not null primary key,
                  id integer not null unique
                ) strict
                """);
        handle.execute("""
                create table name (
                  id integer not null primary key,
                  folded text not null,
                  speaker integer not null references speaker (number),
                  unique (folded, speaker)
                ) strict
                """);
        handle.execute("""
                create table called (
                  name integer not null references name (id),
                  evening integer not null references evening (low),
                  primary key (name, evening)
                ) strict, without rowid
                """);
        handle.execute("create index name_speaker on name (speaker)");
        handle.execute("""
                create virtual table fts using fts5 (
                  g, content = '', contentless_delete = 1, detail = none, tokenize = 'ascii'
                )
                """);
        handle.execute("create virtual table vocabulary using fts5vocab (fts, row)");
        // In how many messages a token is, as of the last merge, where it is in many.
        handle.execute("""
                create table frequent (
                  token text not null primary key,
                  messages integer not null
                ) strict, without rowid
                """);
    }
}
