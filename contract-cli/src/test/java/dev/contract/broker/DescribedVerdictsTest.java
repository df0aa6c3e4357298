package dev.contract.broker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contract.broker.domain.PacticipantName;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonValue;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** What providers say of themselves counts wherever it is asked whether versions work together, and counts the same. */
@ParameterizedClass
@MethodSource("dev.contract.broker.Setting#databases")
class DescribedVerdictsTest {
    private static final String PAIR = "/pacts/provider/orders/consumer/web";
    private static final String TO_PRODUCTION =
            "/pacticipants/web/branches/main/latest-version/can-i-deploy/to-environment/production";
    private static final String CAN_I_DEPLOY = "/can-i-deploy?pacticipant=web&version=1&environment=production";
    private static final String MATRIX = "/matrix?q[][pacticipant]=web&q[][version]=1&environment=production";

    private final TestBroker broker;
    private final Client client;
    private final Browser browser;

    DescribedVerdictsTest(Setting setting) {
        this.broker = TestBroker.open(setting);
        this.client = broker.client();
        this.browser = new Browser(broker.url());
    }

    @AfterEach
    void close() {
        broker.close();
    }

    /** web 1 is the head of its main branch, and so is orders 2, which is live as well. */
    private void tell(boolean offers, String tests) {
        client.publish("web", "1", "orders", "a list of orders");
        client.branch("web", "1", "main");
        client.document("orders", "2", offers, tests);
        client.branch("orders", "2", "main");
        client.deploy("orders", "2", "production", "");
    }

    private String deployable(String question) {
        return Client.at(client.get(question), "summary deployable").toJson();
    }

    private String badge(String path) {
        String svg = browser.get(path + "/badge", "image/*").body();
        return svg.replaceAll("(?s).*<title>(.*)</title>.*", "$1") + " "
                + svg.replaceAll("(?s).*fill=\"(#[0-9a-f]{6})\"/></g>.*", "$1");
    }

    private String plan() {
        return Client.at(client.get("/plan?q[][pacticipant]=web&q[][version]=1&environment=production"), "possible")
                .toJson();
    }

    private String dashboard() {
        return Client.text(client.get("/dashboard/provider/orders/consumer/web"), "items 0 verificationStatus");
    }

    private String matrixPage() {
        return marks(MATRIX);
    }

    private String overviewPage() {
        return marks("/");
    }

    private String marks(String page) {
        return Pattern.compile("<span class=\"mark (?:good|bad|warning|quiet)\">([^<]*)</span>")
                .matcher(browser.get(page).body())
                .results()
                .map(mark -> mark.group(1))
                .collect(Collectors.joining(" "));
    }

    private List<String> answers() {
        return List.of(
                deployable(CAN_I_DEPLOY),
                deployable(MATRIX),
                deployable(TO_PRODUCTION),
                deployable("/pacticipants/web/main-branch/can-i-merge"),
                plan(),
                badge(TO_PRODUCTION).replaceAll(".* ", ""),
                badge("/pacticipants/web/main-branch/can-i-merge"),
                badge(PAIR + "/latest"),
                dashboard(),
                overviewPage(),
                matrixPage());
    }

    @Test
    void a_document_that_promises_all_of_it_is_a_yes_everywhere() {
        tell(true, "passed");

        assertThat(answers())
                .containsExactly(
                        "true",
                        "true",
                        "true",
                        "true",
                        "true",
                        "#2e7d32",
                        "can-i-merge: yes #2e7d32",
                        "web/orders: verified #2e7d32",
                        "success",
                        "verified",
                        "passed");
    }

    @Test
    void a_document_that_promises_too_little_is_a_no_everywhere() {
        tell(false, "passed");

        assertThat(answers())
                .containsExactly(
                        "false",
                        "false",
                        "false",
                        "false",
                        "false",
                        "#c62828",
                        "can-i-merge: no #c62828",
                        "web/orders: failed #c62828",
                        "failed",
                        "failed",
                        "failed");
    }

    @Test
    void it_is_a_no_in_spite_of_a_good_result() {
        tell(false, "passed");
        client.verify("web", "1", "orders", "2", true);

        assertThat(answers()).contains("false", "failed").doesNotContain("true", "success", "verified", "passed");
    }

    @Test
    void a_document_that_nobody_tested_says_nothing_anywhere() {
        tell(true, "untested");

        assertThat(answers())
                .containsExactly(
                        "null",
                        "null",
                        "null",
                        "null",
                        "false",
                        "#c62828",
                        "can-i-merge: unknown #5f6368",
                        "web/orders: unknown #5f6368",
                        "never",
                        "not verified",
                        "no result");
    }

    @Nested
    class Told {
        private String reason() {
            return Client.text(client.get(CAN_I_DEPLOY), "summary reason");
        }

        private List<String> actions() {
            return Client.list(client.get(CAN_I_DEPLOY), "actions").stream()
                    .map(action -> Client.text(action, "type") + ": " + Client.text(action, "text") + " $ "
                            + Client.text(action, "command"))
                    .toList();
        }

        private List<String> steps() {
            JsonObject answer = client.get(CAN_I_DEPLOY + "&explain=true");
            return Client.list(Client.at(answer, "steps 4"), "lines").stream()
                    .map(line -> line.asString().orElseThrow())
                    .toList();
        }

        @Test
        void that_the_document_does_not_promise_it() {
            tell(false, "passed");

            assertThat(reason())
                    .isEqualTo(
                            "The contract of web 1 relies on what the document of orders 2 (now in production) does not"
                                    + " describe: interaction \"a list of orders\", request.path: the document knows of no such"
                                    + " path. Mend one of the two, and publish it under a new version.");
            assertThat(actions())
                    .containsExactly(
                            "describe: Bring about a version in place of orders 2 whose document describes what the contract of"
                                    + " web 1 relies on (interaction \"a list of orders\", request.path: the document knows of no"
                                    + " such path), and publish that. $ contract"
                                    + " publish-provider-contract FILE --provider orders --provider-app-version VERSION"
                                    + " --verification-exit-code 0");
            assertThat(steps())
                    .containsExactly(
                            "counts: web 1 → orders 2: no result; own tests passed, document does not describe all of"
                                    + " it (1 error)");
        }

        @Test
        void that_another_version_promises_it() {
            tell(false, "passed");
            client.document("orders", "3", true, "passed");

            assertThat(actions())
                    .containsExactly(
                            "deploy: Deploy orders 3 to production in place of 2, as soon as that may be deployed"
                                    + " itself, and record it. $ contract record-deployment --pacticipant orders --version 3"
                                    + " --environment production");
        }

        @Test
        void that_the_own_tests_failed() {
            tell(true, "failed");

            assertThat(reason())
                    .isEqualTo(
                            "The contract of web 1 is held against the document of orders 2 (now in production), whose"
                                    + " own tests failed: it does not do what it says. Mend orders or its document, and publish a"
                                    + " version whose tests pass.");
            assertThat(actions())
                    .containsExactly(
                            "describe: Mend what the own tests of orders 2 found, and publish its document with their"
                                    + " outcome. $ contract publish-provider-contract FILE --provider orders --provider-app-version 2"
                                    + " --verification-exit-code 0");
            assertThat(steps())
                    .containsExactly(
                            "counts: web 1 → orders 2: no result; own tests failed, document describes all of it");
        }

        @Test
        void that_nobody_told_of_the_own_tests() {
            tell(true, "untested");

            assertThat(reason())
                    .isEqualTo(
                            "The contract of web 1 was not verified by it, and the document of orders 2 (now in"
                                    + " production) does not count: nobody said whether its own tests passed. Publish the document with"
                                    + " the outcome of these tests, or verify the contract in the build of orders and publish the result.");
            assertThat(actions())
                    .singleElement()
                    .satisfies(
                            action -> assertThat(action)
                                    .startsWith(
                                            "verify: Verify the contract of web 1 in the build of orders 2, and publish the result. $"));
        }

        @Test
        void that_messages_cannot_be_compared() {
            client.put(PAIR + "/version/1", """
                    {"consumer": {"name": "web"}, "provider": {"name": "orders"},
                     "messages": [{"description": "an order", "contents": {"id": 7}}],
                     "metadata": {"pactSpecification": {"version": "3.0.0"}}}""");
            client.document("orders", "2", true, "passed");
            client.deploy("orders", "2", "production", "");

            assertThat(reason())
                    .isEqualTo("The contract of web 1 cannot be compared with the document of orders 2 (now in"
                            + " production): messages are not compared with OpenAPI documents. Verify it in the build of"
                            + " orders and publish the result.");
            client.verify("web", "1", "orders", "2", true);
            assertThat(deployable(CAN_I_DEPLOY)).isEqualTo("true");
        }

        @Test
        void where_it_says_more() {
            tell(false, "passed");
            JsonValue row = Client.at(client.get(MATRIX), "matrix 0");

            assertThat(Client.text(row, "verificationType")).isEqualTo("BDCT");
            assertThat(Client.at(row, "verificationResult success").toJson()).isEqualTo("false");
            JsonObject comparison = client.get(Client.text(row, "verificationResult _links self href"));
            assertThat(Client.text(comparison, "results 0 code")).isEqualTo("request.path-or-method.unknown");
            assertThat(Client.at(row, "verificationResult verifiedAt")).isEqualTo(Client.at(comparison, "comparedAt"));
        }

        @Test
        void in_the_table() {
            tell(true, "passed");

            assertThat(browser.get(MATRIX, "text/plain").body()).startsWith("""
                            CONSUMER  C.VERSION  PROVIDER  P.VERSION  SUCCESS?  RESULT#
                            web       1          orders    2          true      document
                            """);
        }
    }

    /** How many comparisons of what is in use nobody has made yet. */
    private int missing() {
        return broker.stored(kept -> kept.providerContracts()
                .missing(
                        kept.pacticipants()
                                .find(new PacticipantName("orders"))
                                .orElseThrow()
                                .party(),
                        10)
                .size());
    }

    @Test
    void comparisons_are_made_when_either_side_is_published() {
        tell(true, "passed");
        assertThat(missing()).isEqualTo(1);

        client.document("orders", "3", true, "passed");
        assertThat(missing()).isZero();
        client.version("web", "2");
        client.branch("web", "2", "main");
        client.publish("web", "2", "orders", "another list");
        assertThat(missing()).isZero();
        client.post(
                "/contracts/publish",
                Client.publication("web", "3", "next", "orders", Client.pact("web", "orders", "a third list")));
        assertThat(missing()).isZero();
    }

    @Test
    void comparisons_are_made_when_somebody_asks_and_kept() {
        tell(true, "passed");
        assertThat(missing()).isEqualTo(1);

        assertThat(deployable(CAN_I_DEPLOY)).isEqualTo("true");
        assertThat(missing()).isZero();
    }
}
