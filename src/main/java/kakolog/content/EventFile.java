package kakolog.content;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kakolog.id.EventSlug;
import kakolog.text.Markdown;
import kakolog.text.MarkdownTooHard;
import kakolog.text.Outline;
import org.jspecify.annotations.Nullable;

/** Reads the file of one event: front matter, then the agenda as nested lists. */
final class EventFile {
    private static final String TIME = "a time as \"19:30\"";

    private EventFile() {}

    /** The event, or empty where the file has faults; they have been added then. */
    static Optional<Event> read(EventSlug slug, byte[] bytes, Site site, Faults faults) {
        var file = TextFile.decode(bytes, faults).flatMap(text -> TextFile.split(text, faults));
        if (file.isEmpty()) {
            return Optional.empty();
        }
        var outline = outline(file.get(), faults);
        return YamlReader.read(file.get().yaml(), 2, faults)
                .flatMap(yaml -> event(slug, yaml, outline, site, faults))
                .filter(event -> faults.isEmpty());
    }

    private static Outline outline(TextFile file, Faults faults) {
        int linesBefore = file.bodyLine() - 1;
        try {
            var outline = Markdown.outline(file.body());
            for (var oddity : outline.oddities()) {
                faults.add(linesBefore + oddity.line(), oddity.what(), oddity.expected());
            }
            return outline;
        } catch (MarkdownTooHard tooHard) {
            faults.add(linesBefore + tooHard.line(), String.valueOf(tooHard.getMessage()), tooHard.expected());
            return new Outline("", List.of(), "", List.of());
        }
    }

    private static Optional<Event> event(EventSlug slug, YamlFields yaml, Outline outline, Site site, Faults faults) {
        var date = yaml.required("date", "a date as 2021-07-06", Readings::date);
        date.filter(day -> !day.equals(slug.date()))
                .ifPresent(
                        day -> faults.add(yaml.lineOf("date"), "date: " + day, slug.date() + ", as the file is named"));
        var start = yaml.required("start", TIME, Readings::time);
        var end = yaml.optional("end", TIME, Readings::time);
        end.filter(time -> start.isPresent() && !time.isAfter(start.get()))
                .ifPresent(time -> faults.add(yaml.lineOf("end"), "end: " + time, "a time after the start"));
        var closes = yaml.optional("signup_closes", "a time as \"2021-07-05 23:59\"", Readings::dateTime);
        var agenda = AgendaReader.items(outline);
        var hosts = handles(yaml, "hosts", faults);
        var guests = handles(yaml, "guests", faults);
        var title = yaml.text("title").filter(text -> !text.isBlank());
        var role = yaml.text("role").orElse(slug.value());
        var attendance = yaml.optional("attendance", "a number of people", Readings::count);
        var status = yaml.optional("status", "draft or called_off", text -> Readings.constant(Event.Status.class, text))
                .orElse(Event.Status.ANNOUNCED);
        var readers = SiteFile.logReaders(yaml, "log").orElse(site.logReaders());
        yaml.refuseOthers();
        if (!faults.isEmpty()) {
            return Optional.empty();
        }
        var times = timetable(slug.date(), start.orElseThrow(), end.orElse(null), closes.orElse(null), site);
        return Optional.of(new Event(
                slug,
                times,
                title.orElse(null),
                role,
                hosts,
                guests,
                attendance.orElse(null),
                status,
                readers,
                outline.lead(),
                agenda,
                AgendaReader.speakers(agenda),
                outline.closing(),
                List.of()));
    }

    private static List<String> handles(YamlFields yaml, String key, Faults faults) {
        var handles = new ArrayList<String>();
        for (var text : yaml.texts(key)) {
            Readings.handle(text)
                    .ifPresentOrElse(
                            handles::add,
                            () -> faults.add(
                                    yaml.lineOf(key), key + ": " + text, "handles of ASCII letters, digits, - and _"));
        }
        return handles;
    }

    private static Timetable timetable(
            LocalDate date, LocalTime start, @Nullable LocalTime end, @Nullable LocalDateTime closes, Site site) {
        var defaults = site.defaults();
        var begins = date.atTime(start).atZone(site.zone());
        var lastMinute = closes != null ? closes : date.minusDays(1).atTime(defaults.signupCloses());
        return new Timetable(
                lastMinute.plusMinutes(1).atZone(site.zone()),
                begins.minusMinutes(defaults.streamOpens()),
                begins.minusMinutes(defaults.testStream()),
                begins,
                end == null ? null : date.atTime(end).atZone(site.zone()),
                end == null ? defaultEnd(begins, defaults) : date.atTime(end).atZone(site.zone()));
    }

    /** The default end, or two hours after a start that is later than it. */
    private static ZonedDateTime defaultEnd(ZonedDateTime start, Site.Defaults defaults) {
        var end = start.with(defaults.end());
        return end.isAfter(start) ? end : start.plusHours(2);
    }
}
