package kakolog.chatlog;

import java.util.List;

/**
 * One message, to be taken away.
 *
 * @param action where the form is sent to
 * @param back where one came from
 * @param author of the message; empty where it is the reader's own
 * @param href where it is in the log; empty for all but organizers
 * @param topics the items of the agenda that could lead to it; empty for all but organizers
 */
public record MessagePage(
        String action,
        String back,
        String author,
        String date,
        String time,
        String words,
        String href,
        String fault,
        List<Choice> topics,
        String topicAction,
        String id) {

    /** An item of the agenda to choose. */
    public record Choice(String id, String text) {}
}
