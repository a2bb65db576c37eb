package kakolog.chatlog;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import kakolog.chat.Markup;
import kakolog.chat.Message;
import kakolog.search.Trait;

/** What can be asked of a message without reading it, as bits in the database: never another meaning for a bit. */
record Facets(int bits) {
    static final int ASKS = 1;
    static final int FILE = 1 << 3;
    static final int SYSTEM = 1 << 5;

    private static final int LINK = 1 << 1;
    private static final int IMAGE = 1 << 2;
    private static final int CODE = 1 << 4;
    private static final Pattern PICTURE = Pattern.compile(".+\\.(png|jpe?g|gif|webp)", Pattern.DOTALL);

    static Facets of(Message message) {
        int bits = message.kind().isSystem() ? SYSTEM : 0;
        var text = message.text();
        bits |= !message.kind().isSystem() && Markup.asks(text) ? ASKS : 0;
        bits |= Words.addresses(message).isEmpty() ? 0 : LINK;
        var forwarded = message.forwarded();
        boolean hasCode = Markup.hasCode(text) || (forwarded != null && Markup.hasCode(forwarded.text()));
        bits |= hasCode ? CODE : 0;
        for (var attachment : Words.attachments(message)) {
            bits |= FILE;
            bits |= isPicture(attachment.name()) ? IMAGE : 0;
        }
        return new Facets(bits);
    }

    static boolean isPicture(String name) {
        return PICTURE.matcher(name.toLowerCase(Locale.ROOT)).matches();
    }

    boolean asks() {
        return (bits & ASKS) != 0;
    }

    /** What search can be asked for with {@code has:}. */
    Set<Trait> traits() {
        var traits = EnumSet.noneOf(Trait.class);
        add(LINK, Trait.LINK, traits);
        add(IMAGE, Trait.IMAGE, traits);
        add(FILE, Trait.FILE, traits);
        add(CODE, Trait.CODE, traits);
        return traits;
    }

    private void add(int bit, Trait trait, Set<Trait> traits) {
        if ((bits & bit) != 0) {
            traits.add(trait);
        }
    }
}
