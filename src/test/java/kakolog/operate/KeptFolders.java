package kakolog.operate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import kakolog.MovableClock;
import kakolog.db.Database;

/** A data folder and a content folder, filled as a portal fills them. */
final class KeptFolders implements AutoCloseable {
    final Path data;
    final Path content;
    final List<String> leftOut = new ArrayList<>();
    private final Database database;

    KeptFolders(Path folder) throws IOException {
        data = folder.resolve("data");
        content = Files.createDirectories(folder.resolve("content"));
        Files.createDirectories(content.resolve("events"));
        Files.copy(Path.of("content/site.yaml"), content.resolve("site.yaml"));
        Files.copy(Path.of("content/events/2021-07-06.md"), content.resolve("events/2021-07-06.md"));
        database = Database.openKept(data.resolve("kakolog.db"), 1);
    }

    /** Keeps a file and names it, as the next revision where the material is there; returns its SHA-256. */
    String upload(String event, String name, byte[] bytes) throws IOException {
        var blob = sha256(bytes);
        var file = blobFile(blob);
        Files.createDirectories(Disk.folderOf(file));
        Files.write(file, bytes);
        database.writer().useTransaction(handle -> {
            handle.execute(
                    "insert into material (event, name, title, place, publish, version)"
                            + " select ?, ?, ?, 0, 'ended', 1 where not exists"
                            + " (select 1 from material where event = ? and name = ?)",
                    event,
                    name,
                    name,
                    event,
                    name);
            handle.execute(
                    "insert into material_revision (material, number, blob, size, type, added_at, actor, actor_name)"
                            + " select id, (select count(*) from material_revision where material = id), ?, ?,"
                            + " 'application/pdf', 0, '', '' from material where event = ? and name = ?",
                    blob,
                    bytes.length,
                    event,
                    name);
        });
        return blob;
    }

    Path blobFile(String blob) {
        return data.resolve("blobs/" + blob.substring(0, 2) + "/" + blob);
    }

    Database database() {
        return database;
    }

    MovableClock clock() {
        return new MovableClock("2021-07-07T04:14:55+09:00");
    }

    Backup backup() {
        return backup(clock());
    }

    Backup backup(MovableClock clock) {
        return new Backup(data, content, clock, new Backup.Onlooker() {
            @Override
            public void leftOut(String line) {
                leftOut.add(line);
            }

            @Override
            public void copied(long bytes) {}
        });
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public void close() {
        database.close();
    }
}
