package kakolog.pdf;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The process that reads: what it is given, and that it goes when its parent goes. */
final class ChildTest {
    private static final Limits LIMITS =
            new Limits(128, Duration.ofSeconds(9), Duration.ofSeconds(30), 300, 40, 20_000, 64);

    @TempDir
    Path folder;

    @Test
    void it_sees_nothing_of_the_environment_and_is_ended_with_who_waits_for_it() throws Exception {
        assumeTrue(Files.isDirectory(Path.of("/proc/self")), "SKIPPED: no /proc, to see another's environment in");
        var reader = new PdfReader(LIMITS, folder.resolve("workshop"));
        var pdf = Pdfs.endless(folder);
        var failure = new CompletableFuture<Throwable>();
        var waiting = new Thread(() -> {
            try {
                reader.images(pdf, folder.resolve("p"), 1, 1);
                failure.complete(new AssertionError("it came to its end"));
            } catch (UncheckedIOException stopped) {
                failure.complete(stopped);
            }
        });
        waiting.start();
        var child = javaBefore(failure);

        var names = Arrays.stream(Files.readString(Path.of("/proc", child.pid() + "", "environ"))
                        .split("\0", -1))
                .map(setting -> setting.split("=", 2)[0])
                .filter(name -> !Set.of("", "PWD", "OLDPWD", "SHLVL", "_").contains(name))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(Set.of("LC_ALL", "MALLOC_ARENA_MAX", "PATH"), names);
        assertTrue(System.getenv().size() > names.size(), "there was something to inherit");

        waiting.interrupt();
        assertTrue(failure.get(20, TimeUnit.SECONDS).getMessage().contains("stopped while reading"));
        assertEquals(List.of(), ProcessHandle.current().children().toList());
    }

    @Test
    void it_ends_when_its_parent_is_gone() throws Exception {
        var room = Files.createDirectory(folder.resolve("room"));
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), PdfChild.class.getName()));
        command.addAll(PdfChild.words(LIMITS, new Task.DrawPages(Pdfs.endless(folder), room, room, 1, 1)));
        var orphan = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            // its input ends when its parent does, however that comes
            orphan.getOutputStream().close();

            assertTrue(orphan.waitFor(20, TimeUnit.SECONDS));
            assertEquals(Outcome.BEYOND_LIMITS.exitCode(), orphan.exitValue());
        } finally {
            orphan.destroyForcibly();
        }
    }

    @Test
    void a_process_that_does_not_start_is_no_fault_of_the_pdf() {
        var noMemory = new Limits(1_000_000_000, LIMITS.processor(), LIMITS.wallClock(), 300, 40, 20_000, 64);
        var reader = new PdfReader(noMemory, folder.resolve("workshop"));
        var pdf = Pdfs.slides(folder, 1);

        var failure = assertThrows(UncheckedIOException.class, () -> reader.contents(pdf));
        assertTrue(failure.getMessage().contains("ended with 1: "), failure.getMessage());
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void a_process_that_others_end_is_no_fault_of_the_pdf(boolean forcibly) throws Exception {
        var reader = new PdfReader(LIMITS, folder.resolve("workshop"));
        var pdf = Pdfs.slides(folder, 300);
        var pictures = folder.resolve("pictures");
        var drawing = CompletableFuture.supplyAsync(() -> reader.images(pdf, pictures, 1, 300));
        while (!PagePictures.areIn(pictures, 1) && !drawing.isDone()) {
            Thread.onSpinWait();
        }
        var child = ProcessHandle.current().children().findFirst().orElseThrow();
        assertTrue(forcibly ? child.destroyForcibly() : child.destroy());

        var failure = assertThrows(ExecutionException.class, () -> drawing.get(20, TimeUnit.SECONDS));
        var code = forcibly ? "137" : "143";
        assertTrue(failure.getMessage().contains("ended with " + code), failure.getMessage());
    }

    @Test
    void a_flood_of_complaints_is_drained_and_its_beginning_kept() throws Exception {
        assumeTrue(File.separatorChar == '/', "SKIPPED: no shell");
        var flood = new ProcessBuilder("/bin/sh", "-c", "yes | head -c 5000000").start();
        var said = Complaints.of(flood);

        assertTrue(flood.waitFor(20, TimeUnit.SECONDS));
        assertEquals("y\n".repeat(1000).strip(), said.toString());
    }

    @Test
    void a_picture_that_cannot_be_put_into_its_folder_is_no_fault_of_the_pdf() throws IOException {
        var reader = new PdfReader(LIMITS, folder.resolve("workshop"));
        var pictures = Files.createDirectory(folder.resolve("pictures"));
        // a folder that is not empty stands where the picture belongs
        Files.writeString(
                Files.createDirectory(PictureSize.SMALL.of(1, pictures)).resolve("x"), "x", UTF_8);
        var pdf = Pdfs.slides(folder, 1);

        assertThrows(UncheckedIOException.class, () -> reader.images(pdf, pictures, 1, 1));
    }

    private static ProcessHandle javaBefore(CompletableFuture<?> end) {
        while (!end.isDone()) {
            // the shell becomes it, and before the shell it is a copy of this process
            var found = ProcessHandle.current()
                    .children()
                    .filter(ChildTest::isReading)
                    .findFirst();
            if (found.isPresent()) {
                return found.get();
            }
            Thread.onSpinWait();
        }
        throw new AssertionError("no child was seen");
    }

    private static boolean isReading(ProcessHandle child) {
        try {
            var words = Files.readString(Path.of("/proc", child.pid() + "", "cmdline"), UTF_8);
            return words.split("\0", 2)[0].endsWith("/java") && words.contains("\0" + PdfChild.class.getName() + "\0");
        } catch (IOException gone) {
            return false;
        }
    }
}
