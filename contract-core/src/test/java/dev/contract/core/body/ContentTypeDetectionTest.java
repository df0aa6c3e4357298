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
        "0000001866747970697336d6d0, video/mp4",
        "00000018667479706176696600, image/avif",
        "0000001866747970717420206d, video/quicktime",
        "424d3a0000000000000036, image/bmp",
        "424d5720697320612063, text/plain",
        "fffb9064, audio/mpeg",
        "4944330300, audio/mpeg",
        "fff15080, audio/aac",
        "49492a0008, image/tiff",
        "7b5c72746631, application/rtf",
        "d0cf11e0a1b11ae100, application/x-ole-storage",
        "1a45dfa393, video/webm",
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

    @Test
    void an_archive_of_tapes_is_told_by_a_mark_inside() {
        byte[] tar = new byte[512];
        System.arraycopy("ustar".getBytes(StandardCharsets.UTF_8), 0, tar, 257, 5);

        assertThat(ContentTypeDetection.detect(tar)).hasToString("application/x-tar");
    }

    @ParameterizedTest
    @CsvSource({
        "[Content_Types].xml word/document.xml, application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "[Content_Types].xml xl/workbook.xml, application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "[Content_Types].xml ppt/slides, application/vnd.openxmlformats-officedocument.presentationml.presentation",
        "[Content_Types].xml other, application/zip",
        "META-INF/MANIFEST.MF, application/java-archive",
        "mimetypeapplication/epub+zipPK, application/epub+zip",
        "mimetypeapplication/vnd.oasis.opendocument.textPK, application/vnd.oasis.opendocument.text",
        "mimetype, application/zip",
        "notes/word/a.txt, application/zip"
    })
    void a_zip_file_is_told_by_what_is_in_it(String names, String type) {
        byte[] zip = ("PK\u0003\u0004" + "\0".repeat(26) + names).getBytes(StandardCharsets.ISO_8859_1);

        assertThat(ContentTypeDetection.detect(zip)).hasToString(type);
        assertThat(ContentTypeDetection.looksLike(ContentType.of("application/zip"), zip))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"a":1}   | application/vnd.shop+json | true
            {"a":1}   | text/plain                | false
            {"a":1}   | application/x-ndjson      | true
            <svg/>    | image/svg+xml             | true
            <a/>      | text/xml                  | true
            <a/>      | text/html                 | false
            a;b       | text/csv                  | true
            a;b       | application/yaml          | true
            a;b       | text/html                 | false
            a;b       | application/json          | false
            %PDF-1.4  | text/csv                  | false
            %PDF-1.4  | APPLICATION/PDF           | true
            BZh9      | application/octet-stream  | false
            """)
    void bytes_look_like_types_that_they_cannot_be_told_from(String text, String type, boolean like) {
        assertThat(ContentTypeDetection.looksLike(ContentType.of(type), text.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(like);
    }
}
