package kakolog.chat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects the addresses that a message links to. */
final class Addresses implements Walk {
    private final Set<String> addresses = new LinkedHashSet<>();
    private final Set<String> shown = new HashSet<>();
    private int spoilers;

    static List<String> of(String text) {
        var walk = new Addresses();
        walk.all(MarkupReader.read(text));
        return new ArrayList<>(walk.addresses);
    }

    static boolean hide(String text, String address) {
        var walk = new Addresses();
        walk.all(MarkupReader.read(text));
        return !walk.shown.contains(address) && walk.shown.size() < walk.addresses.size();
    }

    @Override
    public void marked(Node.Mark mark, List<Node> inside) {
        int deeper = mark == Node.Mark.SPOILER ? 1 : 0;
        spoilers += deeper;
        all(inside);
        spoilers -= deeper;
    }

    @Override
    public void link(String address, List<Node> label) {
        addresses.add(address);
        if (spoilers == 0) {
            shown.add(address);
        }
    }
}
