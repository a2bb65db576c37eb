package kakolog.operate;

import java.util.List;
import java.util.stream.Stream;
import kakolog.chatlog.LoggedBlob;
import kakolog.db.Database;
import kakolog.material.NamedBlob;

/**
 * A file that the database names, whatever it belongs to.
 *
 * @param blob the SHA-256 in hexadecimal by which it is kept
 * @param size in bytes
 * @param address where it is on the site
 */
record KeptFile(String blob, long size, String address) {

    /** All of them, the same file as often as it is named. */
    static List<KeptFile> in(Database database) {
        var materials =
                NamedBlob.in(database).stream().map(named -> new KeptFile(named.blob(), named.size(), named.address()));
        var logs = LoggedBlob.in(database).stream()
                .map(logged -> new KeptFile(logged.blob(), logged.size(), logged.address()));
        return Stream.concat(materials, logs).toList();
    }
}
