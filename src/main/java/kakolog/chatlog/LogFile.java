package kakolog.chatlog;

import kakolog.access.Audience;
import kakolog.blob.BlobId;
import kakolog.blob.Kept;

/**
 * A file or picture of a log of which there is a copy, for those who may read the log.
 *
 * @param type the media type by its bytes
 */
record LogFile(String key, String kind, String name, BlobId blob, long size, String type, Audience audience)
        implements Kept {}
