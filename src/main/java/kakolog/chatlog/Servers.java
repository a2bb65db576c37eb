package kakolog.chatlog;

import java.net.URI;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where Discord has files and pictures.
 *
 * @param cdn for files, avatars and emoji
 * @param media for previews and animated stickers
 */
public record Servers(URI cdn, URI media) {
    /** Discord's own. */
    public static final Servers REAL =
            new Servers(URI.create("https://cdn.discordapp.com"), URI.create("https://media.discordapp.net"));

    /** Both, which may be one. */
    Set<URI> all() {
        return Stream.of(cdn, media).collect(Collectors.toSet());
    }
}
