package kakolog.chat;

import java.time.Instant;
import java.util.List;
import kakolog.id.Snowflake;

/** A part of a message's text as its marks divide it. */
sealed interface Node {
    void meet(Walk walk);

    /** Whether it stands on lines of its own. */
    default boolean isBlock() {
        return false;
    }

    record Words(String text) implements Node {
        @Override
        public void meet(Walk walk) {
            walk.words(text);
        }
    }

    record NewLine() implements Node {
        @Override
        public void meet(Walk walk) {
            walk.newLine();
        }
    }

    record Marked(Mark mark, List<Node> inside) implements Node {
        @Override
        public void meet(Walk walk) {
            walk.marked(mark, inside);
        }
    }

    record Code(String code) implements Node {
        @Override
        public void meet(Walk walk) {
            walk.code(code);
        }
    }

    /** @param language in small letters of ASCII, digits and {@code +#.-}; empty for none */
    record Fenced(String language, String code) implements Node {
        @Override
        public void meet(Walk walk) {
            walk.fenced(language, code);
        }

        @Override
        public boolean isBlock() {
            return true;
        }
    }

    /** @param label empty where the address shows itself */
    record Link(String address, List<Node> label) implements Node {
        @Override
        public void meet(Walk walk) {
            walk.link(address, label);
        }
    }

    record Mention(Mentioned what, Snowflake id) implements Node {
        @Override
        public void meet(Walk walk) {
            walk.mention(what, id);
        }
    }

    /** What Discord sets off like a mention, but that says itself what it means: everyone, a command. */
    record Called(String name) implements Node {
        @Override
        public void meet(Walk walk) {
            walk.called(name);
        }
    }

    record Emoji(String name, Snowflake id) implements Node {
        @Override
        public void meet(Walk walk) {
            walk.emoji(name, id);
        }
    }

    record Moment(Instant at, char style) implements Node {
        @Override
        public void meet(Walk walk) {
            walk.moment(at, style);
        }
    }

    record Quote(List<Node> inside) implements Node {
        @Override
        public void meet(Walk walk) {
            walk.quote(inside);
        }

        @Override
        public boolean isBlock() {
            return true;
        }
    }

    /** @param level 1 to 3; 0 for small print under something */
    record Heading(int level, List<Node> inside) implements Node {
        @Override
        public void meet(Walk walk) {
            walk.heading(level, inside);
        }

        @Override
        public boolean isBlock() {
            return true;
        }
    }

    /** @param start the number of the first; -1 where they are not numbered */
    record Listing(int start, List<Item> items) implements Node {
        @Override
        public void meet(Walk walk) {
            walk.listing(start, items);
        }

        @Override
        public boolean isBlock() {
            return true;
        }
    }

    /** @param under the lists below it */
    record Item(List<Node> inside, List<Listing> under) {}

    enum Mark {
        STRONG("**"),
        EMPHASIS("*"),
        UNDERLINE("__"),
        STRIKE("~~"),
        SPOILER("||");

        private final String written;

        Mark(String written) {
            this.written = written;
        }

        int length() {
            return written.length();
        }
    }

    enum Mentioned {
        PERSON('@'),
        ROLE('@'),
        CHANNEL('#');

        private final char sign;

        Mentioned(char sign) {
            this.sign = sign;
        }

        char sign() {
            return sign;
        }

        /** As it is shown: the sign with the name, or with the words for who is not known. */
        String called(Snowflake id, Names names) {
            return sign
                    + switch (this) {
                        case PERSON -> orElse(names.person(id), names.unknownPerson());
                        case ROLE -> orElse(names.role(id), names.unknownRole());
                        case CHANNEL -> orElse(names.channel(id), names.unknownChannel());
                    };
        }

        private static String orElse(String name, String unknown) {
            return name.isBlank() ? unknown : name;
        }
    }
}
