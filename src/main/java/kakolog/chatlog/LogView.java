package kakolog.chatlog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the page of a log shows, in words and addresses; all HTML in it is safe. */
public final class LogView {
    private LogView() {}

    /**
     * A stretch of the log: a mark of day or time or of the thread that follows, something that Discord or we say, or what one
     * person said in one go. Exactly one of the three is there.
     *
     * @param mark empty where it is none
     * @param href where the thread alone is, if it is the mark of one; empty otherwise
     */
    public record Block(
            String mark,
            String href,
            @Nullable Note note,
            @Nullable Group group) {
        static Block mark(String words) {
            return new Block(words, "", null, null);
        }

        static Block thread(String name, String href) {
            return new Block(name, href, null, null);
        }

        static Block of(Note note) {
            return new Block("", "", note, null);
        }

        static Block of(Group group) {
            return new Block("", "", null, group);
        }
    }

    /** A line that is set back: what Discord wrote, or that a message was taken away. */
    public record Note(String id, String time, String iso, String words, List<Unfolded> threads, String more) {}

    /**
     * Messages that one person wrote in one go.
     *
     * @param avatar the address of their picture; empty where there is none
     * @param initial stands in its place
     * @param hue a class for the colour of the name, {@code hue-0} to {@code hue-11}; empty for the usual one
     */
    public record Group(
            String name,
            String avatar,
            String initial,
            String hue,
            boolean bot,
            String time,
            String iso,
            List<Post> posts) {}

    /**
     * One message.
     *
     * @param href leads to it in its place
     * @param edited when it was last edited, in words; empty where it was not
     * @param large whether it is only emoji, which are shown larger
     * @param more where it can be taken away or set as the place of a topic; empty for whom neither is
     * @param earlierQuestion where the question before leads; empty unless this one asks and there is one
     */
    public record Post(
            String id,
            String href,
            String time,
            String iso,
            boolean large,
            String html,
            String edited,
            boolean pinned,
            @Nullable Quoted reply,
            @Nullable Passed forwarded,
            Parts parts,
            List<React> reactions,
            List<Unfolded> threads,
            List<Ref> topics,
            boolean asks,
            String earlierQuestion,
            String laterQuestion,
            String more) {}

    /** What hangs on a message besides its text. */
    public record Parts(
            List<Picture> pictures,
            List<FileRow> files,
            List<EmbedView> embeds,
            List<Picture> stickers,
            List<String> lost,
            @Nullable Ballot poll) {
        public boolean isEmpty() {
            return pictures.isEmpty()
                    && files.isEmpty()
                    && embeds.isEmpty()
                    && stickers.isEmpty()
                    && lost.isEmpty()
                    && poll == null;
        }
    }

    /** What a message answers: who said it and how it begins; no address where it is gone. */
    public record Quoted(String name, String words, String href) {}

    /** What a message passes on. */
    public record Passed(String time, String html, Parts parts) {}

    /** A picture; sizes in pixels, 0 where they are not known. */
    public record Picture(String href, String alt, int width, int height, boolean spoiler) {}

    /** A file that can be saved. */
    public record FileRow(String href, String name, String size) {}

    /** What Discord shows of an address; hidden where the address stands in a spoiler. */
    public record EmbedView(
            boolean hidden,
            String hue,
            String author,
            String titleHtml,
            String url,
            String html,
            List<FieldRow> fields,
            String footer,
            @Nullable Picture picture) {}

    /** A named text of an embed. */
    public record FieldRow(String nameHtml, String html) {}

    /** A reaction: the emoji, or the address of its picture; and how many. */
    public record React(String emoji, String picture, String name, int count) {}

    /** A poll. */
    public record Ballot(String question, List<PollChoice> choices) {}

    /** An answer of a poll; the share is in percent, -1 where nobody told. */
    public record PollChoice(String text, int votes, int share) {}

    /** A thread in place: its first messages, and where the rest is. */
    public record Unfolded(String name, int count, String href, List<Block> blocks, boolean whole) {}

    /** An item of the agenda that leads here, or a place that an item leads to. */
    public record Ref(String text, String href, boolean guessed) {}

    /** The evening's course: bars of equal stretches of time. */
    public record Course(List<Bar> bars, String from, String until) {}

    /** One bar; height in percent of the highest. */
    public record Bar(String time, String href, int count, int height) {}
}
