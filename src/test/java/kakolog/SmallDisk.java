package kakolog;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A disk that is soon full, where this user may mount one. */
public final class SmallDisk {
    private static final int STEP = 4_096;

    private SmallDisk() {}

    /**
     * Mounts one at an empty folder; false where that is not allowed, which is said.
     *
     * @param size as tmpfs takes it: 8m are 8 MB
     */
    public static boolean mount(Path folder, String size) throws Exception {
        boolean mounted = run("mount", "-t", "tmpfs", "-o", "size=" + size, "tmpfs", folder.toString());
        if (!mounted) {
            System.err.println("SKIPPED: no test of a full disk, for this user may not mount a tmpfs");
        }
        return mounted;
    }

    public static void unmount(Path folder) throws Exception {
        if (!run("umount", folder.toString())) {
            throw new IllegalStateException("still mounted: " + folder);
        }
    }

    /** Writes this file until nothing more fits. */
    public static void fill(Path file) throws IOException {
        try (var channel = Files.newOutputStream(file)) {
            while (true) {
                channel.write(new byte[STEP]);
            }
        } catch (IOException full) {
            if (!Files.exists(file)) {
                throw full;
            }
        }
    }

    private static boolean run(String... words) throws Exception {
        try {
            var process = new ProcessBuilder(words).redirectErrorStream(true).start();
            process.getInputStream().readAllBytes();
            return process.waitFor(20, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException noSuchProgram) {
            return false;
        }
    }
}
