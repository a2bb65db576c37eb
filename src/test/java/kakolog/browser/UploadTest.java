package kakolog.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.Page.LocatorOptions;
import com.microsoft.playwright.Route.FulfillOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import kakolog.RunningKakolog;
import kakolog.demo.Person;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** Files sent from the page of an event, and put in order at the desk. */
@TestInstance(Lifecycle.PER_CLASS)
final class UploadTest {
    private static final String EVENT = "/events/2021-05-18";
    private static final String TO = "**/api/events/*/materials";

    private final Browser browser = Browser.open();
    private RunningKakolog kakolog;

    @BeforeEach
    void start() {
        kakolog = RunningKakolog.withDiscord();
    }

    @AfterAll
    void close() {
        browser.close();
    }

    @AfterEach
    void stop() {
        kakolog.close();
    }

    @Test
    void three_files_are_sent_one_after_another_and_stand_on_the_page() {
        try (var hanako = organizer(EVENT)) {
            choose(hanako, pdf("one.pdf"), pdf("two.pdf"), text("three.txt", "three"));
            assertThat(line(hanako, "two.pdf")).hasAttribute("data-state", "ready");
            send(hanako);
            for (var name : List.of("one.pdf", "two.pdf", "three.txt")) {
                assertThat(line(hanako, name)).hasAttribute("data-state", "done");
                assertThat(line(hanako, name)).containsText("保存しました");
            }
            assertThat(hanako.page().locator(".material")).hasCount(3);
            assertThat(line(hanako, "one.pdf")).isVisible();
            assertEquals("", Axe.violations(hanako));
        }
        assertEquals(
                200, kakolog.as(Person.KEN).get(EVENT + "/materials/two.pdf").statusCode());
    }

    @Test
    void files_may_be_kept_back() {
        try (var hanako = organizer(EVENT)) {
            hanako.page().locator("#upload-publish").selectOption("never");
            choose(hanako, pdf("secret.pdf"));
            send(hanako);
            assertThat(hanako.page().locator(".material .tag")).hasText("未公開");
        }
        assertEquals(
                404, kakolog.as(Person.KEN).get(EVENT + "/materials/secret.pdf").statusCode());
    }

    @Test
    void fault_stands_beside_its_file_and_the_others_go_on() {
        try (var hanako = organizer(EVENT)) {
            choose(hanako, text("lie.pdf", "no PDF at all"), text("note.txt", "note"));
            send(hanako);
            assertThat(line(hanako, "lie.pdf")).hasAttribute("data-state", "failed");
            assertThat(line(hanako, "lie.pdf")).containsText("ファイルの中身が名前の拡張子と合いません");
            assertThat(line(hanako, "note.txt")).hasAttribute("data-state", "done");
            assertThat(hanako.page().locator(".upload-status")).containsText("note.txt: 保存しました");
        }
    }

    @Test
    void file_that_is_too_large_is_refused_before_it_is_sent() {
        try (var hanako = organizer(EVENT)) {
            hanako.page().evaluate("document.querySelector('.upload').dataset.most = '10'");
            choose(hanako, text("large.txt", "eleven byte"));
            assertThat(line(hanako, "large.txt")).containsText("大きすぎます。1 つのファイルにつき 200 MB までです。");
        }
    }

    @Test
    void sending_is_cancelled_and_tried_again() {
        try (var hanako = organizer(EVENT)) {
            hanako.page().route(TO, route -> {});
            choose(hanako, pdf("deck.pdf"));
            send(hanako);
            assertThat(line(hanako, "deck.pdf").getByRole(AriaRole.PROGRESSBAR)).hasAccessibleName("deck.pdf");
            button(hanako, "deck.pdf: 取り消す").click();
            assertThat(line(hanako, "deck.pdf")).containsText("取り消しました");
            hanako.page().unroute(TO);
            button(hanako, "deck.pdf: もう一度").click();
            assertThat(line(hanako, "deck.pdf")).hasAttribute("data-state", "done");
        }
    }

    @Test
    void busy_server_is_asked_again_when_it_says() {
        try (var hanako = organizer(EVENT)) {
            var first = new AtomicBoolean(true);
            hanako.page().route(TO, route -> {
                if (first.getAndSet(false)) {
                    route.fulfill(new FulfillOptions().setStatus(429).setHeaders(Map.of("Retry-After", "1")));
                } else {
                    route.resume();
                }
            });
            choose(hanako, pdf("deck.pdf"));
            send(hanako);
            assertThat(line(hanako, "deck.pdf")).hasAttribute("data-state", "done");
        }
    }

    @Test
    void order_is_changed_by_keyboard_and_by_dragging() {
        for (var name : List.of("a.txt", "b.txt", "c.txt")) {
            Slides.send(kakolog, "2021-05-18", name, name.getBytes(StandardCharsets.UTF_8));
        }
        try (var hanako = organizer("/organize" + EVENT + "/materials")) {
            assertThat(titles(hanako)).hasText(new String[] {"a", "b", "c"});
            button(hanako, "c: 上へ").focus();
            hanako.page().keyboard().press("Enter");
            assertThat(titles(hanako)).hasText(new String[] {"a", "c", "b"});
            assertThat(button(hanako, "c: 上へ")).isFocused();
            assertThat(hanako.page().locator(".desk-status")).hasText("c を 2 番目に移しました");

            var handle = hanako.page().locator(".desk-handle").nth(2).boundingBox();
            var first = hanako.page().locator(".desk-material").first().boundingBox();
            hanako.page().mouse().move(handle.x + 10, handle.y + 10);
            hanako.page().mouse().down();
            hanako.page().mouse().move(handle.x + 10, first.y + 5);
            hanako.page().mouse().up();
            assertThat(hanako.page().locator(".desk-status")).hasText("b を 1 番目に移しました");
            hanako.page().reload();
            assertThat(titles(hanako)).hasText(new String[] {"b", "a", "c"});
        }
    }

    @Test
    void without_scripts_the_form_sends_all_at_once() {
        try (var hanako = browser.visitorWithoutScripts(kakolog)) {
            hanako.signedIn(Person.HANAKO, EVENT);
            choose(hanako, pdf("one.pdf"), text("two.txt", "two"));
            send(hanako);
            assertThat(hanako.page().locator(".material")).hasCount(2);
        }
    }

    private Visitor organizer(String path) {
        var hanako = browser.visitor(kakolog);
        hanako.signedIn(Person.HANAKO, path);
        return hanako;
    }

    private static void choose(Visitor visitor, FilePayload... files) {
        visitor.page().locator("#upload-file").setInputFiles(files);
    }

    private static void send(Visitor visitor) {
        button(visitor, "送る").click();
    }

    private static FilePayload pdf(String name) {
        return new FilePayload(name, "application/pdf", Slides.of("Slide of " + name));
    }

    private static FilePayload text(String name, String text) {
        return new FilePayload(name, "text/plain", text.getBytes(StandardCharsets.UTF_8));
    }

    private static Locator line(Visitor visitor, String name) {
        return visitor.page().locator(".upload-line", new LocatorOptions().setHasText(name));
    }

    private static Locator titles(Visitor visitor) {
        return visitor.page().locator(".desk-material .material-title");
    }

    private static Locator button(Visitor visitor, String name) {
        return visitor.page()
                .getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(name).setExact(true));
    }
}
