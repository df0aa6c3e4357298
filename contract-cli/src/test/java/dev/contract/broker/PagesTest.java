package dev.contract.broker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contract.broker.api.ApiSettings;
import java.net.http.HttpResponse;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages as a browser gets them, over HTTP. */
class PagesTest {
    private static final Pattern HREF = Pattern.compile(" href=\"(/[^\"]*)\"");
    private static final int MOST_PAGES = 400;

    private final TestBroker broker = TestBroker.open(Setting.OVER_HTTP, ApiSettings.DEFAULT);
    private final Browser browser = new Browser(broker.url());
    private final Client client = broker.client();

    @AfterEach
    void close() {
        broker.close();
    }

    private String page(String target) {
        HttpResponse<String> response = browser.get(target);
        assertThat(response.headers().firstValue("Content-Type")).as(target).hasValue("text/html;charset=utf-8");
        assertThat(HtmlCheck.faults(response.body())).as(target).isEmpty();
        return response.body();
    }

    /** All pages that can be reached from the first one, by their addresses. */
    private Map<String, HttpResponse<String>> walk() {
        Map<String, HttpResponse<String>> pages = new LinkedHashMap<>();
        Deque<String> ahead = new ArrayDeque<>();
        ahead.add("/");
        while (!ahead.isEmpty() && pages.size() < MOST_PAGES) {
            String target = ahead.remove();
            if (!pages.containsKey(target)) {
                HttpResponse<String> response = browser.get(target);
                pages.put(target, response);
                Matcher href = HREF.matcher(response.body());
                while (href.find()) {
                    ahead.add(href.group(1).replace("&amp;", "&").replaceFirst("#.*", ""));
                }
            }
        }
        return pages;
    }

    @Test
    void show_the_first_commands_where_nothing_is_published_yet() {
        assertThat(page("/"))
                .contains("export PACT_BROKER_BASE_URL=" + broker.url() + "\ncontract publish target/contracts");
    }

    @Nested
    class OfAShowroom {
        @BeforeEach
        void fill() {
            Showroom.fill(client);
        }

        @Test
        void lead_to_each_other_and_never_astray() {
            Map<String, HttpResponse<String>> pages = walk();

            assertThat(pages).hasSizeLessThan(MOST_PAGES);
            pages.forEach((target, response) -> {
                assertThat(response.statusCode()).as(target).isEqualTo(200);
                if (response.headers().firstValue("Content-Type").orElse("").startsWith("text/html")) {
                    assertThat(HtmlCheck.faults(response.body())).as(target).isEmpty();
                }
            });
        }

        @Test
        void show_a_contract_as_a_document_with_its_rules_and_what_became_of_each_interaction() {
            String page = page("/pacts/provider/order-service/consumer/shop-web/version/9ab04c2");

            assertThat(page)
                    .contains("GET /users/42/orders → 200")
                    .contains("<span class=\"key\">\"price\": </span><span class=\"number\">12.50</span>, "
                            + "<span class=\"rule\">decimal number or null</span>")
                    .contains("<code>body $.user.name</code> expected a string, but was 7")
                    .contains("fresh: Date format yyyy-MM-dd")
                    .contains("curl -i \"$PROVIDER\"'/users/42/orders?page=1&amp;sort=date'")
                    .contains("&lt;total currency=\"EUR\"&gt;12.50&lt;/total&gt;")
                    .contains("Body: image/png, 70 bytes");
        }

        @Test
        void find_interactions_of_a_contract() {
            assertThat(page("/pacts/provider/order-service/consumer/shop-web/version/9ab04c2?q=INVOICE"))
                    .contains("an invoice as XML")
                    .doesNotContain("an order was placed");
        }

        @Test
        void hold_the_browser_to_what_they_are() {
            HttpResponse<String> response = browser.get("/");

            assertThat(response.headers().firstValue("Content-Security-Policy"))
                    .hasValue("default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self';"
                            + " frame-ancestors 'none'; base-uri 'none'");
            assertThat(response.headers().allValues("X-Content-Type-Options")).containsExactly("nosniff");
            assertThat(response.headers().firstValue("Referrer-Policy")).hasValue("same-origin");
            assertThat(response.headers().firstValue("Vary")).hasValue("Accept");
        }

        @Test
        void refer_to_files_that_browsers_keep_for_ever() {
            Matcher style = Pattern.compile("href=\"(/assets/broker-[0-9a-f]{12}\\.css)\"")
                    .matcher(page("/"));
            assertThat(style.find()).isTrue();

            HttpResponse<String> response = browser.get(style.group(1), "text/css,*/*;q=0.1");

            assertThat(response.headers().firstValue("Content-Type")).hasValue("text/css;charset=utf-8");
            assertThat(response.headers().firstValue("Cache-Control")).hasValue("public, max-age=31536000, immutable");
            assertThat(browser.get("/assets/broker-000000000000.css").statusCode())
                    .isEqualTo(404);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "*/*",
                    "application/hal+json",
                    "application/json",
                    "application/hal+json, */*;q=0.1",
                    "application/json, text/html;q=0.5",
                    "application/problem+json",
                    "text/html;q=0, */*"
                })
        void are_for_browsers_only(String accept) {
            assertThat(browser.get("/", accept).headers().firstValue("Content-Type"))
                    .hasValue("application/hal+json;charset=utf-8");
        }

        @Test
        void find_integrations_by_a_part_of_a_name() {
            assertThat(page("/?q=MAIL")).contains(">mail-service</a>").doesNotContain(">shop-web</a>");
            assertThat(page("/?q=nobody")).contains("No application has “nobody” in its name.");
        }

        @Test
        void say_what_is_wrong_with_an_address() {
            HttpResponse<String> response = browser.get("/pacticipants/nobody");

            assertThat(response.statusCode()).isEqualTo(404);
            assertThat(page("/pacticipants/nobody")).contains("There is no application named nobody.");
        }
    }
}
