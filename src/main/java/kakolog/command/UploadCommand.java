package kakolog.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import kakolog.id.EventSlug;
import kakolog.operate.Sending;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code upload}: sends files to a running portal as materials of an event. */
@Command(
        name = "upload",
        description = "Sends files to a running portal as materials of an event.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class UploadCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @ArgGroup(exclusive = false, multiplicity = "1")
    private Portal portal;

    @Option(names = "--title", paramLabel = "TITLE", description = "for a single file; else each has its name")
    private @Nullable String title;

    @Option(
            names = "--publish-at",
            paramLabel = "WHEN",
            description = "now (default), ended, never, or a time as 2021-05-18T21:00:00+09:00")
    private @Nullable String publishAt;

    @Parameters(index = "0", paramLabel = "SLUG", description = "the event, as 2021-05-18")
    private String slug;

    @Parameters(index = "1..*", arity = "1..*", paramLabel = "FILE", description = "what is sent")
    private List<Path> files;

    @Override
    public Integer call() throws IOException, InterruptedException {
        var event = EventSlug.of(slug)
                .orElseThrow(() -> wrong("\"" + slug + "\" is no event; name it by its date, as 2021-05-18"));
        portal.check(spec);
        if (title != null && files.size() > 1) {
            throw wrong("--title names one file, and " + files.size() + " are given; send them one by one");
        }
        for (var file : files) {
            if (!Files.isRegularFile(file)) {
                throw new IOException(file + " is no file that can be read; nothing was sent");
            }
        }
        var sending = portal.sending();
        int refused = 0;
        for (var file : files) {
            refused += send(sending, event, file) ? 0 : 1;
        }
        return refused == 0 ? 0 : 1;
    }

    private boolean send(Sending sending, EventSlug event, Path file) throws IOException, InterruptedException {
        var bar = new ProgressBar(System.err, Terminal.isThere(), String.valueOf(file.getFileName()), Files.size(file));
        var answer = sending.send("/api/events/" + event + "/materials", List.of(file), fields(), bar::at);
        bar.end();
        PrintWriter out = spec.commandLine().getOut();
        if (answer.taken()) {
            out.println(file + ": " + Portal.text(answer.body(), "url"));
        } else {
            System.err.println(
                    "kakolog: " + file + ": " + answer.status() + " " + Portal.text(answer.body(), "detail"));
        }
        out.flush();
        return answer.taken();
    }

    private List<String> fields() {
        var fields = new ArrayList<String>();
        if (title != null) {
            fields.addAll(List.of("title", title));
        }
        if (publishAt != null) {
            fields.addAll(List.of("publish_at", publishAt));
        }
        return fields;
    }

    private ParameterException wrong(String words) {
        return new ParameterException(spec.commandLine(), words);
    }
}
