package kakolog.announcement;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The pandoc of this machine, which turns reStructuredText into Markdown. */
final class Pandoc {
    private static final int SECONDS = 60;

    private final String program;

    Pandoc(String program) {
        this.program = program;
    }

    /**
     * The same page as CommonMark, one line a paragraph.
     *
     * @throws UnreadablePage where pandoc is not installed, fails, or takes longer than a minute
     */
    String markdownOf(String rst) throws IOException {
        // Files, not pipes: a pipe that nobody empties in time would stop both sides for ever.
        var input = Files.createTempFile("kakolog-page", ".rst");
        var output = Files.createTempFile("kakolog-page", ".md");
        var complaints = Files.createTempFile("kakolog-page", ".log");
        try {
            Files.writeString(input, rst);
            // --preserve-tabs: a tab in a literal block is part of it. --sandbox: a page includes no other file.
            var command =
                    List.of(program, "--from=rst", "--to=commonmark", "--wrap=none", "--preserve-tabs", "--sandbox");
            var builder = new ProcessBuilder(command)
                    .redirectInput(input.toFile())
                    .redirectOutput(output.toFile())
                    .redirectError(complaints.toFile());
            await(start(builder), complaints);
            return Files.readString(output);
        } finally {
            Files.deleteIfExists(input);
            Files.deleteIfExists(output);
            Files.deleteIfExists(complaints);
        }
    }

    private Process start(ProcessBuilder builder) throws UnreadablePage {
        try {
            return builder.start();
        } catch (IOException notThere) {
            throw new UnreadablePage(
                    "reading .rst needs pandoc 2.15 or later, and " + program + " does not start: install it"
                            + " (Debian and Ubuntu: apt-get install pandoc), or convert the page to Markdown first",
                    notThere);
        }
    }

    private static void await(Process process, Path complaints) throws IOException {
        try {
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                throw new UnreadablePage("pandoc took longer than " + SECONDS + " seconds and was stopped");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new UnreadablePage("stopped while waiting for pandoc", stopped);
        } finally {
            process.destroyForcibly();
        }
        if (process.exitValue() != 0) {
            var said = new String(Files.readAllBytes(complaints), UTF_8).strip().replaceAll("\\s*\\R\\s*", "; ");
            throw new UnreadablePage(
                    "pandoc (2.15 or later is needed) failed with " + process.exitValue() + ": " + said);
        }
    }
}
