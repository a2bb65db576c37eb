package kakolog.web;

import java.time.ZoneId;
import java.util.function.Supplier;
import kakolog.text.Messages;

/** Makes the frame of each page. */
public final class Frames {
    private final Assets assets;
    private final PublicUrl publicUrl;
    private final Supplier<About> about;
    private final boolean login;
    private final boolean rehearsal;

    /** What the frame says of the site. */
    public record About(String name, String tagline, ZoneId zone) {}

    /**
     * @param login whether one can sign in here
     * @param rehearsal whether this is a demonstration
     */
    public Frames(Assets assets, PublicUrl publicUrl, Supplier<About> about, boolean login, boolean rehearsal) {
        this.assets = assets;
        this.publicUrl = publicUrl;
        this.about = about;
        this.login = login;
        this.rehearsal = rehearsal;
    }

    public Frame of(Asking asking) {
        var site = about.get();
        return new Frame(
                Messages.in(asking.language()),
                asking.address(),
                site.name(),
                site.tagline(),
                site.zone(),
                publicUrl,
                assets,
                asking.visit(),
                login,
                rehearsal);
    }
}
