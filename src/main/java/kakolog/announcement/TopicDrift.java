package kakolog.announcement;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** A topic of several evenings, and the other wordings it went by. */
record TopicDrift(String name, List<String> aliases) {
    private static final List<Pattern> DRIFTS = List.of(
            Pattern.compile("最新の (.+) (?:情報|雑談)"), Pattern.compile("今後の (.+) について"), Pattern.compile("(.+) 雑談"));

    TopicDrift {
        aliases = List.copyOf(aliases);
    }

    /** Topics that more than one evening had, or whose wording has drifted; in the order of the page. */
    static List<TopicDrift> in(List<PageEvent> events) {
        Map<String, Set<String>> wordings = new LinkedHashMap<>();
        Map<String, Set<Integer>> evenings = new LinkedHashMap<>();
        for (int n = 0; n < events.size(); n++) {
            for (var item : events.get(n).agenda()) {
                var wording = item.words().strip();
                if (!wording.isEmpty() && item.handles().isEmpty()) {
                    var name = nameOf(wording);
                    wordings.computeIfAbsent(name, none -> new LinkedHashSet<>())
                            .add(wording);
                    evenings.computeIfAbsent(name, none -> new LinkedHashSet<>())
                            .add(n);
                }
            }
        }
        var topics = new ArrayList<TopicDrift>();
        wordings.forEach((name, all) -> {
            var aliases = all.stream().filter(wording -> !wording.equals(name)).toList();
            if (!aliases.isEmpty() || evenings.getOrDefault(name, Set.of()).size() > 1) {
                topics.add(new TopicDrift(name, aliases));
            }
        });
        return List.copyOf(topics);
    }

    private static String nameOf(String wording) {
        for (var drift : DRIFTS) {
            var drifted = drift.matcher(wording);
            if (drifted.matches()) {
                return drifted.group(1);
            }
        }
        return wording;
    }
}
