package kakolog.web;

import java.time.Instant;
import java.util.zip.Deflater;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.PreEncodedHttpField;

/** An answer made ready to be sent, once or many times. */
sealed interface Stored permits StoredBytes, StoredFile, StoredWriting {
    String FOR_MANY = "public, no-cache";
    String FOR_ONE = "private, no-cache";

    /** Made to be sent once: compressed quickly. */
    static Stored once(Answer answer) {
        return of(answer, Deflater.BEST_SPEED);
    }

    /** Made to be sent many times: compressed well. */
    static Stored kept(Answer answer) {
        return of(answer, Deflater.BEST_COMPRESSION);
    }

    private static Stored of(Answer answer, int level) {
        var content = answer.content();
        if (content instanceof Answer.FileBytes file) {
            return new StoredFile(answer, file);
        }
        return content instanceof Answer.Bytes bytes
                ? new StoredBytes(answer, bytes, level)
                : new StoredWriting(answer, ((Answer.Written) content).writing());
    }

    boolean isValid(Instant now);

    /** Bytes in memory, for the cache's bound. */
    int weight();

    /** Encoded beforehand: most of what is left to do for a kept answer is writing its headers. */
    static HttpField field(String name, String value) {
        return new PreEncodedHttpField(HttpHeader.CACHE.get(name), name, value);
    }
}
