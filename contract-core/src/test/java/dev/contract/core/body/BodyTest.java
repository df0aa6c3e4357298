package dev.contract.core.body;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contract.core.json.JsonReader;
import dev.contract.core.json.JsonValue;
import org.junit.jupiter.api.Test;

class BodyTest {

    @Test
    void missing_null_and_empty_are_three_different_bodies() {
        assertThat(Body.MISSING).isNotEqualTo(Body.NULL).isNotEqualTo(Body.EMPTY);
        assertThat(Body.NULL).isNotEqualTo(Body.EMPTY);
        assertThat(Body.of(new byte[0])).isEqualTo(Body.EMPTY);
    }

    @Test
    void bodies_are_equal_by_bytes_and_declared_type() {
        assertThat(Body.text("a", ContentType.TEXT)).isEqualTo(Body.of(new byte[] {'a'}, ContentType.TEXT));
        assertThat(Body.text("a", ContentType.TEXT)).isNotEqualTo(Body.text("b", ContentType.TEXT));
        assertThat(Body.text("a", ContentType.TEXT)).isNotEqualTo(Body.text("a", null));
    }

    @Test
    void a_text_is_written_and_read_in_the_charset_of_its_type() {
        Body latin = Body.text("é", ContentType.of("text/plain;charset=ISO-8859-1"));

        assertThat(latin.bytes()).containsExactly(0xe9);
        assertThat(latin.text()).isEqualTo("é");
    }

    @Test
    void json_is_compact_and_declared() {
        Body body = Body.json(JsonReader.read("{ \"a\" : 1.50 }"));

        assertThat(body.text()).isEqualTo("{\"a\":1.50}");
        assertThat(body.contentType()).contains(ContentType.JSON);
    }

    @Test
    void what_was_made_of_a_JSON_value_keeps_it_beside_its_bytes() {
        JsonValue value = JsonReader.read("{\"a\":\"é\"}");
        ContentType latin = ContentType.of("application/json;charset=ISO-8859-1");

        Body body = Body.json(value, latin);

        assertThat(body.json()).contains(value);
        assertThat(body).isEqualTo(Body.text("{\"a\":\"é\"}", latin));
        assertThat(body.withHint("TEXT").json()).contains(value);
        assertThat(Body.text("{}", latin).json()).isEmpty();
    }
}
