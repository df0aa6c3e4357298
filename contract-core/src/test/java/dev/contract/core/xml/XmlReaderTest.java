package dev.contract.core.xml;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XmlReaderTest {

    private static void assertFault(byte[] document, String reason) {
        assertThatThrownBy(() -> XmlReader.read(document))
                .isInstanceOfSatisfying(XmlSyntaxException.class, fault -> assertThat(fault.reason())
                        .isEqualTo(reason));
    }

    @Nested
    class Encodings {

        @Test
        void are_found_by_mark_by_look_and_by_declaration() {
            assertText("<a>ä</a>", UTF_8);
            assertText("\ufeff<a>ä</a>", UTF_8);
            assertText("\ufeff<a>ä</a>", UTF_16BE);
            assertText("\ufeff<a>ä</a>", UTF_16LE);
            assertText("<?xml version='1.0' encoding='UTF-16'?><a>ä</a>", UTF_16BE);
            assertText("<?xml version='1.0' encoding='UTF-16'?><a>ä</a>", UTF_16LE);
            assertText("<?xml version='1.0' encoding=\"ISO-8859-1\"?><a>ä</a>", ISO_8859_1);
            assertText("<?xml version='1.0' encoding='UTF-16'?><a>ä</a>", UTF_8);
        }

        private static void assertText(String document, Charset charset) {
            assertThat(XmlReader.read(document.getBytes(charset)).text()).isEqualTo("ä");
        }

        @Test
        void that_are_unknown_or_not_kept_are_named() {
            assertFault("<a>ä</a>".getBytes(ISO_8859_1), "its bytes are not UTF-8 from byte 3 on at 1:1");
            assertFault(
                    "<?xml version='1.0' encoding='nosuch'?><a/>".getBytes(UTF_8),
                    "its encoding nosuch is not known here at 1:1");
        }
    }

    @Nested
    class Doctypes {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "<!DOCTYPE a><a>x</a>",
                    "<?xml version='1.0'?>\n<!-- <!DOCTYPE --><!DOCTYPE a SYSTEM \"a>b\"><a>x</a>",
                    "<!DOCTYPE a [<!ENTITY b '>]'><!-- ' ]> --><?p ]> ?><!ELEMENT a (b)>] ><a>x</a>",
                    "<a><!-- <!DOCTYPE -->x</a>",
                    "<a><![CDATA[x]]><!-- <!DOCTYPE a [ --></a>"
                })
        void are_passed_over(String document) {
            assertThat(XmlReader.read(document).text()).isEqualTo("x");
        }

        @Test
        void leave_everything_at_its_place() {
            XmlElement root = XmlReader.read("<!DOCTYPE a [\n<!ENTITY b 'c'>\n]><a>\n <b/></a>");

            assertThat(List.of(root.line(), root.children().get(0).line())).containsExactly(3, 4);
            assertThat(root.column()).isEqualTo(6);
        }

        @Test
        void that_break_off_are_refused() {
            assertFault("<a><b></a>".getBytes(UTF_8), """
                    The element type "b" must be terminated by the matching end-tag "</b>". at 1:9""");
            assertFault("\n<!DOCTYPE a [<!ENTITY b".getBytes(UTF_8), "its DOCTYPE has no end at 2:1");
        }
    }
}
