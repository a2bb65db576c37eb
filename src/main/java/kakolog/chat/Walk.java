package kakolog.chat;

import java.time.Instant;
import java.util.List;
import kakolog.id.Snowflake;

/** Goes through a message's text in order; what is not said otherwise looks inside and does no more. */
interface Walk {
    default void all(List<? extends Node> nodes) {
        nodes.forEach(node -> node.meet(this));
    }

    default void words(String text) {}

    default void newLine() {}

    default void marked(Node.Mark mark, List<Node> inside) {
        all(inside);
    }

    default void code(String code) {}

    default void fenced(String language, String code) {
        code(code);
    }

    default void link(String address, List<Node> label) {
        all(label);
    }

    default void mention(Node.Mentioned what, Snowflake id) {}

    default void called(String name) {}

    default void emoji(String name, Snowflake id) {}

    default void moment(Instant at, char style) {}

    default void quote(List<Node> inside) {
        all(inside);
    }

    default void heading(int level, List<Node> inside) {
        onItsOwn(inside);
    }

    default void listing(int start, List<Node.Item> items) {
        for (var item : items) {
            onItsOwn(item.inside());
            all(item.under());
        }
    }

    default void onItsOwn(List<Node> inside) {
        newLine();
        all(inside);
        newLine();
    }
}
