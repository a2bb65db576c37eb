package kakolog.browser;

import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Playwright.CreateOptions;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import kakolog.RunningKakolog;
import org.junit.jupiter.api.Assumptions;

/** The Chromium of this machine, opened once for the tests of a class; nothing is ever downloaded. */
final class Browser implements AutoCloseable {
    private static final String MISSING =
            "NO BROWSER: these tests need chromium, chromium-browser or google-chrome on the"
                    + " PATH; on Debian: apt-get install chromium fonts-noto-cjk";

    /** Without a sandbox it also runs as root; the others keep it from talking to anyone of its own accord. */
    private static final List<String> FLAGS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private static final Optional<Path> PROGRAM = program();

    private final Locale before = Locale.getDefault();
    private final Playwright playwright;
    private final com.microsoft.playwright.Browser chromium;

    private Browser(Path program) {
        // Playwright writes the names of its constants small by the machine's language, and no Turkish DIALOG is a
        // dialog.
        Locale.setDefault(Locale.ROOT);
        playwright = Playwright.create(new CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        chromium = playwright
                .chromium()
                .launch(new LaunchOptions().setExecutablePath(program).setArgs(FLAGS));
    }

    /** Opens it; where there is none the tests are skipped, but fail on a machine that exists to run them ({@code CI}). */
    static Browser open() {
        if (PROGRAM.isEmpty()) {
            if (System.getenv("CI") != null) {
                throw new IllegalStateException(MISSING);
            }
            Assumptions.abort(MISSING);
        }
        return new Browser(PROGRAM.orElseThrow());
    }

    /** Somebody with a wide screen and scripts, who reads Japanese. */
    Visitor visitor(RunningKakolog kakolog) {
        return new Visitor(chromium, kakolog, options -> options);
    }

    /** Somebody whose browser runs no scripts. */
    Visitor visitorWithoutScripts(RunningKakolog kakolog) {
        return new Visitor(chromium, kakolog, options -> options.setJavaScriptEnabled(false));
    }

    /** Somebody whose browser does not heed the Content-Security-Policy, as old ones do not. */
    Visitor visitorWithoutPolicy(RunningKakolog kakolog) {
        return new Visitor(chromium, kakolog, options -> options.setBypassCSP(true));
    }

    @Override
    public void close() {
        playwright.close();
        Locale.setDefault(before);
    }

    private static Optional<Path> program() {
        var folders = Optional.ofNullable(System.getenv("PATH")).orElse("").split(File.pathSeparator, -1);
        var found = Stream.of("chromium", "chromium-browser", "google-chrome")
                .flatMap(name -> Stream.of(folders).map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
        if (found.isEmpty()) {
            System.out.println(MISSING);
        }
        return found;
    }
}
