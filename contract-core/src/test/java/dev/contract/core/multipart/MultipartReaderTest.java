package dev.contract.core.multipart;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.contract.core.law.Law;
import dev.contract.core.law.Values;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MultipartReaderTest {

    private static List<MultipartPart> read(String document) {
        return MultipartReader.read(document.getBytes(UTF_8), "x");
    }

    private static String content(MultipartPart part) {
        return new String(part.content(), UTF_8);
    }

    @Test
    void parts_have_headers_a_name_and_contents() {
        List<MultipartPart> parts =
                read("--x\r\nContent-Disposition: form-data; name=\"a\"\r\nContent-Type: text/plain\r\n"
                        + "\r\none\r\ntwo\r\n--x\r\n\r\n\r\n--x--");

        assertThat(parts).extracting(MultipartReaderTest::content).containsExactly("one\r\ntwo", "");
        assertThat(parts.get(0).name()).contains("a");
        assertThat(parts.get(0).contentType()).hasToString("Optional[text/plain]");
        assertThat(parts.get(1).headers().isEmpty()).isTrue();
    }

    @Test
    void what_stands_before_and_after_the_parts_is_skipped() {
        assertThat(read("\r\nno part\r\n--x\r\n\r\n1\r\n--x-- \r\n--x\r\n\r\n2\r\n--x--"))
                .extracting(MultipartReaderTest::content)
                .containsExactly("1");
    }

    @Test
    void a_longer_boundary_or_one_within_a_line_is_content() {
        assertThat(read("--x\n\n--xy\na --x\n--x-\n --x--\n--x--"))
                .extracting(MultipartReaderTest::content)
                .containsExactly("--xy\na --x\n--x-\n --x--");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "form-data; name=a, a",
                "form-data; name=\"a;b\", a;b",
                "form-data; name=\"a\\\"b\"; filename=x, a\"b",
                "form-data; name=\"C:\\a\", C:\\a",
                "form-data; filename=\"name=no\"; NAME = \"a\", a"
            })
    void a_name_is_found_however_it_is_quoted(String disposition, String name) {
        assertThat(Disposition.parse(disposition).parameter("name")).contains(name);
    }

    @ParameterizedTest
    @CsvSource({
        "UTF-8''na%C3%AFve+a.txt, naïve+a.txt",
        "ISO-8859-1'en'na%EFve.txt, naïve.txt",
        "nosuch''a.txt, plain.txt",
        "UTF-8''%zz, plain.txt"
    })
    void an_extended_file_name_is_preferred_if_it_is_readable(String extended, String name) {
        Disposition disposition = Disposition.parse("attachment; filename=plain.txt; filename*=" + extended);

        assertThat(disposition.parameter("filename")).contains(name);
    }

    @Test
    void what_is_broken_is_named_with_its_part_and_byte() {
        assertFault(null, "--x--", "its Content-Type names no boundary");
        assertFault("b".repeat(257), "", "its boundary is longer than 256 characters");
        assertFault("x", "", "no line of it is --x");
        assertFault("x", "--x\n\n1\n--x\n\n2", "part 2 (from byte 11) has no end: no line --x-- comes after it");
        assertFault(
                "x",
                "--x\nA: b\noops\n\n1\n--x--",
                "part 1 (from byte 4) has a header line without a name and a colon: oops");
        assertFault(
                "x",
                "--x\nA: " + "b".repeat(70_000) + "\n\n1\n--x--",
                "part 1 (from byte 4) has more than 65536 bytes of headers");
        assertFault("x", "--x\n\n".repeat(10_002) + "--x--", "it has more than 10000 parts");
    }

    private static void assertFault(String boundary, String document, String reason) {
        assertThatThrownBy(() -> MultipartReader.read(document.getBytes(UTF_8), boundary))
                .isInstanceOfSatisfying(MultipartSyntaxException.class, fault -> assertThat(fault.reason())
                        .isEqualTo(reason));
    }

    @Test
    void whatever_is_put_into_parts_comes_out_of_them() {
        Law.holdsFor(random -> Values.list(random, 5, Values::bytes), contents -> {
            ByteArrayOutputStream document = new ByteArrayOutputStream();
            for (byte[] content : contents) {
                document.writeBytes("--a boundary\r\nX: y\r\n\r\n".getBytes(UTF_8));
                document.writeBytes(content);
                document.writeBytes("\r\n".getBytes(UTF_8));
            }
            document.writeBytes("--a boundary--".getBytes(UTF_8));

            List<MultipartPart> parts = MultipartReader.read(document.toByteArray(), "a boundary");

            assertThat(parts.stream().map(MultipartPart::content).map(Arrays::toString))
                    .containsExactlyElementsOf(
                            contents.stream().map(Arrays::toString).toList());
        });
    }
}
