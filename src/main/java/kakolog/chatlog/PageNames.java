package kakolog.chatlog;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import kakolog.chat.ChatThread;
import kakolog.chat.Medium;
import kakolog.chat.Names;
import kakolog.id.EventSlug;
import kakolog.id.Snowflake;
import kakolog.text.Days;
import kakolog.text.Messages;

/** What ids in the messages of one page are called. */
final class PageNames implements Names {
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    private final EventSlug event;
    private final Cast cast;
    private final Map<String, LogFile> files;
    private final Messages messages;
    private final ZoneId zone;

    PageNames(EventSlug event, Cast cast, Map<String, LogFile> files, Messages messages, ZoneId zone) {
        this.event = event;
        this.cast = cast;
        this.files = files;
        this.messages = messages;
        this.zone = zone;
    }

    @Override
    public String person(Snowflake id) {
        return cast.name(id);
    }

    @Override
    public String role(Snowflake id) {
        return cast.names().getOrDefault(id, "");
    }

    @Override
    public String channel(Snowflake id) {
        return Optional.ofNullable(cast.threads().get(id))
                .map(ChatThread::name)
                .orElseGet(() -> cast.names().getOrDefault(id, ""));
    }

    @Override
    public Optional<String> emoji(Snowflake id) {
        return address(Medium.emoji(id));
    }

    /** Where a picture is; empty where there is no copy. */
    Optional<String> address(String key) {
        return Optional.ofNullable(files.get(key)).map(file -> LogAddress.file(event, file.key()));
    }

    @Override
    public String unknownPerson() {
        return messages.get("log.unknown-person");
    }

    @Override
    public String unknownRole() {
        return messages.get("log.unknown-role");
    }

    @Override
    public String unknownChannel() {
        return messages.get("log.unknown-channel");
    }

    @Override
    public String spoilerLabel() {
        return messages.get("log.spoiler");
    }

    /** A log is read years later: how long ago it was then would mislead, so that is told as a date too. */
    @Override
    public String moment(Instant at, char style) {
        var time = at.atZone(zone);
        var day = time.toLocalDate();
        return switch (style) {
            case 't' -> Days.time(time);
            case 'T' -> SECONDS.format(time);
            case 'd' -> Days.shortDate(day, messages.language());
            case 'D' -> Days.date(day, messages.language());
            default -> Days.date(day, messages.language()) + " " + Days.time(time);
        };
    }

    Messages messages() {
        return messages;
    }

    ZoneId zone() {
        return zone;
    }
}
