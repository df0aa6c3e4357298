package dev.contract.broker;

import static dev.contract.broker.Client.at;
import static dev.contract.broker.Client.list;
import static dev.contract.broker.Client.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.contract.core.http.HttpResponse;
import dev.contract.core.json.JsonObject;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class IntegrationsApiTest {

    @Nested
    class AList extends ApiFixture {

        @Test
        void names_both_sides_in_order() {
            client.publish("web", "1", "orders", "a");
            client.publish("web", "1", "billing", "a");

            JsonObject integrations = client.get("/integrations");

            assertThat(list(integrations, "_embedded integrations"))
                    .extracting(each -> text(each, "consumer name") + " " + text(each, "provider name"))
                    .containsExactly("web billing", "web orders");
            assertThat(text(integrations, "_embedded integrations 1 _links pb:latest-pact-version href"))
                    .isEqualTo("http://broker.test/pacts/provider/orders/consumer/web/latest");
        }

        @Test
        void is_searched_by_either_name_whatever_its_case() {
            client.publish("web", "1", "Orders", "a");
            client.publish("kiosk", "1", "billing", "a");

            assertThat(list(client.get("/integrations?q=ORD"), "_embedded integrations"))
                    .hasSize(1);
            assertThat(list(client.get("/integrations?q=kio"), "_embedded integrations"))
                    .hasSize(1);
            assertThat(list(client.get("/integrations?q=%25"), "_embedded integrations"))
                    .isEmpty();
        }

        @Test
        void comes_in_pages_that_keep_the_search() {
            client.publish("web", "1", "a1", "a");
            client.publish("web", "1", "a2", "a");
            client.publish("web", "1", "b1", "a");

            JsonObject page = client.get("/integrations?q=a&page=1&size=1");

            assertThat(at(page, "page").toJson())
                    .isEqualTo("{\"number\":1,\"size\":1,\"totalElements\":2,\"totalPages\":2}");
            JsonObject next = client.get(text(page, "_links next href"));
            assertThat(text(next, "_embedded integrations 0 provider name")).isEqualTo("a2");
            assertThat(next.object("_links").orElseThrow().has("next")).isFalse();
        }

        @Test
        void is_a_graph_for_programs_that_draw() {
            client.put(Client.pactPath("a \"shop\"", "1", "orders"), "{\"interactions\": []}");

            HttpResponse graph = get("/integrations", "text/vnd.graphviz");

            assertThat(graph.body().text()).isEqualTo("""
                    digraph {
                      rankdir=LR
                      "a \\"shop\\"" -> "orders"
                    }
                    """);
        }
    }

    @Nested
    class AGroup extends ApiFixture {

        @Test
        void holds_whoever_can_be_reached() {
            client.publish("web", "1", "orders", "a");
            client.publish("orders", "1", "stock", "a");
            client.publish("kiosk", "1", "menu", "a");

            assertThat(list(client.get("/groups/stock"), "_embedded integrations"))
                    .extracting(each -> text(each, "consumer name"))
                    .containsExactly("orders", "web");
            assertThat(client.status("/groups/nobody")).isEqualTo(404);
        }

        @Test
        void is_a_table_in_which_no_name_is_a_formula() {
            client.publish("=1+1", "1", "orders", "a");

            HttpResponse table = get("/groups/orders.csv", "*/*");

            assertThat(table.headers().first("Content-Type")).hasValue("text/csv;charset=utf-8");
            assertThat(table.body().text()).isEqualTo("consumer,provider\r\n\"'=1+1\",\"orders\"\r\n");
        }
    }

    @Nested
    class Deleting extends ApiFixture {
        private static final String ONE = "/integrations/provider/orders/consumer/web";

        @Test
        void takes_contracts_and_results_and_the_versions_that_had_nothing_else() {
            client.publish("web", "1", "orders", "a");
            client.publish("web", "2", "orders", "b");
            client.publish("web", "2", "billing", "c");
            client.verify("web", "1", "orders", "22", true);
            client.branch("web", "2", "main");
            client.branch("web", "1", "main");

            assertThat(client.send("DELETE", ONE, "").status()).isEqualTo(204);

            assertThat(client.status("/pacts/provider/orders/consumer/web/latest"))
                    .isEqualTo(404);
            assertThat(client.status("/pacticipants/orders/versions/22")).isEqualTo(404);
            assertThat(client.status("/pacticipants/web/versions/1")).isEqualTo(404);
            assertThat(text(client.get("/pacticipants/web/branches/main/latest-version"), "number"))
                    .isEqualTo("2");
            assertThat(list(client.get("/integrations"), "_embedded integrations"))
                    .hasSize(1);
            assertThat(client.send("DELETE", ONE, "").status()).isEqualTo(404);
        }

        @Test
        void keeps_versions_that_are_in_an_environment() {
            client.publish("web", "1", "orders", "a");
            client.deploy("web", "1", "production", "");

            client.send("DELETE", ONE, "");

            assertThat(client.status("/pacticipants/web/versions/1")).isEqualTo(200);
        }

        @Test
        void all_of_them_leaves_the_applications() {
            client.publish("web", "1", "orders", "a");
            client.publish("web", "1", "billing", "a");

            client.send("DELETE", "/integrations", "");

            assertThat(list(client.get("/integrations"), "_embedded integrations"))
                    .isEmpty();
            assertThat(client.status("/pacticipants/web")).isEqualTo(200);
        }
    }
}
