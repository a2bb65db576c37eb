package kakolog.chatlog;

import kakolog.id.EventSlug;
import kakolog.id.Snowflake;
import kakolog.web.OwnPath;

/** Where things of logs are on the site. */
final class LogAddress {
    private LogAddress() {}

    static String of(EventSlug event) {
        return "/events/" + event + "/log";
    }

    /** A message in its place, whether scripts run or not. */
    static String message(EventSlug event, Snowflake message) {
        return of(event) + "?m=" + message + "#m-" + message;
    }

    static String thread(EventSlug event, Snowflake thread) {
        return of(event) + "?thread=" + thread;
    }

    /** From a time of the evening on. */
    static String at(EventSlug event, String time) {
        return of(event) + "?at=" + time + "#said";
    }

    static String file(EventSlug event, String key) {
        return of(event) + "/files/" + OwnPath.part(key);
    }

    static String desk(EventSlug event) {
        return "/organize/events/" + event + "/log";
    }
}
