package kakolog.search;

import org.jdbi.v3.core.Handle;

/** The tables of {@link LogIndex}. */
final class LogTables {
    /** Goes up with any change of the tables, of {@link LogTokens}, of {@link LogRow} or of folding. */
    static final int VERSION = 2;

    private LogTables() {}

    /**
     * An evening's lowest row is the first that its messages can have in {@link LogRow}. Its messages are {@code span} numbers of
     * its segment from {@code first} on, one for each place, whether there is a message or not. Names belong to evenings, so that
     * one from a log that somebody may not read tells them nothing: what people were called there, and who wrote, are
     * {@link Numbers}.
     */
    static void create(Handle handle) {
        handle.execute("""
                create table segment (
                  id integer not null primary key,
                  level integer not null,
                  span integer not null
                ) strict
                """);
        // Serial is never another's, so that who has read what belongs to an evening knows whether it is still so.
        handle.execute("""
                create table evening (
                  low integer not null primary key,
                  serial integer not null,
                  fingerprint text not null,
                  audience text not null,
                  segment integer not null references segment (id),
                  first integer not null,
                  span integer not null,
                  called blob not null,
                  authors blob not null
                ) strict
                """);
        handle.execute("create index evening_segment on evening (segment)");
        // Who wrote what, as of Authors: large, and seldom asked for.
        handle.execute("create table wrote (evening integer not null primary key, authors blob not null) strict");
        // Its id is the segment's and the token's in one; see Segment.
        handle.execute("""
                create table posting (
                  id integer not null primary key,
                  messages integer not null,
                  numbers blob not null
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
                  id integer not null primary key autoincrement,
                  folded text not null,
                  speaker integer not null references speaker (number),
                  unique (folded, speaker)
                ) strict
                """);
    }
}
