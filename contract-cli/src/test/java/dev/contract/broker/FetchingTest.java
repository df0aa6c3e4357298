package dev.contract.broker;

import static dev.contract.broker.Client.at;
import static dev.contract.broker.Client.list;
import static dev.contract.broker.Client.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.contract.core.http.HttpResponse;
import dev.contract.core.json.JsonObject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pacts and results under all their addresses. */
class FetchingTest extends ApiFixture {
    private static final String PAIR = "/pacts/provider/orders/consumer/web";

    /** Versions 1 to 4 with contents a, a, b, c: 1 and 3 on main, 2 tagged rc, 4 nowhere. */
    @BeforeEach
    void publish() {
        client.publish("web", "1", "orders", "a");
        client.publish("web", "2", "orders", "a");
        client.publish("web", "3", "orders", "b");
        client.publish("web", "4", "orders", "c");
        client.branch("web", "1", "main");
        client.branch("web", "3", "main");
        client.tag("web", "2", "rc");
        client.version("web", "5");
        client.branch("web", "5", "main");
    }

    @ParameterizedTest
    @CsvSource({
        "/version/2, 2",
        "/versions/2, 2",
        "/latest, 4",
        "/latest.json, 4",
        "/latest/rc, 2",
        "/latest-untagged, 4",
        "/branch/main/latest, 3",
        "/version/4/previous-distinct, 3",
        "/version/3/previous-distinct, 2"
    })
    void a_pact_says_of_which_version_it_is(String path, String version) {
        HttpResponse pact = client.send("GET", PAIR + path, "");

        assertThat(pact.headers().first("X-Pact-Consumer-Version")).hasValue(version);
        assertThat(text(Client.json(pact), "_links pb:consumer-version name")).isEqualTo(version);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/version/1/previous-distinct",
                "/version/5",
                "/latest/none",
                "/branch/none/latest",
                "/pact-version/0000"
            })
    void a_pact_that_is_not_there_is_404(String path) {
        assertThat(client.status(PAIR + path)).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({
        "/versions, 4 3 2 1",
        "/tag/rc, 2",
        "/branch/main, 3 1",
        "/branch/versions, 3 1",
        "/branch/main/latest/versions, 3",
        "/branch/latest/versions, 3"
    })
    void a_list_starts_with_the_newest(String path, String versions) {
        JsonObject pacts = client.get(PAIR + path);

        assertThat(list(pacts, "_embedded pacts").stream()
                        .map(each -> text(each, "_embedded consumerVersion number"))
                        .toList())
                .containsExactly(versions.split(" ", -1));
        assertThat(list(pacts, "_links pb:pact-versions"))
                .hasSameSizeAs(list(pacts, "_embedded pacts"))
                .isEqualTo(list(pacts, "_links pact-versions"));
    }

    @Test
    void the_old_word_for_an_address_is_understood() {
        assertThat(client.get("/pact/provider/orders/consumer/web/version/1"))
                .isEqualTo(client.get(PAIR + "/version/1"));
    }

    @Test
    void the_extended_form_keeps_the_document_apart() {
        HttpResponse response = get(PAIR + "/version/2", "application/vnd.pactbrokerextended.v1+json");

        JsonObject extended = Client.json(response);
        assertThat(response.headers().first("Content-Type")).hasValue("application/vnd.pactbrokerextended.v1+json");
        assertThat(extended.names()).containsExactly("contract", "createdAt", "_embedded", "_links");
        assertThat(text(extended, "contract interactions 0 description")).isEqualTo("a");
        assertThat(text(extended, "_embedded tags 0 name")).isEqualTo("rc");
        assertThat(at(extended, "contract").asObject().orElseThrow().has("_links"))
                .isFalse();
    }

    @Test
    void a_version_number_that_fits_in_no_header_is_escaped_there() {
        client.publish("web", "\u010A5", "orders", "d");

        assertThat(client.send("GET", PAIR + "/latest", "").headers().first("X-Pact-Consumer-Version"))
                .hasValue("%C4%8A5");
    }

    @Test
    void deleting_a_pact_shows_the_way_to_what_is_left() {
        HttpResponse deleted = client.send("DELETE", PAIR + "/version/4", "");

        assertThat(deleted.status()).isEqualTo(200);
        assertThat(text(
                        client.get(text(Client.json(deleted), "_links pb:latest-pact-version href")),
                        "_links self href"))
                .endsWith("/version/3");
    }

    @ParameterizedTest
    @CsvSource({"/tag/rc, 3", "/branch/main, 2", "/versions, 0"})
    void lists_are_deleted_whole(String path, int left) {
        assertThat(client.send("DELETE", PAIR + path, "").status()).isEqualTo(204);

        assertThat(list(client.get(PAIR + "/versions"), "_embedded pacts")).hasSize(left);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {PAIR + "/version/1/verification-results/latest", PAIR + "/latest/rc/verification-results/latest"
            })
    void the_newest_result_belongs_to_the_content(String path) {
        client.verify("web", "1", "orders", "22", false);
        client.verify("web", "2", "orders", "23", true);

        assertThat(client.get(path).string("providerApplicationVersion")).hasValue("23");
        assertThat(client.status(PAIR + "/latest/verification-results/latest")).isEqualTo(404);
    }

    @Test
    void a_result_is_deleted_by_its_number() {
        client.verify("web", "1", "orders", "22", true);
        String self = text(client.verify("web", "1", "orders", "22", false), "_links self href");

        assertThat(client.send("DELETE", self, "").status()).isEqualTo(204);

        assertThat(client.status(self)).isEqualTo(404);
        assertThat(at(client.get(PAIR + "/version/1/verification-results/latest"), "success")
                        .toJson())
                .isEqualTo("true");
    }

    @Test
    void asking_for_pacts_to_verify_in_the_old_way_is_answered_with_a_hint() {
        JsonObject pacts = client.get(
                "/pacts/provider/orders/for-verification?consumer_version_selectors[][tag]=rc&consumer_version_selectors[][latest]=true");

        assertThat(list(pacts, "_embedded pacts")).hasSize(1);
        assertThat(text(pacts, "notices 0 text"))
                .isEqualTo("Asking with a query is deprecated: POST the same as JSON to this address.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/pacticipants/web/main-branch/can-i-merge",
                "/pacticipants/web/branches/main/latest-version/can-i-merge",
                "/pacticipants/web/versions/3/can-i-merge"
            })
    void whether_something_can_be_merged_is_about_the_heads_of_main_branches(String path) {
        client.version("orders", "22");
        client.branch("orders", "22", "main");
        client.publish("web", "5", "orders", "b");
        assertThat(at(client.get(path), "summary deployable").toJson()).isEqualTo("null");

        client.verify("web", "3", "orders", "22", true);

        assertThat(at(client.get(path), "summary deployable").toJson()).isEqualTo("true");
        assertThat(client.status(path.replace("web", "nobody"))).isEqualTo(404);
    }
}
