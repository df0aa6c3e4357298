package dev.contract.broker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contract.broker.access.AccessSettings;
import dev.contract.broker.access.Account;
import dev.contract.broker.api.ApiSettings;
import dev.contract.broker.domain.Role;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The pages in a real browser: {@code -Dchromium=PATH} names its program. What they look like lands in {@code target/pages}, for people to look
 * at.
 */
class ChromiumTest {
    private static final Path PICTURES = Path.of("target", "pages");

    private static final List<String> PAGES = List.of(
            "/",
            "/?q=mail",
            "/pacticipants",
            "/pacticipants/order-service",
            "/pacticipants/shop-web/versions/9ab04c2",
            "/pacts/provider/order-service/consumer/shop-web/version/9ab04c2",
            "/pacts/provider/order-service/consumer/shop-web/versions",
            "/pacts/provider/order-service/consumer/shop-web/version/9ab04c2/diff/previous-distinct",
            "/pacts/provider/order-service/for-verification",
            "/matrix?q[][pacticipant]=shop-web&latestby=cvpv",
            "/can-i-deploy?pacticipant=shop-web&version=9ab04c2&environment=production",
            "/plan?q[][pacticipant]=shop-web&q[][version]=9ab04c2&q[][pacticipant]=order-service&environment=production",
            "/plan?q[][pacticipant]=stock-app&q[][version]=1&environment=test",
            "/pacticipants/shop-web/branches",
            "/pacticipants/shop-web/branches/main/versions",
            "/labels",
            "/pacticipants/label/team-stock",
            "/provider-contracts/provider/stock-service/version/8",
            "/environments",
            "/integrations",
            "/integrations?focus=order-service",
            "/webhooks",
            "/pacticipants/nobody");

    /** Texts whose colour is too near to what is behind them: less than 4.5 to 1. */
    private static final String FAINT = """
        (() => {
          const rgb = text => (text.match(/[0-9.]+/g) || []).map(Number);
          const light = c => c.slice(0, 3).map(v => v / 255).map(v => v <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4);
          const shine = c => { const [r, g, b] = light(c); return .2126 * r + .7152 * g + .0722 * b; };
          const behind = node => { for (let n = node; n; n = n.parentElement) {
            const c = rgb(getComputedStyle(n).backgroundColor); if (c.length === 3 || c[3] === 1) return c; } return [255, 255, 255]; };
          return [...document.querySelectorAll('body *')]
            .filter(n => !n.closest('svg') && [...n.childNodes].some(t => t.nodeType === 3 && t.textContent.trim()))
            .filter(n => { const a = shine(rgb(getComputedStyle(n).color)), b = shine(behind(n));
              return (Math.max(a, b) + .05) / (Math.min(a, b) + .05) < 4.5; })
            .map(n => n.tagName + '.' + n.className + ': ' + n.textContent.trim().slice(0, 40)).join('\\n');
        })()""";

    /** Whether the page is wider than the screen. */
    private static final String TOO_WIDE = "document.documentElement.scrollWidth > innerWidth";

    @TempDir
    private Path profile;

    private static String program() {
        String program = System.getProperty("chromium", "");
        Assumptions.assumeFalse(
                program.isEmpty(),
                "get it: apt-get install -y --no-install-recommends chromium, and run with -Dchromium=/usr/bin/chromium");
        return program;
    }

    @Test
    void shows_every_page_on_a_desk_and_on_a_phone_by_day_and_by_night() throws Exception {
        String program = program();
        try (TestBroker broker = TestBroker.open(Setting.OVER_HTTP, ApiSettings.DEFAULT);
                Chromium chromium = Chromium.start(program, profile)) {
            Showroom.fill(broker.client());
            Showroom.fillPromises(broker.client());
            chromium.open(broker.url() + "/provider-contracts/provider/stock-service/version/8");
            String comparison = chromium.evaluate("document.querySelector('a[href$=comparison]').getAttribute('href')");
            for (Screen screen : Screen.values()) {
                chromium.screen(
                        screen.width,
                        screen.height,
                        screen == Screen.PHONE_NIGHT || screen == Screen.PHONE,
                        screen.scheme());
                for (String page : PAGES) {
                    look(chromium, broker.url(), page, screen);
                }
                look(chromium, broker.url(), comparison, "/comparison", screen);
            }
        }
    }

    /** Who looks, and when. */
    private enum Screen {
        DESK(1280, 900),
        DESK_NIGHT(1280, 900),
        PHONE(390, 844),
        PHONE_NIGHT(390, 844);

        private final int width;
        private final int height;

        Screen(int width, int height) {
            this.width = width;
            this.height = height;
        }

        String scheme() {
            return name().endsWith("NIGHT") ? "dark" : "light";
        }
    }

    private static void look(Chromium chromium, String url, String page, Screen screen) throws Exception {
        look(chromium, url, page, page, screen);
    }

    private static void look(Chromium chromium, String url, String page, String name, Screen screen) throws Exception {
        chromium.open(url + page);
        String what = page + " " + screen;

        assertThat(chromium.complaints().stream().filter(each -> !each.contains("404")))
                .as(what)
                .isEmpty();
        assertThat(chromium.requests()).as(what).allMatch(request -> request.startsWith(url + "/"));
        assertThat(chromium.evaluate(TOO_WIDE)).as(what).isEqualTo("false");
        assertThat(chromium.evaluate(FAINT)).as(what).isEmpty();
        assertThat(
                        chromium.evaluate(
                                "getComputedStyle(document.body).colorScheme + matchMedia('(prefers-color-scheme: dark)').matches"))
                .as(what)
                .endsWith(String.valueOf(screen.scheme().equals("dark")));
        chromium.screenshot(PICTURES.resolve(name.replaceAll("[^a-z0-9]+", "-") + "-" + screen + ".png"));
    }

    @Test
    void is_used_with_the_keyboard_alone() throws Exception {
        String program = program();
        try (TestBroker broker = TestBroker.open(Setting.OVER_HTTP, ApiSettings.DEFAULT);
                Chromium chromium = Chromium.start(program, profile)) {
            Showroom.fill(broker.client());
            chromium.screen(1280, 900, false, "light");
            chromium.open(broker.url() + "/");

            chromium.press("Tab", 9);
            assertThat(chromium.evaluate("document.activeElement.textContent")).isEqualTo("Skip to the content");
            chromium.press("Enter", 13);
            assertThat(chromium.evaluate("location.hash")).isEqualTo("#main");

            chromium.press("Tab", 9);
            assertThat(chromium.evaluate("document.activeElement.id")).isEqualTo("q");
            chromium.type("mail");
            chromium.press("Enter", 13);
            chromium.awaitLoaded();
            assertThat(chromium.evaluate("location.search + ' ' + document.querySelectorAll('tbody tr').length"))
                    .isEqualTo("?q=mail 2");
        }
    }

    @Test
    void logs_in_and_out_with_the_keyboard_alone() throws Exception {
        String program = program();
        AccessSettings accounts = AccessSettings.LOCAL.withAccounts(List.of(Account.of("ci", "pass:word", Role.WRITE)));
        try (TestBroker broker = TestBroker.open(Setting.OVER_HTTP, ApiSettings.DEFAULT, accounts);
                Chromium chromium = Chromium.start(program, profile)) {
            for (Screen screen : Screen.values()) {
                chromium.screen(screen.width, screen.height, screen.name().startsWith("PHONE"), screen.scheme());
                look(chromium, broker.url(), "/login", screen);
            }
            chromium.screen(1280, 900, false, "light");
            chromium.open(broker.url() + "/pacticipants?q=x");
            fill(chromium, "ci", "wrong");
            assertThat(chromium.evaluate("document.querySelector('[role=alert]').textContent"))
                    .isEqualTo("The user or the password is wrong.");
            chromium.screenshot(PICTURES.resolve("login-wrong.png"));

            fill(chromium, "ci", "pass:word");
            assertThat(chromium.evaluate("location.pathname + location.search")).isEqualTo("/pacticipants?q=x");
            chromium.screenshot(PICTURES.resolve("logged-in.png"));
            chromium.screen(390, 844, true, "dark");
            chromium.screenshot(PICTURES.resolve("logged-in-phone.png"));

            tabTo(chromium, "document.activeElement.textContent === 'Log out'");
            chromium.press("Enter", 13);
            chromium.awaitLoaded();
            assertThat(chromium.evaluate("location.pathname")).isEqualTo("/login");
            chromium.open(broker.url() + "/");
            assertThat(chromium.evaluate("document.title")).startsWith("Log in");
        }
    }

    /** Who comes by Tab has selected what is there, and replaces it. */
    private static void fill(Chromium chromium, String user, String password) throws Exception {
        tabTo(chromium, "document.activeElement.id === 'user'");
        chromium.type(user);
        chromium.press("Tab", 9);
        chromium.type(password);
        chromium.press("Enter", 13);
        chromium.awaitLoaded();
    }

    private static void tabTo(Chromium chromium, String condition) throws Exception {
        for (int i = 0; i < 30; i++) {
            chromium.press("Tab", 9);
            if (chromium.evaluate(condition).equals("true")) {
                return;
            }
        }
        throw new AssertionError("not reached by Tab: " + condition);
    }

    @Test
    void runs_nothing_that_stands_in_a_name() throws Exception {
        String program = program();
        try (TestBroker broker = TestBroker.open(Setting.OVER_HTTP, ApiSettings.DEFAULT);
                Chromium chromium = Chromium.start(program, profile)) {
            Showroom.fillWithMalice(broker.client());
            for (String page : List.of(
                    "/", "/integrations", "/pacticipants", "/environments", "/webhooks", Showroom.MALICIOUS_CONTRACT)) {
                chromium.open(broker.url() + page);

                assertThat(chromium.complaints()).as(page).isEmpty();
                assertThat(chromium.evaluate("String(window.malice) + document.scripts.length"))
                        .as(page)
                        .isEqualTo("undefined0");
            }
        }
    }
}
