package kakolog.chat;

/**
 * What the directories of all zips of one import may take together: each is held in memory until the import is over. For one
 * thread.
 */
final class ZipRoom {
    static final int MOST_ENTRIES = 200_000;

    /** In bytes; an entry takes 46 and its name. */
    private static final long LONGEST_DIRECTORIES = 64L << 20;

    private long bytes;
    private int entries;

    /** @return whether there is room for a directory that may be so long, in bytes */
    boolean takesDirectory(long length) {
        if (length < 0 || length > LONGEST_DIRECTORIES - bytes) {
            return false;
        }
        bytes += length;
        return true;
    }

    /** @return whether there is room for so many entries */
    boolean takesEntries(int count) {
        if (count > MOST_ENTRIES - entries) {
            return false;
        }
        entries += count;
        return true;
    }
}
