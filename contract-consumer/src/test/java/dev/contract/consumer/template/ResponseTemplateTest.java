package dev.contract.consumer.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.contract.core.body.Body;
import dev.contract.core.body.ContentType;
import dev.contract.core.http.HttpRequest;
import dev.contract.core.http.HttpResponse;
import dev.contract.core.http.Query;
import dev.contract.core.problem.ContractException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResponseTemplateTest {
    private static final HttpRequest JSON = HttpRequest.of("POST", "/users/a%20b/orders")
            .withQuery(Query.parse("sort=name&tag=x&tag=y"))
            .withHeader("X-Request-ID", "r-7")
            .withBody(Body.text(
                    "{\"id\":42,\"items\":[{\"name\":\"tea\"},{\"name\":\"milk\"}],\"a b\":\" c \"}",
                    ContentType.JSON));

    private static String fill(String text, HttpRequest request) {
        HttpResponse response = HttpResponse.of(200).withBody(Body.text(text, ContentType.TEXT));
        return new ResponseTemplate(response).fill(request).body().text();
    }

    @Nested
    class Places {
        @ParameterizedTest
        @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
                {{method}} ~ POST
                {{path}} ~ /users/a%20b/orders
                {{path[1]}} ~ a b
                {{path[9]}} ~ ``
                {{query.sort}} ~ name
                {{query.tag[1]}} ~ y
                {{query}} ~ sort=name&tag=x&tag=y
                {{header.x-request-id}} ~ r-7
                {{header.Other}} ~ ``
                {{json.id}} ~ 42
                {{json.items[1].name}} ~ milk
                {{json.items[2].name}} ~ ``
                {{json.id.deeper}} ~ ``
                {{json['a b'] | trim}} ~ c
                {{json.items[0]}} ~ {"name":"tea"}
                {{xml.order}} ~ ``
                {{'{{'}}x}} ~ {{x}}
                before {{ json.id }} and {{json.id}} ~ before 42 and 42
                {{json.items[0].name | upper}} ~ TEA
                {{header.X-Request-ID | upper | lower}} ~ r-7
                {{json.none | default 'some'}} ~ some
                {{json.id | default some}} ~ 42
                {{path | substring 1 6}} ~ users
                {{path | substring 99 100}} ~ ``
                {{path | replace '/' "-"}} ~ -users-a%20b-orders
                {{query.sort | base64}} ~ bmFtZQ==
                {{query.sort | base64 | unbase64}} ~ name
                {{path | unbase64}} ~ ``
                {{path[1] | urlencode}} ~ a+b
                {{json.items | size}} ~ 2
                {{json.items[0] | size}} ~ 1
                {{query.sort | size}} ~ 4
                {{json.id | add 0.5}} ~ 42.5
                {{query.sort | add 1}} ~ ``
                {{json.id | string}} ~ 42
                """)
        void take_parts_of_the_request(String template, String filled) {
            assertThat(fill(template, JSON)).isEqualTo(filled);
        }

        @ParameterizedTest
        @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
                {{xml.order.item}} ~ tea
                {{xml.order.item[1]}} ~ milk
                {{xml.order.item[1].@id}} ~ 2
                {{xml.order.item[2]}} ~ ``
                {{xml.order.nothing.at.all}} ~ ``
                {{xml.invoice.item}} ~ ``
                """)
        void take_elements_and_attributes(String template, String filled) {
            HttpRequest xml = HttpRequest.of("POST", "/")
                    .withBody(Body.text(
                            "<o:order xmlns:o='urn:o'><item id='1'>tea</item><item id='2'>milk</item></o:order>",
                            ContentType.XML));

            assertThat(fill(template, xml)).isEqualTo(filled);
        }

        @Test
        void take_the_fields_of_a_form() {
            HttpRequest form =
                    HttpRequest.of("POST", "/").withBody(Body.text("name=A%20B&role=x&role=y", ContentType.FORM));

            assertThat(fill("{{form.name}} {{form.role[1]}}", form)).isEqualTo("A B y");
        }

        @Test
        void look_values_up_in_a_table(@TempDir Path directory) throws IOException {
            Path table = Files.writeString(
                    directory.resolve("users.csv"), "id,name,note\r\n42,\"Smith, \"\"Al\"\"\",\r\n43,Bob\n");

            assertThat(fill("{{json.id | lookup '" + table + "' 'name'}}", JSON))
                    .isEqualTo("Smith, \"Al\"");
            assertThat(fill("{{path[1] | lookup '" + table + "' 'name' | default 'nobody'}}", JSON))
                    .isEqualTo("nobody");
        }
    }

    @Nested
    class Bodies {
        private String fill(String text, ContentType type) {
            return new ResponseTemplate(HttpResponse.of(200).withBody(Body.text(text, type)))
                    .fill(JSON)
                    .body()
                    .text();
        }

        @Test
        void of_json_keep_the_kind_of_a_value_that_stands_alone() {
            assertThat(fill(
                            "{\"id\":\"{{json.id}}\",\"text\":\"id {{json.id}}\",\"all\":[\"{{json.items}}\"],"
                                    + "\"none\":\"{{json.none}}\",\"n\":\"{{json.id|string}}\",\"plain\":1}",
                            ContentType.JSON))
                    .isEqualTo("{\"id\":42,\"text\":\"id 42\",\"all\":[[{\"name\":\"tea\"},{\"name\":\"milk\"}]],"
                            + "\"none\":null,\"n\":\"42\",\"plain\":1}");
        }

        @Test
        void of_json_hold_any_text() {
            assertThat(fill("{\"a\":\"<{{'\\\"\\n'}}>\"}", ContentType.JSON)).isEqualTo("{\"a\":\"<\\\"\\n>\"}");
        }

        @Test
        void of_xml_and_forms_have_values_escaped() {
            assertThat(fill("<a b=\"{{'<&'}}\">{{'<&'}}</a>", ContentType.XML))
                    .isEqualTo("<a b=\"&lt;&amp;\">&lt;&amp;</a>");
            assertThat(fill("a={{'b&c'}}", ContentType.FORM)).isEqualTo("a=b%26c");
        }

        @Test
        void that_are_no_text_stay_as_they_are() {
            assertThat(fill("{{path}}", ContentType.OCTET_STREAM)).isEqualTo("{{path}}");
        }

        @Test
        void do_not_grow_without_end() {
            HttpRequest large = HttpRequest.of("POST", "/").withBody(Body.of(new byte[1 << 20]));
            ResponseTemplate template = new ResponseTemplate(
                    HttpResponse.of(200).withBody(Body.text("{{body}}".repeat(20), ContentType.TEXT)));

            assertThatThrownBy(() -> template.fill(large))
                    .hasMessage("CONTRACT-TEMPLATE  a response would grow beyond 16777216 characters\n"
                            + "  mend  take less of the request into it");
        }
    }

    @Test
    void headers_stay_on_their_lines() {
        HttpResponse response = HttpResponse.of(201).withHeader("Location", "/orders/{{json.id}}{{'\r\nX: y'}}");

        assertThat(new ResponseTemplate(response).fill(JSON).headers().values("Location"))
                .containsExactly("/orders/42 X: y");
    }

    @Nested
    class Mistakes {
        @ParameterizedTest
        @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
                {{jsn.id}} ~ there is no "jsn" in a request ~ line 1, column 3 of the body ~ did you mean "json"?
                {{json.id | uper}} ~ there is no helper "uper" ~ line 1, column 13 of the body ~ did you mean "upper"?
                a {{path ~ a place is not closed ~ line 1, column 3 of the body ~ end it with }}
                {{path upper}} ~ a helper must follow a bar ~ line 1, column 8 of the body ~ write {{path | upper}}
                {{json.items[*]}} ~ "json.items[*]" is no path ~ line 1, column 3 of the body ~ write for example json.items[0]['first name']
                {{path | substring 1}} ~ the helper "substring" takes 2 arguments, not 1 ~ line 1, column 10 of the body ~ write substring 0 3
                {{path | substring 3 1}} ~ the text would end before it begins ~ line 1, column 10 of the body ~ correct the arguments of the helper
                {{path | substring a 1}} ~ "a" is no number from 0 ~ line 1, column 10 of the body ~ correct the arguments of the helper
                {{path | replace '' 'a'}} ~ an empty text stands everywhere, and cannot be replaced ~ line 1, column 10 of the body ~ correct the arguments of the helper
                {{path | add 'a'}} ~ "a" is no number ~ line 1, column 10 of the body ~ correct the arguments of the helper
                {{'path}} ~ a quote is not closed ~ line 1, column 3 of the body ~ close it with '
                {{}} ~ a name is missing ~ line 1, column 3 of the body ~ write for example {{path[1] | upper}}
                """)
        void are_told_where_they_stand(String template, String what, String found, String mend) {
            assertThatThrownBy(() -> fill(template, JSON))
                    .isInstanceOf(ContractException.class)
                    .hasMessage("CONTRACT-TEMPLATE  " + what + "\n  found  " + found + "\n  mend   " + mend);
        }

        @Test
        void count_lines() {
            assertThatThrownBy(() -> fill("a\n\n  {{nothing}}", JSON))
                    .hasMessageContaining("line 3, column 5 of the body");
        }

        @Test
        void of_tables_are_told_before_anybody_asks(@TempDir Path directory) throws IOException {
            Path table = Files.writeString(directory.resolve("users.csv"), "id,name\n");
            Path open = Files.writeString(directory.resolve("open.csv"), "id\n\"1");
            Path behind = Files.writeString(directory.resolve("behind.csv"), "id\n\"1\"x");

            assertThatThrownBy(() -> fill("{{path | lookup '" + table + "' 'nme'}}", JSON))
                    .hasMessageContaining("the table " + table + " has no column \"nme\", but \"name\", \"id\"");
            assertThatThrownBy(() -> fill("{{path | lookup 'no such.csv' 'name'}}", JSON))
                    .hasMessageContaining("no such.csv cannot be read");
            assertThatThrownBy(() -> fill("{{path | lookup '" + open + "' 'id'}}", JSON))
                    .hasMessageContaining("the table " + open + " has a quote that is not closed in row 2");
            assertThatThrownBy(() -> fill("{{path | lookup '" + behind + "' 'id'}}", JSON))
                    .hasMessageContaining("the table " + behind + " has text behind a closed quote in row 2");
        }
    }

    @Test
    void the_manual_names_every_source_and_helper() throws IOException {
        Set<String> known = new TreeSet<>(Sources.ALL.keySet());
        known.addAll(Helpers.ALL.keySet());
        String manual = Files.readString(Path.of("README.md"));
        String table = manual.substring(manual.indexOf("| in a template |")).replaceFirst("(?s)\n\n.*", "");

        Set<String> named = Pattern.compile("^\\| `\\W*(\\w+)", Pattern.MULTILINE)
                .matcher(table)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(named).isEqualTo(known);
    }
}
