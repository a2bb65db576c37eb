package kakolog.chat;

/** Counts the characters that are looked at, so that tests can tell that reading takes time in proportion to the text. */
final class Work {
    private long count;

    void add(int characters) {
        count += characters;
    }

    long count() {
        return count;
    }
}
