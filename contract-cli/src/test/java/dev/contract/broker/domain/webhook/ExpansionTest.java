package dev.contract.broker.domain.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contract.broker.domain.WebhookRequest;
import dev.contract.core.json.JsonReader;
import dev.contract.core.json.JsonString;
import dev.contract.core.json.JsonValue;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values in the places of parameters, with what would mean something there taken from them. */
class ExpansionTest {
    private static final Expansion EXPANSION = new Expansion(Map.of(
            "consumerName", "a\"b\\c&<d>/é\r\nX: y",
            "providerName", "${pactbroker.consumerName}",
            "eventName", "$1"));

    private static WebhookRequest expanded(String url, Map<String, String> headers, JsonValue body) {
        return EXPANSION.of(new WebhookRequest("POST", url, headers, "u-${pactbroker.eventName}", null, body));
    }

    @Test
    void of_urls_are_percent_encoded() {
        assertThat(expanded("https://x/${pactbroker.consumerName}?e=${pactbroker.eventName}", Map.of(), null)
                        .url())
                .isEqualTo("https://x/a%22b%5Cc%26%3Cd%3E%2F%C3%A9%0D%0AX%3A%20y?e=%241");
    }

    @Test
    void of_headers_stay_on_their_line() {
        assertThat(expanded("https://x", Map.of("N", "${pactbroker.consumerName}"), null)
                        .headers())
                .containsEntry("N", "a\"b\\c&<d>/é  X: y");
    }

    @Test
    void of_json_cannot_change_its_shape() {
        JsonValue body =
                JsonReader.read("{\"n\": [\"<${pactbroker.consumerName}>\", 1.0], \"${pactbroker.eventName}\": null}");
        JsonString sent = (JsonString) expanded("https://x", Map.of(), body).body();

        assertThat(JsonReader.read(sent.text()).toJson())
                .isEqualTo("{\"n\":[\"<a\\\"b\\\\c&<d>/é\\r\\nX: y>\",1.0],\"$1\":null}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/json                  | a\\\"b\\\\c&<d>/é\\r\\nX: y",
                "application/x-www-form-urlencoded | a%22b%5Cc%26%3Cd%3E%2F%C3%A9%0D%0AX%3A%20y",
                "''                                | a\\\"b\\\\c&<d>/é\\r\\nX: y"
            })
    void of_text_are_escaped_as_its_type_needs(String type, String sent) {
        WebhookRequest request = expanded(
                "https://x",
                type.isEmpty() ? Map.of() : Map.of("content-type", type),
                JsonString.of("${pactbroker.consumerName}"));

        assertThat(((JsonString) request.body()).text()).isEqualTo(sent);
    }

    @Test
    void of_xml_are_escaped() {
        WebhookRequest request = expanded(
                "https://x", Map.of("Content-Type", "text/xml"), JsonString.of("<n a='${pactbroker.consumerName}'/>"));

        assertThat(((JsonString) request.body()).text()).isEqualTo("<n a='a&quot;b\\c&amp;&lt;d&gt;/é\r\nX: y'/>");
    }

    @Test
    void of_values_that_look_like_parameters_are_left_alone() {
        WebhookRequest request = expanded(
                "https://x",
                Map.of("Content-Type", "text/plain"),
                JsonString.of("${pactbroker.providerName} ${pactbroker.nothing} ${other} ${pactbroker.eventName}"));

        assertThat(((JsonString) request.body()).text())
                .isEqualTo("${pactbroker.consumerName} ${pactbroker.nothing} ${other} $1");
        assertThat(request.username()).isEqualTo("u-$1");
    }
}
