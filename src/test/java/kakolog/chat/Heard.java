package kakolog.chat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import kakolog.id.Snowflake;

/** A listener that keeps all it is told. */
final class Heard implements Listener {
    final List<String> channels = new ArrayList<>();
    final List<ChatThread> threads = new ArrayList<>();
    final List<Speaker> speakers = new ArrayList<>();
    final List<String> names = new ArrayList<>();
    final List<Medium> media = new ArrayList<>();
    final List<Message> messages = new ArrayList<>();

    static Heard of(String json) throws BadExport, IOException {
        var heard = new Heard();
        ExportReader.read("log.json", stream(json), heard);
        return heard;
    }

    /** One message in an export of a channel, given its fields besides id, author and timestamp. */
    static Heard ofMessage(String fields) throws BadExport, IOException {
        return of(channel(message(1, fields)));
    }

    static String channel(String messages) {
        return """
                {"guild":{"id":"1","name":"S"},"channel":{"id":"900","type":"GuildTextChat","name":"event"},
                 "messages":[%s],"messageCount":1}""".formatted(messages);
    }

    static String thread(long id, String messages) {
        return """
                {"channel":{"id":"%d","type":"GuildPublicThread","categoryId":"900","category":"event","name":"質問"},
                 "messages":[%s]}""".formatted(id, messages);
    }

    static String message(long id, String fields) {
        return """
                {"id":"%d","timestamp":"2021-07-06T19:45:10.123+09:00","author":{"id":"411","name":"hanako"}%s}""".formatted(id, fields.isEmpty() ? "" : "," + fields);
    }

    static ByteArrayInputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    Message message() {
        if (messages.size() != 1) {
            throw new AssertionError(messages.size() + " messages: " + messages);
        }
        return messages.get(0);
    }

    String text() {
        return message().text();
    }

    List<String> locations() {
        return media.stream()
                .map(medium -> medium.key() + " " + medium.location())
                .toList();
    }

    @Override
    public void channel(Snowflake id, String name) {
        channels.add(id + " " + name);
    }

    @Override
    public void thread(ChatThread thread) {
        threads.add(thread);
    }

    @Override
    public void speaker(Speaker speaker) {
        speakers.add(speaker);
    }

    @Override
    public void name(Snowflake roleOrChannel, String name) {
        names.add(roleOrChannel + " " + name);
    }

    @Override
    public void medium(Medium medium) {
        media.add(medium);
    }

    @Override
    public void message(Message message) {
        messages.add(message);
    }
}
