package dev.contract.broker.domain.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.contract.broker.domain.Refusal;
import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonReader;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContentMergeTest {

    /** Messages of one name, one for each letter. */
    private static JsonObject messages(String letters) {
        return pact(letters.chars().mapToObj(letter -> JsonObject.builder()
                .put("description", "a")
                .put("contents", Character.toString(letter))
                .build()));
    }

    private static JsonObject pact(Stream<JsonObject> messages) {
        return JsonObject.of("messages", JsonArray.of(messages.toList()));
    }

    @ParameterizedTest
    @CsvSource({
        "1,   2, 2",
        "12,  2, 12",
        "12,  1, 12",
        "12, 21, 12",
        "12, 32, 32",
        "12, 23, 32",
        "12, 34, 34",
        "12, 11, 12",
        "12, 123, 123",
        "'', 12, 12",
    })
    void what_came_again_stays_and_the_rest_takes_the_other_places(String stored, String arriving, String merged) {
        assertThat(ContentMerge.merge(messages(stored), messages(arriving))).isEqualTo(messages(merged));
    }

    @Test
    void a_message_that_asks_has_a_request_like_any_other() {
        String asking = """
                {"interactions": [{"type": "Synchronous/Messages", "description": "a",
                    "request": {"contents": {"content": "one"}}, "response": []}]}""";

        assertThatThrownBy(() -> ContentMerge.merge(json(asking), json(asking.replace("one", "two"))))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining(
                        "The interaction \"a\" is published already with another request: its contents differs.");
        JsonObject answered = json(asking.replace("[]", "[{\"contents\": {}}]"));
        assertThat(ContentMerge.merge(json(asking), answered)).isEqualTo(answered);
    }

    /** Each with each would be ten thousand million comparisons. */
    @Test
    void a_hundred_thousand_of_one_name_are_merged() {
        JsonObject stored = many(0);
        JsonObject arriving = many(100_000);

        assertThat(ContentMerge.merge(stored, arriving)).isEqualTo(arriving);
        assertThat(ContentMerge.merge(arriving, arriving)).isEqualTo(arriving);
    }

    private static JsonObject many(int first) {
        return pact(IntStream.range(first, first + 100_000).mapToObj(number -> JsonObject.builder()
                .put("description", "a")
                .put("contents", String.valueOf(number))
                .build()));
    }

    private static JsonObject json(String text) {
        return JsonReader.read(text).asObject().orElseThrow();
    }
}
