package kakolog.chat;

import java.util.ArrayList;
import kakolog.chat.Message.Poll;
import org.jspecify.annotations.Nullable;

/** Reads polls as the API has them, and as an exporter may write them one day: texts where the API has objects. */
final class Polls {
    private static final int NOT_TOLD = -1;

    private Polls() {}

    /** Null where there is none. */
    @Nullable
    static Poll of(Fields poll) {
        var question = poll.text("question");
        if (question.isEmpty()) {
            question = poll.in("question").text("text");
        }
        var choices = new ArrayList<Poll.Choice>();
        for (var answer : poll.list("answers", MessageParts.MOST)) {
            choices.add(new Poll.Choice(Cleaned.text(words(answer)), votes(poll, answer)));
        }
        return question.isEmpty() && choices.isEmpty() ? null : new Poll(Cleaned.text(question), choices);
    }

    private static String words(Fields answer) {
        var media = answer.in("poll_media");
        var words = answer.text("text").isEmpty() ? media.text("text") : answer.text("text");
        var emoji = media.in("emoji");
        return emoji.id("id") == null ? (emoji.text("name") + " " + words).strip() : words;
    }

    /** Discord leaves out the results until it has counted, and in them the answers that nobody chose. */
    private static int votes(Fields poll, Fields answer) {
        for (var name : new String[] {"votes", "count"}) {
            if (answer.has(name)) {
                return answer.smallNumber(name);
            }
        }
        if (!poll.in("results").object().isObject()) {
            return NOT_TOLD;
        }
        for (var counted : poll.in("results").list("answer_counts", MessageParts.MOST)) {
            if (counted.text("id").equals(answer.text("answer_id"))) {
                return counted.smallNumber("count");
            }
        }
        return 0;
    }
}
