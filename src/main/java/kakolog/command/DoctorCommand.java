package kakolog.command;

import java.io.PrintWriter;
import java.net.URI;
import java.time.Clock;
import java.util.concurrent.Callable;
import kakolog.Config;
import kakolog.operate.Doctor;
import kakolog.operate.Finding;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code doctor}: looks at everything that the portal stands on. */
@Command(
        name = "doctor",
        description =
                "Looks at settings, folders, clock and Discord, and says what mends each fault; exit code 1 if any.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class DoctorCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        try {
            var findings = new Doctor(setup(Config.from(System.getenv()))).examine();
            findings.forEach(out::println);
            return findings.stream().anyMatch(Finding::isFault) ? 1 : 0;
        } catch (Config.Unusable unusable) {
            String.valueOf(unusable.getMessage()).lines().forEach(fault -> out.println(Finding.fault(fault, "")));
            return 2;
        } finally {
            out.flush();
        }
    }

    private static Doctor.Setup setup(Config config) {
        var discord = config.discord()
                .map(set -> new Doctor.AtDiscord(
                        set.url(),
                        set.credentials(),
                        set.guild().orElse(null),
                        set.organizerRole().orElse(null),
                        set.eventChannel().orElse(null)))
                .orElse(null);
        var url = config.publicUrl().orElseGet(() -> URI.create("http://" + config.host() + ":" + config.port()));
        return new Doctor.Setup(
                config.content(),
                config.data(),
                url,
                config.publicUrl().isPresent(),
                discord,
                config.clock(),
                !config.clock().equals(Clock.systemUTC()));
    }
}
