package kakolog.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.Cookie;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import kakolog.RunningKakolog;
import kakolog.demo.Person;

/** One person's window, with cookies of its own; it remembers what pages do that they should not. */
final class Visitor implements AutoCloseable {
    private static final String REPORT_VIOLATIONS = "document.addEventListener('securitypolicyviolation',"
            + " (event) => console.error('Content-Security-Policy: ' + event.violatedDirective + ' ' + event.blockedURI))";

    private final RunningKakolog kakolog;
    private final BrowserContext context;
    private final Page page;
    private final List<String> faults = new ArrayList<>();

    Visitor(com.microsoft.playwright.Browser chromium, RunningKakolog kakolog, UnaryOperator<NewContextOptions> wish) {
        this.kakolog = kakolog;
        var options = new NewContextOptions().setBaseURL(kakolog.url("")).setLocale("ja-JP");
        context = chromium.newContext(wish.apply(options));
        context.grantPermissions(List.of("clipboard-read", "clipboard-write"));
        context.addInitScript(REPORT_VIOLATIONS);
        context.onRequest(this::note);
        context.onConsoleMessage(this::note);
        context.onWebError(error -> faults.add("script: " + error.error()));
        context.onDialog(dialog -> {
            faults.add("dialog: " + dialog.message());
            dialog.dismiss();
        });
        page = context.newPage();
    }

    Page page() {
        return page;
    }

    /** Goes to this path and waits until it is there. */
    Response open(String path) {
        return Objects.requireNonNull(page.navigate(path));
    }

    /** Goes to this path as one of the cast whose browser is still signed in; how it comes to be is {@link SignedInTest}'s. */
    void signedIn(Person person, String path) {
        var session = kakolog.as(person).cookie().split("=", 2);
        context.addCookies(List.of(
                new Cookie(session[0], session[1]).setUrl(kakolog.url("/")).setHttpOnly(true)));
        open(path);
        assertThat(page.locator(".masthead-me")).hasText(String.valueOf(person.globalName()));
    }

    /** What was copied last. */
    String clipboard() {
        return String.valueOf(page.evaluate("navigator.clipboard.readText()"));
    }

    /** Makes the window as wide as that, in CSS pixels. */
    void resize(int width) {
        page.setViewportSize(width, 720);
    }

    /**
     * Fails where a page has reported an error, broken the Content-Security-Policy, opened a dialog or asked anyone but
     * kakolog for anything.
     */
    void expectNoFaults() {
        assertEquals(List.of(), faults, page.url());
    }

    /** Closes the window, with {@link #expectNoFaults} as the last look. */
    @Override
    public void close() {
        context.close();
        assertEquals(List.of(), faults);
    }

    private void note(Request request) {
        var address = URI.create(request.url());
        if (!"127.0.0.1".equals(address.getHost())) {
            faults.add("request: " + request.url());
        }
    }

    private void note(ConsoleMessage message) {
        // That the page itself is not found or refused is told to the console too, and is as it should be.
        boolean refused = message.text().matches(".*status of (400|403|404).*")
                && (message.location().startsWith(message.page().url())
                        || message.location().contains("/favicon.ico"));
        // What a script is answered that sends a file or waits for a picture is shown where it belongs.
        boolean shown = message.text().matches(".*status of (415|429|503).*")
                && message.location().matches(".*/materials(/[^/]+/pages/[^/]*)?(:0:0)?");
        if (message.type().equals("error") && !refused && !shown) {
            faults.add("console: " + message.text() + " at " + message.location());
        }
    }
}
