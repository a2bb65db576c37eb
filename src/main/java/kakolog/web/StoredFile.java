package kakolog.web;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jetty.http.HttpField;
import org.jspecify.annotations.Nullable;

/** A file made ready to be sent, whole or in part, again and again. */
final class StoredFile implements Stored {
    private static final int WEIGHT = 2000;

    final Path file;
    final long size;
    final String entityTag;
    /** Of a 200 and a 206, besides the lengths and what every answer has. */
    final List<HttpField> headers;
    /** Of a 304 and a 416. */
    final List<HttpField> bare;

    private final @Nullable Instant validUntil;

    StoredFile(Answer answer, Answer.FileBytes content) {
        file = content.file();
        size = content.size();
        entityTag = "\"" + content.tag() + "\"";
        validUntil = answer.validUntil();
        var fields = new ArrayList<HttpField>();
        answer.headers().forEach((name, value) -> fields.add(Stored.field(name, value)));
        fields.add(Stored.field("ETag", entityTag));
        fields.add(Stored.field("Vary", "Cookie"));
        bare = List.copyOf(fields);
        fields.add(Stored.field("Accept-Ranges", "bytes"));
        fields.add(Stored.field("Content-Type", answer.type()));
        headers = List.copyOf(fields);
    }

    @Override
    public boolean isValid(Instant now) {
        return validUntil == null || now.isBefore(validUntil);
    }

    @Override
    public int weight() {
        return WEIGHT;
    }
}
