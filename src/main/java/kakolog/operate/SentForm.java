package kakolog.operate;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.UUID;
import java.util.function.LongConsumer;

/** A form with files as a browser writes it; files are opened one after another, each when its turn comes. */
final class SentForm {
    private final String boundary = "kakolog-" + UUID.randomUUID();
    private final List<Path> files;
    /** What stands before each file, and what after the last. */
    private final List<byte[]> between = new ArrayList<>();

    private final long length;

    /** @param fields names and values in turn */
    SentForm(List<Path> files, List<String> fields) throws IOException {
        this.files = List.copyOf(files);
        long sum = 0;
        var before = fields(fields);
        for (var file : files) {
            between.add((before + head(file)).getBytes(StandardCharsets.UTF_8));
            sum += Files.size(file);
            before = "\r\n";
        }
        between.add((before + "--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        length = sum + between.stream().mapToLong(bytes -> bytes.length).sum();
    }

    String type() {
        return "multipart/form-data; boundary=" + boundary;
    }

    /** In bytes. */
    long length() {
        return length;
    }

    /** @param progress told how many bytes of the files have been read */
    InputStream open(LongConsumer progress) {
        return new SequenceInputStream(new Parts(progress));
    }

    /** The parts in their order: what stands before a file, the file, and so on. */
    @SuppressWarnings("JdkObsolete") // SequenceInputStream takes nothing else
    private final class Parts implements Enumeration<InputStream> {
        private final LongConsumer progress;
        private int next;
        private long read;

        Parts(LongConsumer progress) {
            this.progress = progress;
        }

        @Override
        public boolean hasMoreElements() {
            return next <= 2 * files.size();
        }

        @Override
        public InputStream nextElement() {
            int part = next++;
            if (part % 2 == 0) {
                return new ByteArrayInputStream(between.get(part / 2));
            }
            try {
                return new Counted(Files.newInputStream(files.get(part / 2)), this);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }

        void add(int more) {
            read += Math.max(more, 0);
            progress.accept(read);
        }
    }

    /** Tells how much of it has been read. */
    private static final class Counted extends FilterInputStream {
        private final Parts parts;

        Counted(InputStream in, Parts parts) {
            super(in);
            this.parts = parts;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int more = super.read(into, offset, length);
            parts.add(more);
            return more;
        }
    }

    private String fields(List<String> fields) {
        var text = new StringBuilder();
        for (int i = 0; i < fields.size(); i += 2) {
            text.append("--").append(boundary).append("\r\nContent-Disposition: form-data; name=\"");
            text.append(fields.get(i))
                    .append("\"\r\n\r\n")
                    .append(fields.get(i + 1))
                    .append("\r\n");
        }
        return text.toString();
    }

    private String head(Path file) {
        return "--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
                + escaped(String.valueOf(file.getFileName())) + "\"\r\n\r\n";
    }

    /** As browsers write it in a form. */
    private static String escaped(String name) {
        return name.replace("\"", "%22").replace("\r", "%0D").replace("\n", "%0A");
    }
}
