package kakolog.chat;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import kakolog.id.Snowflake;
import org.junit.jupiter.api.Test;

final class LongExportTest {

    @Test
    void a_generated_export_is_the_same_for_the_same_seed_and_is_read_whole() throws Exception {
        var one = new ByteArrayOutputStream();
        GeneratedExport.write(one, 500, 7);
        var other = new ByteArrayOutputStream();
        GeneratedExport.write(other, 500, 7);
        assertArrayEquals(one.toByteArray(), other.toByteArray());
        var heard = new Heard();
        ExportReader.read("log.json", new ByteArrayInputStream(one.toByteArray()), heard);
        assertEquals(500, heard.messages.size());
        assertEquals(500, heard.messages.stream().map(Message::id).distinct().count());
        assertTrue(heard.messages.stream().anyMatch(message -> message.text().startsWith("<@4111111111111111")));
        assertTrue(heard.messages.stream().anyMatch(message -> message.reply() != null));
    }

    @Test
    void of_200_megabytes_no_more_is_read_ahead_than_a_buffer() throws Exception {
        var address = "https://cdn.example/avatars/" + "0123456789abcdef".repeat(20) + ".png";
        var user = "{\"id\":\"1\",\"name\":\"somebody\",\"avatarUrl\":\"" + address + "\"}";
        var users = (user + ",").repeat(250) + user;
        var reaction = "{\"emoji\":{\"id\":\"\",\"name\":\"🎉\"},\"count\":251,\"users\":[" + users + "]}";
        var text = "\"content\":\"" + "長い話".repeat(400) + "\",\"reactions\":[" + reaction + "]";
        var message = Heard.message(1, text) + ",\n";
        int length = message.getBytes(StandardCharsets.UTF_8).length;
        int messages = 200_000_000 / length;
        var stream = new Repeating(message, messages);
        var counting = new Counting(stream, length);
        ExportReader.read("log.json", stream, counting);
        assertEquals(messages + 1, counting.messages);
        assertTrue(stream.given > 199_000_000, "given " + stream.given);
        assertTrue(counting.furthestAhead < 200_000, "read ahead " + counting.furthestAhead);
    }

    /** An export whose messages are all the same, made while it is read. */
    private static final class Repeating extends InputStream {
        private final byte[] message;
        private final byte[] end;
        private byte[] current;
        private int at;
        private int left;
        long given;

        Repeating(String message, int times) {
            var parts = Heard.channel("#" + Heard.message(2, "")).split("#", -1);
            this.current = parts[0].getBytes(StandardCharsets.UTF_8);
            this.message = message.getBytes(StandardCharsets.UTF_8);
            this.end = parts[1].getBytes(StandardCharsets.UTF_8);
            this.left = times;
        }

        @Override
        public int read() throws IOException {
            throw new IOException("byte by byte");
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            if (at == current.length) {
                if (left < 0) {
                    return -1;
                }
                current = left == 0 ? end : message;
                left--;
                at = 0;
            }
            int count = Math.min(length, current.length - at);
            System.arraycopy(current, at, buffer, offset, count);
            at += count;
            given += count;
            return count;
        }
    }

    /** Counts messages and keeps none. */
    private static final class Counting implements Listener {
        private final Repeating stream;
        private final long length;
        int messages;
        long furthestAhead;

        Counting(Repeating stream, long length) {
            this.stream = stream;
            this.length = length;
        }

        @Override
        public void message(Message message) {
            furthestAhead = Math.max(furthestAhead, stream.given - messages * length);
            messages++;
        }

        @Override
        public void channel(Snowflake id, String name) {}

        @Override
        public void thread(ChatThread thread) {}

        @Override
        public void speaker(Speaker speaker) {}

        @Override
        public void name(Snowflake roleOrChannel, String name) {}

        @Override
        public void medium(Medium medium) {}
    }
}
