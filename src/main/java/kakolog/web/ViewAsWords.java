package kakolog.web;

import kakolog.text.Messages;

/** As whom an organizer looks, in words. */
public final class ViewAsWords {
    private static final String PARTICIPANT = "participant/";

    private ViewAsWords() {}

    /** The words for {@code booster}, {@code participant/2021-07-06}. */
    public static String of(String pretence, Messages messages) {
        return pretence.startsWith(PARTICIPANT)
                ? messages.get("view-as.participant", pretence.substring(PARTICIPANT.length()))
                : messages.get("view-as." + pretence);
    }
}
