package kakolog.chat;

/** Is told how far the reading of a log has come. */
public interface Progress {
    /**
     * Called about once for every quarter of a megabyte, on the thread that reads.
     *
     * @param read bytes of JSON so far
     * @param total bytes of JSON in all, as the files claim
     */
    void at(long read, long total);
}
