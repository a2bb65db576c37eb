package kakolog.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import kakolog.App;
import kakolog.Config;
import kakolog.chatlog.ImportFault;
import kakolog.chatlog.LogImport.Wish;
import kakolog.id.EventSlug;
import kakolog.record.Change;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code import-log}: brings an export of a channel into the log of an event, here or in a running portal. */
@Command(
        name = "import-log",
        description = "Imports an export of DiscordChatExporter as the past log of an event; again adds nothing.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class ImportLogCommand implements Callable<Integer> {
    private static final Change.By COMMAND = new Change.By("", "import-log");

    @Spec
    private CommandSpec spec;

    @Option(names = "--event", required = true, paramLabel = "SLUG", description = "the event, as 2021-05-18")
    private String slug;

    @Option(names = "--publish", description = "shows it to its readers at once; else it stays a draft")
    private boolean publish;

    @Option(names = "--drop-gone", description = "takes messages out that lie within the export and are not in it")
    private boolean dropGone;

    @ArgGroup(exclusive = false)
    private @Nullable Portal portal;

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE",
            description = "JSON files (parts and threads together) with their media beside them, or zips of them")
    private List<Path> files;

    @Override
    public Integer call() throws Exception {
        var event = EventSlug.of(slug)
                .orElseThrow(() -> wrong("\"" + slug + "\" is no event; name it by its date, as 2021-05-18"));
        for (var file : files) {
            if (!Files.isRegularFile(file)) {
                throw new IOException(file + " is no file that can be read; nothing was imported");
            }
        }
        var elsewhere = portal;
        if (elsewhere == null) {
            Stoppable.run(() -> importHere(event));
        } else {
            elsewhere.check(spec);
            Stoppable.run(() -> send(event, elsewhere));
        }
        return 0;
    }

    /** Owns the data folder meanwhile, and opens no port. */
    private void importHere(EventSlug event) throws Exception {
        try (var app = new App(Config.from(System.getenv()))) {
            var logs = app.chatLogs();
            if (!logs.knows(event)) {
                throw wrong("there is no event " + event + "; name one of the content folder");
            }
            var bar = new PhaseBar(System.err, Terminal.isThere());
            try {
                var imported = logs.importFiles(event, files, new Wish(publish, dropGone), COMMAND, bar);
                bar.end();
                print(LogReport.of(event, imported, logs));
            } catch (ImportFault fault) {
                bar.end();
                throw new IOException(fault.getMessage(), fault);
            }
        }
    }

    private void send(EventSlug event, Portal portal) throws IOException, InterruptedException {
        var sending = portal.sending();
        try (var parcel = LogParcel.of(files)) {
            var bar = new ProgressBar(System.err, Terminal.isThere(), event.toString(), parcel.size());
            var answer = sending.send("/api/events/" + event + "/log", parcel.files(), fields(), bar::at);
            bar.end();
            if (answer.status() == 404) {
                throw wrong("the portal has no event " + event);
            }
            if (!answer.taken()) {
                throw new IOException(answer.status() + " " + Portal.text(answer.body(), "detail"));
            }
            print(LogReport.answered(answer.body()));
        }
    }

    private List<String> fields() {
        var fields = new ArrayList<String>();
        if (publish) {
            fields.addAll(List.of("publish", "yes"));
        }
        if (dropGone) {
            fields.addAll(List.of("drop_gone", "yes"));
        }
        return fields;
    }

    private void print(LogReport report) {
        var out = spec.commandLine().getOut();
        report.print(out);
        out.flush();
    }

    private ParameterException wrong(String words) {
        return new ParameterException(spec.commandLine(), words);
    }
}
