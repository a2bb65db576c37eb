package kakolog.web;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/** The address that people use, for all that needs a whole one; never taken from a request. */
public final class PublicUrl {
    private volatile @Nullable URI url;

    /** Sets it, once it is known: a free port is known only after the start. */
    public void set(URI known) {
        url = known;
    }

    /** A path of this site as a whole address. */
    public String of(String path) {
        var known = url;
        if (known == null) {
            throw new IllegalStateException("the public address is not known before the start");
        }
        return known + path;
    }

    boolean isHttps() {
        var known = url;
        return known != null && "https".equals(known.getScheme());
    }
}
