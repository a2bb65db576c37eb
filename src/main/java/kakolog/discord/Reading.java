package kakolog.discord;

import java.util.Set;
import java.util.function.Function;
import kakolog.outbound.Answer;
import tools.jackson.databind.JsonNode;

/** Tells from an answer of the API which kind of reply it is. */
final class Reading {
    private static final String UNKNOWN_GUILD = "10004";

    private Reading() {}

    /**
     * What the bot was answered.
     *
     * @param no the codes that with 404 are a definite no on this route; the missing access to a channel, with 403
     */
    static <T> Reply<T> ofBot(Answer answer, Set<String> no, Function<JsonNode, T> reader) {
        if (answer.status() == 401) {
            return new Reply.OurFault<>("Discord refuses the bot token (401)");
        }
        var json = Json.of(answer);
        if (json.isEmpty()) {
            return new Reply.Unclear<>("Discord answered " + answer.status() + " without whole JSON");
        }
        var code = json.get().path("code").asString("none");
        if (answer.status() == 404 && no.contains(code)) {
            return new Reply.No<>(code);
        }
        if (answer.status() == 403 && code.equals(Reply.No.MISSING_ACCESS)) {
            return no.contains(code)
                    ? new Reply.No<>(code)
                    : new Reply.OurFault<>("the bot is not in this server (403 50001)");
        }
        if (answer.status() == 404 && code.equals(UNKNOWN_GUILD)) {
            return new Reply.OurFault<>("there is no such server for the bot (404 10004)");
        }
        return ofSuccess(answer, json.get(), reader);
    }

    /** What was answered for a user's token; a refusal says no more than that this sign-in cannot go on. */
    static <T> Reply<T> ofUser(Answer answer, Function<JsonNode, T> reader) {
        return Json.of(answer)
                .map(json -> ofSuccess(answer, json, reader))
                .orElseGet(() -> new Reply.Unclear<>("Discord answered " + answer.status() + " without whole JSON"));
    }

    private static <T> Reply<T> ofSuccess(Answer answer, JsonNode json, Function<JsonNode, T> reader) {
        if (answer.status() != 200) {
            return new Reply.Unclear<>("Discord answered " + answer.status());
        }
        try {
            return new Reply.Known<>(reader.apply(json));
        } catch (Fields.WrongShape wrong) {
            return new Reply.Unclear<>("Discord answered in an unknown shape: " + wrong.getMessage());
        }
    }
}
