package dev.contract.broker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contract.core.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BadgeApiTest {
    private static final String PAIR = "/pacts/provider/order-service/consumer/webShop";

    /** What a badge says, colour included: {@code webShop/order-service: verified #2e7d32}. */
    private static String said(HttpResponse badge) {
        assertThat(badge.status()).isEqualTo(200);
        assertThat(badge.headers().first("Content-Type")).hasValue("image/svg+xml;charset=utf-8");
        String svg = badge.body().text();
        return svg.replaceAll("(?s).*<title>(.*)</title>.*", "$1") + " "
                + svg.replaceAll("(?s).*fill=\"(#[0-9a-f]{6})\"/></g>.*", "$1");
    }

    @Nested
    class OfAPact extends ApiFixture {

        @BeforeEach
        void publish() {
            client.publish("webShop", "1", "order-service", "a");
        }

        private String said(String path) {
            return BadgeApiTest.said(get(path, "image/*"));
        }

        @Test
        void tells_how_it_stands() {
            assertThat(said(PAIR + "/latest/badge")).isEqualTo("webShop/order-service: unknown #5f6368");

            client.verify("webShop", "1", "order-service", "22", false);
            assertThat(said(PAIR + "/latest/badge.svg")).isEqualTo("webShop/order-service: failed #c62828");

            client.verify("webShop", "1", "order-service", "22", true);
            assertThat(said(PAIR + "/latest/badge")).isEqualTo("webShop/order-service: verified #2e7d32");

            client.publish("webShop", "2", "order-service", "b");
            assertThat(said(PAIR + "/latest/badge")).isEqualTo("webShop/order-service: changed #8a5a00");
        }

        @ParameterizedTest
        @CsvSource({
            "/latest/badge?label=consumer, webShop",
            "/latest/badge?label=provider, order-service",
            "/latest/badge?initials=true, ws/os",
            "/latest/rc/badge, webShop (rc)/order-service",
            "/branch/main/latest/badge, webShop (main)/order-service",
            "/latest-untagged/badge, webShop/order-service"
        })
        void is_labelled_as_the_request_says(String path, String label) {
            client.publish("webShop", "3", "order-service", "a");
            client.tag("webShop", "1", "rc");
            client.branch("webShop", "1", "main");

            assertThat(said(PAIR + path)).isEqualTo(label + ": unknown #5f6368");
        }

        @ParameterizedTest
        @CsvSource({
            "/pacts/provider/nobody/consumer/webShop/latest/badge, contract: not found",
            "/pacts/provider/order-service/consumer/webShop/latest/no/badge, webShop (no)/order-service: pact not found",
            "/pacts/provider/order-service/consumer/webShop/latest/%20/badge, contract: not found"
        })
        void is_grey_where_nothing_is_found(String path, String said) {
            assertThat(said(path)).isEqualTo(said + " #5f6368");
        }

        @Test
        void is_fresh_with_every_request() {
            assertThat(get(PAIR + "/latest/badge", "*/*").headers().first("Cache-Control"))
                    .hasValue("no-cache");
        }
    }

    @Nested
    class OfAQuestion extends ApiFixture {

        private String said(String path) {
            return BadgeApiTest.said(get(path, "image/*"));
        }

        @BeforeEach
        void publish() {
            client.publish("web", "1", "orders", "a");
            client.branch("web", "1", "main");
            client.tag("web", "1", "rc");
            client.verify("web", "1", "orders", "22", true);
        }

        @Test
        void about_two_tags_is_about_their_newest_versions() {
            client.tag("orders", "22", "live");

            assertThat(said("/matrix/provider/orders/latest/live/consumer/web/latest/rc/badge"))
                    .isEqualTo("web (rc)/orders (live): verified #2e7d32");
            assertThat(said("/pacticipants/web/latest-version/rc/can-i-deploy/to/live/badge"))
                    .isEqualTo("can-i-deploy: rc to live #2e7d32");
            assertThat(said("/pacticipants/web/latest-version/rc/can-i-deploy/to/other/badge?label=go"))
                    .isEqualTo("go: rc to other #c62828");
        }

        @Test
        void about_an_environment_is_green_once_the_provider_is_there() {
            String path = "/pacticipants/web/branches/main/latest-version/can-i-deploy/to-environment/production/badge";
            assertThat(said(path)).isEqualTo("can-i-deploy: main to production #c62828");

            client.deploy("orders", "22", "production", "");

            assertThat(said(path)).isEqualTo("can-i-deploy: main to production #2e7d32");
        }

        @Test
        void about_merging_may_be_kept_for_half_a_minute() {
            client.branch("orders", "22", "main");
            String path = "/pacticipants/web/main-branch/can-i-merge/badge.svg";

            assertThat(said(path)).isEqualTo("can-i-merge: yes #2e7d32");
            assertThat(get(path, "*/*").headers().first("Cache-Control")).hasValue("max-age=30");
            assertThat(said("/pacticipants/nobody/main-branch/can-i-merge/badge"))
                    .isEqualTo("contract: not found #5f6368");
        }
    }

    @Nested
    class Drawn extends ApiFixture {

        @ParameterizedTest
        @CsvSource({
            "%3Cscript%3Ealert(1)%3C%2Fscript%3E, &lt;script&gt;alert(1)&lt;/script&gt;",
            "a%22%26'b, a&quot;&amp;&#39;b",
            "a%00%08b, a\uFFFD\uFFFDb"
        })
        void lets_no_label_become_markup(String label, String written) {
            client.publish("web", "1", "orders", "a");

            String svg = get("/pacticipants/web/latest-version/x/can-i-deploy/to/y/badge?label=" + label, "*/*")
                    .body()
                    .text();

            assertThat(svg).contains(">" + written + "<").doesNotContain("<script");
        }

        @Test
        void cuts_long_labels() {
            String svg = get(
                            "/pacticipants/web/latest-version/x/can-i-deploy/to/y/badge?label=" + "m".repeat(5000),
                            "*/*")
                    .body()
                    .text();

            assertThat(svg).contains("m".repeat(119) + "…").doesNotContain("m".repeat(120));
        }
    }
}
