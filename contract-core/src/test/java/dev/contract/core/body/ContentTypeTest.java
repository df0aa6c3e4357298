package dev.contract.core.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContentTypeTest {

    @Test
    void a_type_has_a_base_and_parameters() {
        ContentType type = ContentType.of(" Application/JSON ; Charset=\"UTF-8\"; q = 1;v=\"a;b\"; odd");

        assertThat(type.base()).isEqualTo("application/json");
        assertThat(type.parameter("charset")).contains("UTF-8");
        assertThat(type.parameter("q")).contains("1");
        assertThat(type.parameter("v")).contains("a;b");
        assertThat(type.parameter("odd")).isEmpty();
        assertThat(type).hasToString("Application/JSON ; Charset=\"UTF-8\"; q = 1;v=\"a;b\"; odd");
    }

    @Test
    void types_are_equal_by_base_and_parameters() {
        assertThat(ContentType.of("text/plain;charset=utf-8"))
                .isEqualTo(ContentType.of("TEXT/plain; CHARSET=\"utf-8\""));
        assertThat(ContentType.of("text/plain")).isNotEqualTo(ContentType.of("text/plain;charset=utf-8"));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "json", "/json", "application/", ";", "application/ "})
    void what_has_no_type_and_subtype_is_no_media_type(String text) {
        assertThat(ContentType.parse(text)).isEmpty();
    }

    @Test
    void a_text_that_must_be_one_is_refused_with_its_words() {
        assertThatThrownBy(() -> ContentType.of("json"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("not a media type such as text/plain: \"json\"");
    }

    @ParameterizedTest
    @CsvSource({
        "application/json,json",
        "application/vnd.shop+json;charset=utf-8,json",
        "application/json-rpc,json",
        "application/jsonrequest,json",
        "application/x-ndjson,text",
        "application/xml,xml",
        "text/xml,xml",
        "image/svg+xml,xml",
        "text/plain,text",
        "text/csv,text",
        "application/yaml,text",
        "application/x-www-form-urlencoded,form",
        "multipart/form-data; boundary=x,binary",
        "image/png,binary",
        "application/octet-stream,binary",
        "*/*,binary"
    })
    void every_type_is_of_one_class(String text, String kind) {
        ContentType type = ContentType.of(text);

        assertThat(type.isJson()).isEqualTo(kind.equals("json"));
        assertThat(type.isXml()).isEqualTo(kind.equals("xml"));
        assertThat(type.isForm()).isEqualTo(kind.equals("form"));
        assertThat(type.isBinary()).isEqualTo(kind.equals("binary"));
        assertThat(type.isText()).isEqualTo(kind.equals("text") || type.base().equals("text/xml"));
    }

    @Test
    void the_charset_is_UTF_8_unless_a_known_one_is_named() {
        assertThat(ContentType.of("text/plain").charset()).isEqualTo(StandardCharsets.UTF_8);
        assertThat(ContentType.of("text/plain;charset=ISO-8859-1").charset()).isEqualTo(StandardCharsets.ISO_8859_1);
        assertThat(ContentType.of("text/plain;charset=klingon").charset()).isEqualTo(StandardCharsets.UTF_8);
        assertThat(ContentType.of("text/plain;charset=?").charset()).isEqualTo(StandardCharsets.UTF_8);
    }
}
