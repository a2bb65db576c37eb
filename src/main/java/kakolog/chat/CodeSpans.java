package kakolog.chat;

/** Finds code in Discord's markup: what stands between two runs of equally many backticks. */
final class CodeSpans {
    private CodeSpans() {}

    /**
     * Where the code ends that begins at a backtick.
     *
     * @return after its last backtick; where it is never closed, after the run that would have begun it
     */
    static int end(String text, int start) {
        int opened = afterRun(text, start);
        int length = opened - start;
        for (int at = text.indexOf('`', opened); at >= 0; at = text.indexOf('`', at)) {
            int after = afterRun(text, at);
            if (after - at == length) {
                return after;
            }
            at = after;
        }
        return opened;
    }

    private static int afterRun(String text, int start) {
        int end = start;
        while (end < text.length() && text.charAt(end) == '`') {
            end++;
        }
        return end;
    }
}
