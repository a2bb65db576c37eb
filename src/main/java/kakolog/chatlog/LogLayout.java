package kakolog.chatlog;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import kakolog.chat.Medium;
import kakolog.chat.Message;
import kakolog.chatlog.LogView.Block;
import kakolog.chatlog.LogView.Group;
import kakolog.chatlog.LogView.Note;
import kakolog.chatlog.LogView.Post;
import kakolog.id.Snowflake;
import kakolog.text.Days;
import kakolog.web.Json;
import org.jspecify.annotations.Nullable;

/** Lays messages out as the evening ran: marks of day and time, what one person said in one go, and what Discord said. */
final class LogLayout {
    /** As long Discord shows what one person writes under one name. */
    private static final Duration ONE_GO = Duration.ofMinutes(7);

    private static final int MINUTES_BETWEEN_MARKS = 10;

    private final Posts posts;
    private final PageNames names;
    private final boolean marksThreads;
    private final List<Block> blocks = new ArrayList<>();
    private final List<Post> current = new ArrayList<>();
    private @Nullable Line first;
    private @Nullable Line before;

    private LogLayout(Posts posts, PageNames names, boolean marksThreads) {
        this.posts = posts;
        this.names = names;
        this.marksThreads = marksThreads;
    }

    /** @param marksThreads whether it is said of what follows in which thread it was said */
    static List<Block> of(List<Line> lines, Posts posts, PageNames names, boolean marksThreads) {
        var layout = new LogLayout(posts, names, marksThreads);
        lines.forEach(layout::add);
        return layout.end();
    }

    private void add(Line line) {
        mark(line);
        var message = line.message();
        if (message == null || message.kind().isSystem()) {
            endGroup();
            blocks.add(Block.of(note(line, message)));
        } else {
            if (!goesOn(line, message)) {
                endGroup();
                first = line;
            }
            current.add(posts.of(line, message));
        }
        before = line;
    }

    private void mark(Line line) {
        var now = line.at().atZone(names.zone());
        var last = before == null ? null : before.at().atZone(names.zone());
        boolean newDay = last == null || !last.toLocalDate().equals(now.toLocalDate());
        if (newDay) {
            endGroup();
            blocks.add(Block.mark(Days.date(now.toLocalDate(), names.messages().language())));
        }
        if (newDay || !slot(last).equals(slot(now))) {
            endGroup();
            blocks.add(Block.mark(Days.time(slot(now))));
        }
        var thread = line.thread();
        if (marksThreads && thread != null && (last == null || !thread.equals(threadBefore()))) {
            endGroup();
            blocks.add(Block.thread(names.channel(thread), posts.threadAddress(thread)));
        }
    }

    private @Nullable Snowflake threadBefore() {
        return before == null ? null : before.thread();
    }

    /** The beginning of the ten minutes that a time lies in. */
    private static ZonedDateTime slot(ZonedDateTime time) {
        return time.truncatedTo(ChronoUnit.HOURS)
                .plusMinutes((long) time.getMinute() / MINUTES_BETWEEN_MARKS * MINUTES_BETWEEN_MARKS);
    }

    private boolean goesOn(Line line, Message message) {
        var begun = first;
        return begun != null
                && !current.isEmpty()
                && begun.author().equals(line.author())
                && Objects.equals(shownAs(begun), message.shownAs())
                && Objects.equals(begun.thread(), line.thread())
                && message.reply() == null
                && Duration.between(begun.at(), line.at()).compareTo(ONE_GO) < 0;
    }

    private static @Nullable String shownAs(Line line) {
        var message = line.message();
        return message == null ? null : message.shownAs();
    }

    private void endGroup() {
        var begun = first;
        if (begun != null && !current.isEmpty()) {
            var speaker = posts.speaker(begun);
            blocks.add(Block.of(new Group(
                    speaker.name(),
                    names.address(Medium.avatar(begun.author())).orElse(""),
                    initial(speaker.name()),
                    speaker.color() == null ? Hue.of(begun.author()) : Hue.of(speaker.color()),
                    speaker.bot(),
                    time(begun.at()),
                    iso(begun.at()),
                    List.copyOf(current))));
        }
        current.clear();
        first = null;
    }

    private Note note(Line line, @Nullable Message message) {
        return new Note(
                line.id().toString(),
                time(line.at()),
                iso(line.at()),
                message == null ? names.messages().get("log.taken-away") : posts.systemWords(line, message),
                posts.threads(line),
                message == null ? "" : posts.more(line));
    }

    private List<Block> end() {
        endGroup();
        return List.copyOf(blocks);
    }

    private String time(Instant at) {
        return Days.time(at.atZone(names.zone()));
    }

    private String iso(Instant at) {
        return Json.time(at.atZone(names.zone()));
    }

    private static String initial(String name) {
        return name.isEmpty() ? "?" : name.substring(0, name.offsetByCodePoints(0, 1));
    }
}
