package kakolog;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import kakolog.demo.Person;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** An export of an evening's chat as DiscordChatExporter writes it; the id of each message follows from its time. */
public final class WrittenLog {
    private static final long DISCORD_EPOCH = 1_420_070_400_000L;

    private final String event;
    private final Map<String, Object> channel;
    private @Nullable String exportedAt;
    private final List<Map<String, Object>> messages = new ArrayList<>();

    private WrittenLog(String event, Map<String, Object> channel) {
        this.event = event;
        this.channel = channel;
    }

    /** Of the channel of an evening, by its day. */
    public static WrittenLog of(String event) {
        return new WrittenLog(event, Map.of("id", "860000000000000456", "type", "GuildTextChat", "name", "event"));
    }

    /** Of another channel. */
    public static WrittenLog ofChannel(String event, String id, String name) {
        return new WrittenLog(event, Map.of("id", id, "type", "GuildTextChat", "name", name));
    }

    /** As newer exporters tell when they ran. */
    public WrittenLog exportedAt(String instant) {
        exportedAt = instant;
        return this;
    }

    /** Of a thread that the message of this time opened. */
    public static WrittenLog ofThread(String event, String opener, String name) {
        return new WrittenLog(
                event,
                Map.of(
                        "id",
                        id(event, opener),
                        "type",
                        "GuildPublicThread",
                        "name",
                        name,
                        "categoryId",
                        "860000000000000456",
                        "category",
                        "event"));
    }

    /**
     * The id of the message that was written at a time.
     *
     * @param time in Tokyo, as 20:15 or 20:15:01
     */
    public static String id(String event, String time) {
        var at = LocalDateTime.of(LocalDate.parse(event), LocalTime.parse(time)).toInstant(ZoneOffset.ofHours(9));
        return String.valueOf((at.toEpochMilli() - DISCORD_EPOCH) << 22);
    }

    private String id(String time) {
        return id(event, time);
    }

    public WrittenLog say(Person who, String time, String text) {
        var message = new LinkedHashMap<String, Object>();
        message.put("id", id(time));
        message.put("type", "Default");
        message.put("timestamp", stamp(time));
        message.put("timestampEdited", "");
        message.put("isPinned", false);
        message.put("content", text);
        message.put("author", person(who));
        message.put("attachments", List.of());
        message.put("embeds", List.of());
        message.put("reactions", List.of());
        message.put("mentions", List.of());
        messages.add(message);
        return this;
    }

    private String stamp(String time) {
        return event + "T" + (time.length() == 5 ? time + ":00" : time) + ".000+09:00";
    }

    private static Map<String, Object> person(Person who) {
        return Map.of(
                "id",
                who.id().toString(),
                "name",
                who.username(),
                "nickname",
                name(who),
                "isBot",
                false,
                "avatarUrl",
                "");
    }

    /** As it is shown. */
    public static String name(Person who) {
        return Objects.requireNonNullElse(who.globalName(), who.username());
    }

    /** The last message answers that of this time. */
    public WrittenLog to(String time) {
        return with("type", "Reply")
                .with("reference", Map.of("messageId", id(time), "channelId", "860000000000000456"));
    }

    /** The last message has a file. */
    public WrittenLog file(String name, String location) {
        return with(
                "attachments",
                List.of(Map.of("id", fileId(last("id")), "url", location, "fileName", name, "fileSizeBytes", 10)));
    }

    private static String fileId(Object message) {
        return String.valueOf(Long.parseLong(message.toString()) + 1);
    }

    /** The id of the file of the message of this time. */
    public static String fileOf(String event, String time) {
        return fileId(id(event, time));
    }

    /** The last message has this too. */
    public WrittenLog with(String field, Object value) {
        messages.get(messages.size() - 1).put(field, value);
        return this;
    }

    private Object last(String field) {
        return Objects.requireNonNull(messages.get(messages.size() - 1).get(field));
    }

    /** Without the message of this time. */
    public WrittenLog without(String time) {
        messages.removeIf(message -> id(time).equals(message.get("id")));
        return this;
    }

    public byte[] json() {
        var all = new LinkedHashMap<String, @Nullable Object>();
        all.put("guild", Map.of("id", "1", "name", "SHIGURADIO"));
        all.put("channel", channel);
        if (exportedAt != null) {
            all.put("exportedAt", exportedAt);
        }
        all.put("messages", messages);
        all.put("messageCount", messages.size());
        return JsonMapper.shared().writeValueAsBytes(all);
    }

    /**
     * A zip of it with what lies beside it.
     *
     * @param media bytes by their paths
     */
    public byte[] zip(Map<String, byte[]> media) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("event.json"));
            zip.write(json());
            for (var medium : media.entrySet()) {
                zip.putNextEntry(new ZipEntry(medium.getKey()));
                zip.write(medium.getValue());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /** A picture of one colour. */
    public static byte[] png(int rgb) {
        var picture = new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB);
        picture.setRGB(3, 3, rgb);
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "png", bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /** Imports and publishes it. */
    public String publishedBy(As organizer) {
        return publishedBy(organizer, Map.of());
    }

    /** The same with what lies beside it. */
    public String publishedBy(As organizer, Map<String, byte[]> media) {
        return sent(organizer, event, form -> form.field("publish", "1").file("event.zip", zip(media)));
    }

    /** Imports a form by the API; returns what became of it. */
    public static String sent(As organizer, String event, UnaryOperator<Multipart> form) {
        var answer = send(organizer, event, form);
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
        return answer.body();
    }

    /** The same, whatever is answered. */
    public static HttpResponse<String> send(As organizer, String event, UnaryOperator<Multipart> form) {
        return organizer.upload(
                "/api/events/" + event + "/log", form.apply(new Multipart()).end());
    }

    /** Imports a form by the page; returns the page as it is once that is over, or what was answered instead of it. */
    public static String sentByPage(As organizer, String event, UnaryOperator<Multipart> form) {
        var desk = "/organize/events/" + event + "/log";
        var answer = organizer.uploadForm(desk + "/import", form);
        return answer.statusCode() == 303 ? over(organizer, desk) : answer.statusCode() + " " + answer.body();
    }

    /** The page of the desk once no import is under way; it is waited for at most a minute. */
    public static String over(As organizer, String desk) {
        var page = organizer.get(desk).body();
        for (int i = 0; i < 1_200 && page.contains("data-under-way"); i++) {
            LockSupport.parkNanos(50_000_000);
            page = organizer.get(desk).body();
        }
        return page;
    }
}
