package kakolog.chat;

import java.nio.file.Path;

/**
 * A file that is handed in.
 *
 * @param name how it was called there, for orders and faults; the name on our disk may mean nothing
 * @param hasMedia whether media may lie beside it; never where the folder is ours and holds what others sent
 */
public record NamedFile(Path path, String name, boolean hasMedia) {

    /** One on this machine's disk, with its media in folders beside it whose names end in {@code _Files}. */
    public static NamedFile onDisk(Path path) {
        var last = path.toAbsolutePath().getFileName();
        return new NamedFile(path, last == null ? path.toString() : last.toString(), true);
    }

    /** One that came through a form. */
    public static NamedFile sent(Path path, String name) {
        return new NamedFile(path, name, false);
    }
}
