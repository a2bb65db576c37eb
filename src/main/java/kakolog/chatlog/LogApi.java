package kakolog.chatlog;

import java.time.ZoneId;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import kakolog.blob.BlobStore;
import kakolog.chat.Medium;
import kakolog.chat.Message;
import kakolog.chatlog.LogImport.Wish;
import kakolog.chatlog.LogLines.Part;
import kakolog.id.Snowflake;
import kakolog.web.Answer;
import kakolog.web.Asking;
import kakolog.web.BadInput;
import kakolog.web.Json;
import kakolog.web.PublicUrl;
import org.jspecify.annotations.Nullable;

/** {@code /api/events/{slug}/log}: the messages of a log for programs, and the import of one by a program. */
public final class LogApi {
    private static final int USUAL = 100;
    private static final int MOST = 500;
    /** That one statement is asked for: SQLite takes 32,766 values. */
    private static final int MOST_KEYS = 10_000;

    private final LogDoor door;
    private final LogLines lines;
    private final Casts casts;
    private final LogChanges changes;
    private final ChatLogs logs;
    private final LogFiles files;
    private final BlobStore blobs;
    private final PublicUrl publicUrl;
    private final Supplier<ZoneId> zone;

    LogApi(
            LogDoor door,
            LogLines lines,
            Casts casts,
            LogChanges changes,
            ChatLogs logs,
            LogFiles files,
            BlobStore blobs,
            PublicUrl publicUrl,
            Supplier<ZoneId> zone) {
        this.door = door;
        this.lines = lines;
        this.casts = casts;
        this.changes = changes;
        this.logs = logs;
        this.files = files;
        this.blobs = blobs;
        this.publicUrl = publicUrl;
        this.zone = zone;
    }

    /** Oldest first, from the one after {@code after} on; of the channel and its threads, by their ids. */
    public Answer show(Asking asking) {
        var entered = door.enter(asking);
        var log = entered.log();
        int limit = asking.parameter("limit")
                .map(text -> {
                    if (!text.matches("[1-9]\\d{0,3}")) {
                        throw new BadInput("log.api.limit", text);
                    }
                    return Math.min(MOST, Integer.parseInt(text));
                })
                .orElse(USUAL);
        var after = asking.parameter("after")
                .map(text -> Snowflake.of(text).orElseThrow(() -> new BadInput("log.api.after", text)))
                .orElse(null);
        var found = lines.after(log, Part.Whole.INSTANCE, after, limit + 1);
        var shown = found.subList(0, Math.min(limit, found.size()));
        var told = new LinkedHashMap<String, @Nullable Object>();
        told.put("event", log.event().value());
        told.put("channel", log.channelName().isEmpty() ? null : log.channelName());
        var context = new Context(log, casts.of(log), copies(entered, shown));
        told.put("messages", shown.stream().map(line -> told(context, line)).toList());
        told.put("more", found.size() > shown.size());
        return Json.of(told).unkept();
    }

    /** @param copies keys of the files that there are copies of */
    private record Context(Log log, Cast cast, Set<String> copies) {}

    private Set<String> copies(LogDoor.Entered entered, List<Line> lines) {
        var keys = lines.stream()
                .flatMap(line -> Stream.ofNullable(line.message()))
                .flatMap(message -> Words.attachments(message).stream())
                .map(attachment -> Medium.attachment(attachment.id()))
                .distinct()
                .toList();
        var copies = new HashSet<String>();
        for (int from = 0; from < keys.size(); from += MOST_KEYS) {
            var some = keys.subList(from, Math.min(keys.size(), from + MOST_KEYS));
            copies.addAll(files.find(entered.log(), some, LogDoor.readersOf(entered.event()))
                    .keySet());
        }
        return copies;
    }

    private Map<String, @Nullable Object> told(Context context, Line line) {
        var told = new LinkedHashMap<String, @Nullable Object>();
        var message = line.message();
        var thread = line.thread();
        told.put("id", line.id().toString());
        told.put("url", publicUrl.of(LogAddress.of(context.log().event()) + "#m-" + line.id()));
        told.put("thread", thread == null ? null : thread.toString());
        told.put("at", Json.time(line.at().atZone(zone.get())));
        told.put("removed", message == null);
        if (message != null) {
            tell(context, line, message, told);
        }
        return told;
    }

    private void tell(Context context, Line line, Message message, Map<String, @Nullable Object> told) {
        var editedAt = message.editedAt();
        var reply = message.reply();
        told.put("kind", message.kind().name().toLowerCase(Locale.ROOT));
        told.put("authorId", line.author().toString());
        told.put("author", context.cast().name(line));
        told.put("editedAt", editedAt == null ? null : Json.time(editedAt.atZone(zone.get())));
        told.put("text", message.text());
        told.put("replyTo", reply == null ? null : reply.to().toString());
        told.put(
                "files",
                Words.attachments(message).stream()
                        .map(attachment -> attachment(context, attachment))
                        .toList());
        told.put(
                "reactions",
                message.reactions().stream()
                        .map(reaction -> Map.of("emoji", reaction.emoji().name(), "count", reaction.count()))
                        .toList());
        told.put("question", line.facets().asks());
    }

    private Map<String, @Nullable Object> attachment(Context context, Message.Attachment attachment) {
        var told = new LinkedHashMap<String, @Nullable Object>();
        told.put("id", attachment.id().toString());
        told.put("name", attachment.name());
        told.put("size", attachment.size());
        var key = Medium.attachment(attachment.id());
        var address = LogAddress.file(context.log().event(), key);
        told.put("url", context.copies().contains(key) ? publicUrl.of(address) : null);
        return told;
    }

    /** Imports an export, and answers when that is over. */
    public Answer upload(Asking asking) {
        var event = door.event(asking);
        changes.demandTurn(asking);
        var intake = LogIntake.read(asking, blobs);
        var wish = new Wish(
                intake.text("publish").isPresent(), intake.text("drop_gone").isPresent());
        try {
            var job = changes.begin(event, changes.source(event, intake), wish, asking);
            job.await();
            var fault = job.fault();
            if (fault.isPresent()) {
                throw fault.get();
            }
            var done = job.imported().orElseThrow();
            var told = new LinkedHashMap<String, @Nullable Object>();
            told.put("event", event.slug().value());
            told.put("url", publicUrl.of(LogAddress.of(event.slug())));
            told.put("read", done.read());
            told.put("added", done.added());
            told.put("changed", done.changed());
            told.put("withheld", done.withheld());
            told.put("gone", done.gone());
            told.put("total", done.total());
            told.put("published", logs.has(event.slug()));
            told.put("missingCount", files.missing(event.slug()));
            told.put(
                    "missing",
                    files.missing(event.slug(), MOST).stream()
                            .map(one -> List.of(one.name(), one.fault()))
                            .toList());
            return Json.of(told).unkept();
        } catch (ImportFault fault) {
            throw BadInput.saying(fault.key(), fault.arguments());
        }
    }
}
