package kakolog.chat;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects the addresses that a message links to. */
final class Addresses implements Walk {
    private final Set<String> addresses = new LinkedHashSet<>();

    static List<String> of(String text) {
        var walk = new Addresses();
        walk.all(MarkupReader.read(text));
        return new ArrayList<>(walk.addresses);
    }

    @Override
    public void link(String address, List<Node> label) {
        addresses.add(address);
    }
}
