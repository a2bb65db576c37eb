package kakolog.command;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import kakolog.operate.Sending;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The running portal that a command sends files to, and the token that it may. */
final class Portal {
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

    @Option(
            names = "--url",
            required = true,
            paramLabel = "URL",
            description = "the portal, as https://kakolog.example")
    private URI url;

    @Option(
            names = "--token-file",
            required = true,
            paramLabel = "FILE",
            description = "a file that holds a token alone; /organize/tokens makes one")
    private Path tokenFile;

    /**
     * Looks at the address, asking nobody.
     *
     * @throws ParameterException where it is none that a token may be sent to
     */
    void check(CommandSpec spec) {
        if (!"https".equals(url.getScheme()) && !"http".equals(url.getScheme())) {
            throw wrong(spec, "--url is \"" + url + "\"; give the portal's address, as https://kakolog.example");
        }
        if ("http".equals(url.getScheme()) && !LOOPBACK.contains(String.valueOf(url.getHost()))) {
            throw wrong(
                    spec, "--url is not https: the token would travel in the open; give the portal's https:// address");
        }
    }

    Sending sending() throws IOException {
        return new Sending(url, Files.readString(tokenFile).strip());
    }

    /** A text of an answer; where it has none, what there is of it. */
    static String text(String json, String name) {
        return Sending.text(json, name).orElse(json.length() > 200 ? json.substring(0, 200) : json);
    }

    private static ParameterException wrong(CommandSpec spec, String words) {
        return new ParameterException(spec.commandLine(), words);
    }
}
