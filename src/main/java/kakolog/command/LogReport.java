package kakolog.command;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import kakolog.chatlog.ChatLogHouse;
import kakolog.chatlog.Imported;
import kakolog.chatlog.LogFiles.Missing;
import kakolog.id.EventSlug;
import kakolog.text.Language;
import kakolog.text.Messages;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is said when a log has been imported.
 *
 * @param unkept files of which there is no copy, all of them
 * @param missing the first of them with why
 */
record LogReport(Imported imported, int unkept, List<Missing> missing, boolean published) {
    private static final int MOST_LINES = 20;
    /** Enough that many of one name are told in one line. */
    private static final int MOST_MISSING = 10_000;

    /** Of an import on this machine. */
    static LogReport of(EventSlug event, Imported imported, ChatLogHouse logs) {
        var files = logs.named();
        return new LogReport(
                imported,
                files.missing(event),
                files.missing(event, MOST_MISSING),
                logs.logs().has(event));
    }

    /** @param json the answer of a portal */
    static LogReport answered(String json) {
        var answer = JsonMapper.shared().readTree(json);
        var missing = new ArrayList<Missing>();
        for (var one : answer.path("missing")) {
            missing.add(
                    new Missing("", "", one.path(0).asString(""), one.path(1).asString("")));
        }
        int unkept = answer.path("missingCount").asInt(missing.size());
        return new LogReport(
                new Imported(
                        count(answer, "read"),
                        count(answer, "added"),
                        count(answer, "changed"),
                        count(answer, "withheld"),
                        count(answer, "gone"),
                        count(answer, "total"),
                        unkept),
                unkept,
                missing,
                answer.path("published").asBoolean(false));
    }

    private static int count(JsonNode answer, String name) {
        return answer.path(name).asInt(0);
    }

    void print(PrintWriter out) {
        out.println(imported.read() + " messages read: " + imported.added() + " new, " + imported.changed()
                + " updated, " + imported.withheld() + " withheld since they were removed, " + imported.gone()
                + " gone; the log has " + imported.total());
        if (unkept > 0) {
            out.println(unkept + " of its files could not be kept:");
            printUnkept(out);
        }
        out.println(published ? "published" : "a draft; publish it on the event's page or with --publish");
    }

    private void printUnkept(PrintWriter out) {
        var counts = new LinkedHashMap<String, Integer>();
        missing.forEach(one -> counts.merge(line(one), 1, Integer::sum));
        int told = 0;
        for (var line : counts.entrySet().stream().limit(MOST_LINES).toList()) {
            int count = line.getValue();
            out.println(line.getKey() + (count == 1 ? "" : " (" + count + " files)"));
            told += count;
        }
        if (unkept > told) {
            out.println("  and " + (unkept - told) + " more");
        }
    }

    private static String line(Missing one) {
        return "  " + one.name() + ": " + Messages.in(Language.EN).get("log.missing." + one.fault());
    }
}
