package kakolog.chatlog;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import kakolog.chat.Message;
import kakolog.chatlog.LogDoor.Entered;
import kakolog.chatlog.LogLines.Part;
import kakolog.chatlog.LogView.Block;
import kakolog.chatlog.Posts.Neighbours;
import kakolog.chatlog.Scrolling.Stretch;
import kakolog.id.Snowflake;
import kakolog.text.Messages;
import kakolog.web.Asking;
import org.jspecify.annotations.Nullable;

/** Gathers what the messages of one page need to be shown: threads, what they answer, files, the questions beside them. */
final class Gathering {
    private final LogDoor door;
    private final LogLines lines;
    private final LogFiles files;
    private final AgendaPlaces places;
    private final Supplier<ZoneId> zone;

    Gathering(LogDoor door, LogLines lines, LogFiles files, AgendaPlaces places, Supplier<ZoneId> zone) {
        this.door = door;
        this.lines = lines;
        this.files = files;
        this.places = places;
        this.zone = zone;
    }

    List<Block> blocks(Entered entered, Cast cast, Stretch stretch, Asking asking) {
        var log = entered.log();
        var shown = stretch.lines();
        // Of all other parts it would show what is among them anyway.
        var threads =
                stretch.part() == Part.Channel.INSTANCE ? Unfolding.under(shown, log, cast, lines) : Unfolding.none();
        var all = Stream.concat(shown.stream(), threads.lines()).toList();
        var messages = all.stream().map(Line::message).filter(Objects::nonNull).toList();
        var kept = files.find(
                log,
                messages.stream()
                        .flatMap(message -> PartsOf.keysOf(message).stream())
                        .distinct()
                        .toList(),
                LogDoor.readersOf(entered.event()));
        var names = new PageNames(log.event(), cast, kept, Messages.in(asking.language()), zone.get());
        var parts = new PartsOf(log.event(), kept, names);
        var targets = targets(log, messages);
        var plain = new Posts.Surroundings(
                log.event(),
                cast,
                targets,
                Map.of(),
                Map.of(),
                Map.of(),
                asking.visit().self(),
                door.organizes(asking.viewer()));
        var unfolded = threads.shown(log.event(), new Posts(plain, names, parts), names);
        var around = new Posts.Surroundings(
                log.event(),
                cast,
                targets,
                unfolded,
                questions(log, shown),
                places.refsByMessage(entered.event(), log),
                plain.self(),
                plain.organizes());
        return LogLayout.of(shown, new Posts(around, names, parts), names, stretch.part() == Part.Whole.INSTANCE);
    }

    private Map<Snowflake, Line> targets(Log log, List<? extends @Nullable Message> messages) {
        Set<Snowflake> wanted = new HashSet<>();
        for (var message : messages) {
            var reply = message == null ? null : message.reply();
            if (reply != null) {
                wanted.add(reply.to());
            }
        }
        var targets = new HashMap<Snowflake, Line>();
        lines.find(log, wanted).forEach(line -> targets.put(line.id(), line));
        return targets;
    }

    /** For each message that asks, the questions before and after; for some that are not shown too. */
    private Map<Snowflake, Neighbours> questions(Log log, List<Line> shown) {
        var asking = shown.stream().filter(line -> line.facets().asks()).toList();
        if (asking.isEmpty()) {
            return Map.of();
        }
        var first = asking.get(0).id();
        var last = asking.get(asking.size() - 1).id();
        var all = new ArrayList<Snowflake>();
        lines.before(log, Part.Questions.INSTANCE, first, 1).forEach(line -> all.add(line.id()));
        // Not only those of this page: between two of a channel one may have been asked in a thread.
        all.addAll(lines.questions(log, first, last));
        lines.after(log, Part.Questions.INSTANCE, last, 1).forEach(line -> all.add(line.id()));
        var neighbours = new HashMap<Snowflake, Neighbours>();
        for (int i = 0; i < all.size(); i++) {
            neighbours.put(
                    all.get(i),
                    new Neighbours(i == 0 ? null : all.get(i - 1), i + 1 < all.size() ? all.get(i + 1) : null));
        }
        return neighbours;
    }
}
