package kakolog.chatlog;

/**
 * What became of a log that was imported.
 *
 * @param read messages that it holds
 * @param added of them, those that were not there
 * @param changed of them, those that were there otherwise
 * @param withheld of them, those that somebody had taken away before, and that stay away
 * @param gone messages that were there, are not in it, and were therefore taken away
 * @param total messages that the event's log has now
 * @param missing files and pictures of which there is no copy
 */
public record Imported(int read, int added, int changed, int withheld, int gone, int total, int missing) {}
