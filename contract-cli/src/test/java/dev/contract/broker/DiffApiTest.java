package dev.contract.broker;

import static dev.contract.broker.Client.at;
import static dev.contract.broker.Client.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.contract.core.http.HttpResponse;
import dev.contract.core.json.JsonObject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DiffApiTest extends ApiFixture {
    private static final String PAIR = "/pacts/provider/orders/consumer/web";

    private static String pact(String... interactions) {
        return "{\"consumer\": {\"name\": \"web\"}, \"provider\": {\"name\": \"orders\"}, \"interactions\": ["
                + String.join(", ", interactions)
                + "], \"metadata\": {\"pactSpecification\": {\"version\": \"2.0.0\"}}}";
    }

    private static String interaction(String description, int status) {
        return "{\"description\": \"%s\", \"request\": {\"method\": \"GET\", \"path\": \"/%s\"}, \"response\": {\"status\": %d}}"
                .formatted(description, description, status);
    }

    @BeforeEach
    void publish() {
        client.put(PAIR + "/version/1", pact(interaction("a", 200), interaction("b", 200)));
        client.put(PAIR + "/version/2", pact(interaction("a", 200), interaction("b", 200)));
        client.put(PAIR + "/version/3", pact(interaction("a", 204), interaction("c", 200)));
    }

    @Test
    void is_a_text_for_people() {
        HttpResponse diff = get(PAIR + "/version/3/diff/previous-distinct", "*/*");

        assertThat(diff.headers().first("Content-Type")).hasValue("text/plain;charset=utf-8");
        assertThat(diff.body().text().replaceAll("published [0-9T:+-]+", "published TIME"))
                .isEqualTo("""
                        The contract of web with orders
                          from version 2, published TIME
                          to   version 3, published TIME

                        web with orders: breaking, the provider owes more; 1 added, 1 removed, 1 changed, 0 same

                        breaking  "a"
                          where            change   verdict   before        after
                          response status  changed  breaking  a status 200  a status 204
                          witness  200
                                   was fine, and is refused now: Expected status 204 but was 200

                        breaking  added: "c"
                          request   GET /c
                          response  200

                        not breaking  removed: "b"

                        http://broker.test/pacts/provider/orders/consumer/web/version/2
                        http://broker.test/pacts/provider/orders/consumer/web/version/3
                        """);
    }

    @Test
    void is_data_for_programs() {
        HttpResponse diff = get(PAIR + "/version/3/diff/version/1", "application/json");

        JsonObject json = Client.json(diff);
        assertThat(text(json, "from consumerVersion")).isEqualTo("1");
        assertThat(text(json, "to consumerVersion")).isEqualTo("3");
        assertThat(at(json, "interactions").toJson()).isEqualTo("""
                        [{"description":"a","change":"changed","breakingFor":"provider",\
                        "paths":[{"path":"response status","before":"a status 200","after":"a status 204"}]},\
                        {"description":"c","change":"added","breakingFor":"provider","paths":[]},\
                        {"description":"b","change":"removed","breakingFor":"none","paths":[]}]""");
    }

    @Test
    void goes_from_the_older_to_the_newer_however_it_is_asked_for() {
        assertThat(get(PAIR + "/version/1/diff/version/3", "*/*").body().text())
                .isEqualTo(get(PAIR + "/version/3/diff/version/1", "*/*").body().text());
    }

    @Test
    void is_found_by_the_links_of_a_pact() {
        JsonObject pact = client.get(PAIR + "/latest");
        String sha = text(client.get(PAIR + "/version/1"), "_links pb:pact-version href")
                .replaceAll(".*/", "");

        String target = text(pact, "_links pb:diff href").replace("{pactVersion}", sha);

        assertThat(Client.json(client.send("GET", target, "")).toJson())
                .isEqualTo(Client.json(client.send("GET", PAIR + "/version/3/diff/version/2", ""))
                        .toJson());
        assertThat(client.status(text(pact, "_links pb:diff-previous-distinct href")))
                .isEqualTo(200);
    }

    @Test
    void of_the_first_content_says_that_there_is_no_other() {
        assertThat(get(PAIR + "/version/2/diff/previous-distinct", "*/*").body().text())
                .isEqualTo("There is no earlier version with another contract.\n");
        assertThat(Client.json(get(PAIR + "/version/2/diff/previous-distinct", "application/json"))
                        .toJson())
                .startsWith("{\"from\":null,\"to\":{\"consumerVersion\":\"2\",")
                .endsWith(",\"interactions\":[]}");
        assertThat(client.status(PAIR + "/version/9/diff/previous-distinct")).isEqualTo(404);
        assertThat(client.status(PAIR + "/pact-version/abc/diff/pact-version/def"))
                .isEqualTo(404);
    }

    @Test
    void of_documents_that_are_no_contracts_names_what_can_be_named() {
        client.put(PAIR + "/version/4", "{\"interactions\": [{\"description\": \"odd\", \"request\": 7}]}");

        assertThat(get(PAIR + "/version/4/diff/version/3", "*/*").body().text())
                .contains("interaction \"odd\" was added");
        assertThat(at(Client.json(get(PAIR + "/version/4/diff/version/3", "application/json")), "interactions")
                        .toJson())
                .isEqualTo("[]");
    }
}
