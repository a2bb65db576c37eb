package kakolog.operate;

import java.nio.file.Path;
import java.time.Clock;

/** A process that backs up again and again until it is killed. */
final class EndlessBackups {
    private EndlessBackups() {}

    /** @param words the data folder, the content folder, the folder of backups, and how their names begin */
    public static void main(String[] words) throws Exception {
        var onlooker = new Backup.Onlooker() {
            @Override
            public void leftOut(String line) {
                throw new IllegalStateException(line);
            }

            @Override
            public void copied(long bytes) {}
        };
        var backup = new Backup(Path.of(words[0]), Path.of(words[1]), Clock.systemUTC(), onlooker);
        for (int number = 0; ; number++) {
            System.out.println(backup.write(Path.of(words[2], words[3] + "-" + number + ".zip")));
        }
    }
}
