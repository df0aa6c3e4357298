package dev.contract.core.body;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContentTypeDetectionTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            '<?xml version="1.0"?><a/>' | application/xml
            '<a/>'                      | application/xml
            '<!DOCTYPE HTML><p>'        | text/html
            '  <HTML>'                  | text/html
            '<3 you'                    | text/plain
            '{}'                        | application/json
            ' [1]'                      | application/json
            '"text"'                    | application/json
            '12'                        | application/json
            '-1'                        | application/json
            '- item'                    | text/plain
            'true'                      | application/json
            'truely'                    | text/plain
            'null'                      | application/json
            'Hello'                     | text/plain
            'größe'                     | text/plain
            '   '                       | text/plain
            """)
    void text_is_told_by_how_it_begins(String text, String type) {
        assertThat(ContentTypeDetection.detect(text.getBytes(StandardCharsets.UTF_8)))
                .hasToString(type);
    }

    @ParameterizedTest
    @CsvSource({
        "ffd8ffe0, image/jpeg",
        "89504e470d0a1a0a, image/png",
        "474946383961, image/gif",
        "255044462d312e34, application/pdf",
        "504b030414, application/zip",
        "1f8b08, application/gzip",
        "524946460000000057454250, image/webp",
        "00010203, application/octet-stream",
        "c328, application/octet-stream",
        "fffe, application/octet-stream"
    })
    void bytes_are_told_by_their_first_ones(String bytes, String type) {
        assertThat(ContentTypeDetection.detect(HexFormat.of().parseHex(bytes))).hasToString(type);
    }

    @Test
    void a_character_cut_in_two_at_the_end_of_the_part_looked_at_is_no_binary() {
        byte[] text = ("x" + "é".repeat(5_000)).getBytes(StandardCharsets.UTF_8);

        assertThat(ContentTypeDetection.detect(text)).isEqualTo(ContentType.TEXT);
    }

    @Test
    void a_header_decides_before_the_body_and_the_body_before_its_bytes() {
        Body body = Body.text("{}", ContentType.XML);

        assertThat(ContentTypeDetection.typeOf(body, ContentType.HTML)).contains(ContentType.HTML);
        assertThat(ContentTypeDetection.typeOf(body, null)).contains(ContentType.XML);
        assertThat(ContentTypeDetection.typeOf(body.withContentType(null), null))
                .contains(ContentType.JSON);
        assertThat(ContentTypeDetection.typeOf(Body.EMPTY, null)).isEmpty();
    }
}
