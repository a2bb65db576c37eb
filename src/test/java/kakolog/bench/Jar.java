package kakolog.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Starts the packaged program. */
final class Jar {
    private static final String CLOCK = "2021-07-06T18:50:00+09:00";

    private final Path jar;
    private final Path folder;
    private final Processes processes;

    /** @param folder for data and what the program says */
    Jar(Path jar, Path folder, Processes processes) {
        this.jar = jar;
        this.folder = folder;
        this.processes = processes;
    }

    /**
     * A program about to be started.
     *
     * @param data the name of its data folder
     * @param options of its JVM
     * @param settings beside those that all have
     */
    record Setup(Path content, String data, List<String> options, Map<String, String> settings) {
        Setup(Path content, String data, List<String> options) {
            this(content, data, options, Map.of());
        }
    }

    /** The command that serves, with these options of the JVM. */
    List<String> command(List<String> options) {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command = new ArrayList<>(List.of(java, "-XX:+UseSerialGC"));
        command.addAll(options);
        command.addAll(List.of("-jar", jar.toString(), "serve"));
        return command;
    }

    /** Starts it and waits for the line that tells its address; the port is open then. */
    Server serve(Setup setup, List<String> command) throws IOException {
        var builder = new ProcessBuilder(command);
        builder.environment()
                .keySet()
                .removeIf(name -> name.startsWith("KAKOLOG_") || name.equals("JAVA_TOOL_OPTIONS"));
        builder.environment().put("KAKOLOG_PORT", "0");
        builder.environment().put("KAKOLOG_CLOCK", CLOCK);
        builder.environment().put("KAKOLOG_CONTENT", setup.content().toString());
        builder.environment()
                .put(
                        "KAKOLOG_DATA",
                        Files.createDirectories(folder.resolve(setup.data())).toString());
        builder.environment().putAll(setup.settings());
        builder.redirectError(folder.resolve(setup.data() + ".log").toFile());
        var process = processes.start(builder);
        return new Server(process, address(process, setup));
    }

    Server serve(Setup setup) throws IOException {
        return serve(setup, command(setup.options()));
    }

    private URI address(Process process, Setup setup) throws IOException {
        var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        var line = lines.readLine();
        while (line != null && !line.startsWith("http")) {
            line = lines.readLine();
        }
        if (line == null) {
            throw new IOException("kakolog did not start; see " + folder.resolve(setup.data() + ".log"));
        }
        return URI.create(line);
    }
}
