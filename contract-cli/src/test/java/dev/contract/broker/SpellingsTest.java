package dev.contract.broker;

import static dev.contract.broker.Client.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.contract.broker.api.ApiSettings;
import dev.contract.core.http.HttpRequest;
import dev.contract.core.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One resource under several addresses. */
class SpellingsTest {

    @Nested
    class ATypeAtTheEnd extends ApiFixture {

        @Test
        void overrides_what_the_request_accepts() {
            client.version("web", "1");

            assertThat(get("/pacticipants.json", "text/html").status()).isEqualTo(200);
            assertThat(text(client.get("/pacticipants/web.json"), "_links self href"))
                    .isEqualTo("http://broker.test/pacticipants/web");
        }

        @Test
        void may_be_the_end_of_a_name() {
            client.version("web", "1.json");
            client.version("app.yaml", "2");

            String self = text(client.get("/pacticipants/web/versions/1.json"), "_links self href");

            assertThat(self).isEqualTo("http://broker.test/pacticipants/web/versions/1%2Ejson");
            assertThat(text(client.get(self), "number")).isEqualTo("1.json");
            assertThat(client.status("/pacticipants/app.yaml")).isEqualTo(200);
            assertThat(client.status("/pacticipants/other.yaml")).isEqualTo(404);
        }

        @Test
        void leads_to_the_shorter_name_where_both_are_known() {
            client.version("web", "1");
            client.version("web", "1.json");

            assertThat(text(client.get("/pacticipants/web/versions/1.json"), "number"))
                    .isEqualTo("1");
            assertThat(text(client.get("/pacticipants/web/versions/1%2Ejson"), "number"))
                    .isEqualTo("1.json");
        }
    }

    @Nested
    class AContextPath {
        private final ApiSettings settings =
                ApiSettings.DEFAULT.withBaseUrls(List.of("https://broker.example/contracts/broker"));

        @ParameterizedTest
        @ValueSource(strings = {"/contracts/broker/pacticipants", "/contracts/broker/pacticipants/", "/pacticipants"})
        void is_taken_away_by_the_proxy_or_by_us(String path) {
            try (TestBroker broker = TestBroker.open(settings)) {
                HttpResponse response = broker.broker().routes().apply(HttpRequest.of("GET", path));

                assertThat(text(Client.json(response), "_links self href"))
                        .startsWith("https://broker.example/contracts/broker/pacticipants");
            }
        }

        @ParameterizedTest
        @ValueSource(strings = {"/contracts/broker", "/contracts/broker/", "/"})
        void alone_is_the_index(String path) {
            try (TestBroker broker = TestBroker.open(settings)) {
                HttpResponse response = broker.broker().routes().apply(HttpRequest.of("GET", path));

                assertThat(text(Client.json(response), "_links self href"))
                        .isEqualTo("https://broker.example/contracts/broker/");
            }
        }
    }
}
