package kakolog.announcement;

import java.time.LocalTime;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what stands below the heading of an evening: a few sentences that are known, then the agenda. */
final class EventReader {
    private static final Pattern TITLE = Pattern.compile("\\*\\*(.+?)(?:のイベントです)?。?\\*\\*");
    private static final Pattern TIMES =
            Pattern.compile("今回は\\s*(([01]?\\d|2[0-3]):[0-5]\\d)\\s*スタート\\s*(([01]?\\d|2[0-3]):[0-5]\\d)\\s*終了.*");
    private static final Pattern GUESTS = Pattern.compile("ゲストに.*@.*招.*");
    private static final Pattern HANDLE = Pattern.compile("@([A-Za-z0-9][A-Za-z0-9_.-]*)");
    private static final Pattern ATTENDANCE = Pattern.compile("当日参加者\\s*:\\s*(\\d{1,6})\\s*名");

    private final EventHeading heading;
    private final AgendaReader agenda = new AgendaReader();
    private @Nullable LocalTime end;
    private @Nullable String title;
    private List<String> guests = List.of();
    private @Nullable Integer attendance;

    EventReader(EventHeading heading) {
        this.heading = heading;
        this.end = heading.end();
    }

    /** Whether the line found its place: in the agenda, or as a sentence that is known. */
    boolean take(String line) {
        return agenda.take(line) || (Indent.of(line) == 0 && understands(line.strip()));
    }

    PageEvent event() {
        return new PageEvent(heading, end, title, guests, attendance, agenda.items());
    }

    private boolean understands(String sentence) {
        var named = TITLE.matcher(sentence);
        if (named.matches() && title == null) {
            title = Inline.words(Inline.read(named.group(1)));
            return true;
        }
        var words = EventHeading.folded(Inline.words(Inline.read(sentence)));
        var times = TIMES.matcher(words);
        if (times.matches() && end == null && time(times.group(1)).equals(heading.start())) {
            end = time(times.group(3));
            return true;
        }
        if (GUESTS.matcher(words).matches() && guests.isEmpty()) {
            guests = HANDLE.matcher(words)
                    .results()
                    .map(found -> found.group(1))
                    .distinct()
                    .toList();
            return true;
        }
        var counted = ATTENDANCE.matcher(words);
        if (counted.matches() && attendance == null) {
            attendance = Integer.valueOf(counted.group(1));
            return true;
        }
        return false;
    }

    private static LocalTime time(String words) {
        return LocalTime.parse(words.length() == 4 ? "0" + words : words);
    }
}
