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
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
        void explain_why_something_cannot_be_deployed_and_what_would_help() {
            String page = page("/can-i-deploy?pacticipant=shop-web&version=9ab04c2&environment=production&to=");

            assertThat(page)
                    .contains("Not yet", "1 passed, 0 failed, 1 with no result")
                    .contains(
                            "order-service b41d0aa (now in production) has not verified the contract of shop-web 9ab04c2")
                    .contains(
                            "Verify the contract of shop-web 9ab04c2 in the build of order-service b41d0aa, and publish the result.")
                    .contains(
                            "contract verify " + broker.url()
                                    + "/pacts/provider/order-service/consumer/shop-web/version/9ab04c2 --provider order-service")
                    .contains("How the answer came about, step by step");
        }

        @Test
        void say_what_is_wrong_with_a_question_beside_the_form() {
            HttpResponse<String> response =
                    browser.get("/can-i-deploy?pacticipant=shop-wbe&version=1&environment=production");

            assertThat(response.statusCode()).isEqualTo(400);
            assertThat(HtmlCheck.faults(response.body())).isEmpty();
            assertThat(response.body())
                    .contains("There is no application named \"shop-wbe\". Did you mean \"shop-web\"?")
                    .contains("value=\"shop-wbe\"");
        }

        @Test
        void filter_the_matrix_by_what_a_form_sends() {
            String fields = "/matrix?q[][pacticipant]=shop-web&q[][version]=&q[][branch]=&q[][tag]="
                    + "&q[][pacticipant]=&q[][version]=&q[][branch]=&q[][tag]=&environment=&latestby=cvpv&success[]=";

            assertThat(page(fields + "false"))
                    .contains("1 row<")
                    .contains("c55e810")
                    .doesNotContain("e0c77d2");
            assertThat(page(fields + "unknown")).contains("1 row<").contains("no result");
            assertThat(page(fields + "true&limit=1"))
                    .contains("3 rows, the first 1 are shown")
                    .contains("Show more");
        }

        @Test
        void lead_from_a_form_to_what_changed() {
            String history = "/pacts/provider/order-service/consumer/shop-web/versions";

            HttpResponse<String> response = browser.get(history + "?from=9ab04c2&to=7f3c2a1");

            assertThat(response.statusCode()).isEqualTo(303);
            assertThat(page(response.headers().firstValue("Location").orElseThrow()))
                    .contains("What changed from 7f3c2a1 to 9ab04c2")
                    .contains("an array of at least 2 elements");
        }

        @Test
        void say_why_a_build_verifies_what_it_does() {
            assertThat(page("/pacts/provider/order-service/for-verification"))
                    .contains("It is that of shop-web 9ab04c2: latest from main branch.")
                    .contains("Pending: a failure will not fail the build of branch main.")
                    .contains("work in progress", "it is the newest of its branch or tag");
            assertThat(page("/pacts/provider/order-service/for-verification?since=2999-01-01"))
                    .contains("1 not to verify")
                    .contains("It was published before the time from which work in progress is wanted.");
        }

        @Test
        void keep_two_versions_of_a_form_apart() {
            String fields = "/matrix?q[][pacticipant]=shop-web&q[][version]=9ab04c2&q[][branch]=&q[][tag]="
                    + "&q[][pacticipant]=user-service&q[][version]=%s&q[][branch]=&q[][tag]=&environment=&latestby=";
            String verifier = "e0c77d2";

            assertThat(page(fields.formatted(verifier))).contains("1 row<").contains(verifier);
        }

        @Test
        void show_branches_and_what_is_on_them() {
            assertThat(page("/pacticipants/shop-web/branches"))
                    .contains("Branches of shop-web", "main branch")
                    .contains("<a href=\"/pacticipants/shop-web/branches/main/versions\">main</a>");
            assertThat(page("/pacticipants/shop-web/branches?q=x")).contains("No branch has “x” in its name.");
            assertThat(page("/pacticipants/shop-app/branches/release%2F3/versions"))
                    .contains("Versions on branch release/3", "1 version, newest first", "3.2.0");
            assertThat(browser.get("/pacticipants/shop-app/branches/none/versions")
                            .statusCode())
                    .isEqualTo(404);
        }

        @Test
        void show_versions_by_tag_and_by_environment() {
            client.put("/pacticipants/shop-web/versions/9ab04c2/tags/rc", "{}");
            String test = client.environmentUrl("production").replaceAll(".*/", "");

            assertThat(page("/pacticipants/shop-web/tags/rc/versions")).contains("Versions with tag rc", "9ab04c2");
            assertThat(page("/pacticipants/shop-web/tags/none/versions")).contains("There are none.");
            assertThat(page("/pacticipants/order-service/environments/" + test + "/versions"))
                    .contains("Versions in Production", "b41d0aa");
        }

        @Test
        void group_applications_by_labels() {
            assertThat(page("/labels")).contains("No application has one yet.");
            Showroom.fillPromises(client);

            assertThat(page("/labels")).contains("<a href=\"/pacticipants/label/team-stock\">team-stock</a>");
            assertThat(page("/pacticipants/label/team-stock"))
                    .contains("Applications labelled team-stock", "2 applications", "stock-app", "stock-service");
            assertThat(page("/pacticipants/label/none")).contains("No application has this label.");
            assertThat(page("/pacticipants/stock-app"))
                    .contains("<a class=\"kind\" href=\"/pacticipants/label/team-stock\">team-stock</a>");
        }

        @Test
        void find_an_order_for_several_versions() {
            String fields = "/plan?q[][pacticipant]=%s&q[][version]=%s&q[][pacticipant]=&q[][version]=&environment=%s";
            client.put(
                    Client.pactPath("shelf-app", "1", "shelf-service"), Client.pact("shelf-app", "shelf-service", "x"));
            client.verify("shelf-app", "1", "shelf-service", "2", true);

            assertThat(page("/plan")).contains("In which order?", "Find an order");
            assertThat(page(
                            "/plan?q[][pacticipant]=shelf-app&q[][version]=1&q[][pacticipant]=shelf-service&q[][version]=2"
                                    + "&environment=test"))
                    .contains("They can be deployed to Test, in this order:")
                    .containsSubsequence(
                            "<h2><a href=\"/pacticipants/shelf-service\">shelf-service</a>",
                            "<h2><a href=\"/pacticipants/shelf-app\">shelf-app</a>",
                            "not before shelf-service 2: shelf-app 1 needs shelf-service, which is not there");
            assertThat(page(fields.formatted("shelf-app", "1", "test")))
                    .contains("There is no order in which they can be deployed to Test:")
                    .contains("shelf-app 1 needs shelf-service, which is not there");
            HttpResponse<String> response = browser.get(fields.formatted("shelf-ap", "1", "tset"));
            assertThat(response.statusCode()).isEqualTo(400);
            assertThat(HtmlCheck.faults(response.body())).isEmpty();
            assertThat(response.body())
                    .contains("There is no application named \"shelf-ap\". Did you mean \"shelf-app\"?")
                    .contains("There is no environment named \"tset\"", "value=\"shelf-ap\"");
        }

        @Test
        void show_what_a_provider_promises_and_what_its_consumers_rely_on_beyond_that() {
            Showroom.fillPromises(client);

            String promise = page("/provider-contracts/provider/stock-service/version/8");
            assertThat(promise)
                    .contains("What stock-service 8 promises", "rest-assured 5.5", "2 tests, none failed &lt;b&gt;")
                    .contains("not described")
                    .contains("/articles/{id}:");
            Matcher comparison = Pattern.compile("href=\"([^\"]*/comparison)\"").matcher(promise);
            assertThat(comparison.find()).isTrue();

            assertThat(page(comparison.group(1)))
                    .contains("not described")
                    .contains("request.path-or-method.unknown")
                    .contains("an article is ordered")
                    .contains("[root].interactions[0].response.body.shelf");
            assertThat(page("/pacticipants/stock-service/versions/8")).contains("What it promises");
        }

        @Test
        void show_the_network_around_one_application() {
            assertThat(page("/integrations?focus=mail-service"))
                    .contains("Network around mail-service", "template-service")
                    .doesNotContain("billing</a>");
        }

        @Test
        void show_no_secret_of_a_webhook() {
            walk().forEach((target, response) ->
                    assertThat(response.body()).as(target).doesNotContain("secret-of-the-build-server"));
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
                    "text/html",
                    "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,image/png,image/svg+xml,*/*;q=0.8",
                    "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"
                })
        void are_for_every_browser(String accept) {
            assertThat(browser.get("/", accept).headers().firstValue("Content-Type"))
                    .hasValue("text/html;charset=utf-8");
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

    @Test
    void take_no_name_and_no_text_for_anything_but_text() {
        Showroom.fillWithMalice(client);

        Map<String, HttpResponse<String>> pages = walk();

        assertThat(pages).hasSizeGreaterThan(20);
        pages.forEach((target, response) -> {
            assertThat(response.statusCode()).as(target).isEqualTo(200);
            if (response.headers().firstValue("Content-Type").orElse("").startsWith("text/html")) {
                assertThat(HtmlCheck.faults(response.body())).as(target).isEmpty();
                assertThat(response.body()).as(target).doesNotContain("\u202e", "<script", "<img src=x");
            }
        });
        assertThat(pages.get("/").body()).contains("\\u202egnp");
    }

    @Test
    void stay_small_however_large_a_contract_is() {
        String interaction = """
            {"description": "number %d", "request": {"method": "POST", "path": "/", "body": %s}, "response": {"status": 200, "body": %s}}""";
        String body = IntStream.range(0, 2_000)
                .mapToObj(i -> "\"a key with some letters & more " + i + "\": \"" + "<&>".repeat(10) + "\"")
                .collect(Collectors.joining(",", "{", "}"));
        String pact = IntStream.range(0, 60)
                .mapToObj(i -> interaction.formatted(i, body, body))
                .collect(Collectors.joining(
                        ",",
                        "{\"consumer\": {\"name\": \"a\"}, \"provider\": {\"name\": \"b\"}, \"interactions\": [",
                        "], \"metadata\": {\"pactSpecification\": {\"version\": \"2.0.0\"}}}"));
        client.put(Client.pactPath("a", "1", "b"), pact);

        String page = page(Client.pactPath("a", "1", "b"));

        assertThat(pact).hasSizeGreaterThan(10_000_000);
        assertThat(page)
                .hasSizeLessThan(3_000_000)
                .contains("Some of it is too long for a page and is left out here. The whole contract is in"
                        + " <a href=\"/pacts/provider/b/consumer/a/version/1.json\">the JSON document</a>.")
                .contains("Page 1 of 2");
    }

    @Test
    void stay_small_however_many_rules_are_for_a_value() {
        String body = "1, ".repeat(200) + "1";
        String rules = "{\"match\": \"type\"}, ".repeat(999) + "{\"match\": \"type\"}";
        client.put(Client.pactPath("a", "1", "b"), """
                {"consumer": {"name": "a"}, "provider": {"name": "b"}, "metadata": {"pactSpecification": {"version": "3.0.0"}},
                 "interactions": [{"description": "d", "request": {"method": "GET", "path": "/"},
                  "response": {"status": 200, "body": [%s], "matchingRules": {
                   "body": {"$[*]": {"matchers": [%s]}, "$[0]": {"matchers": [%s]}, "$.none": {"combine": "OR", "matchers": [%s]}},
                   "header": {"X": {"matchers": [%s]}}},
                   "headers": {"X": "1"}}}]}
                """.formatted(body, rules, rules, rules, rules));

        String page = page(Client.pactPath("a", "1", "b"));

        assertThat(page)
                .contains("and 980 more", "and 1980 more", "same type or one of 980 more")
                .doesNotContain("and 1000 more");
        assertThat(page.length()).isLessThan(1_000_000);
    }

    /** The dashboard is one of them, and programs are told what became of their wish. */
    @Test
    void have_at_most_500_rows() {
        assertThat(client.get("/dashboard?size=499").toJson()).contains("\"size\":499");
        assertThat(client.get("/dashboard?size=999999999").toJson()).contains("\"size\":500");
    }

    @Test
    void show_what_is_no_contract_as_it_is() {
        client.put(Client.pactPath("a", "1", "b"), "[1, \"<b>\"]");

        assertThat(page(Client.pactPath("a", "1", "b")))
                .contains("This cannot be shown as a contract.")
                .contains("\"&lt;b&gt;\"");
    }
}
