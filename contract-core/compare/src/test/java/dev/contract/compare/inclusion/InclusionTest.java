package dev.contract.compare.inclusion;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contract.core.body.Body;
import dev.contract.core.body.ContentType;
import dev.contract.core.format.ContractReader;
import dev.contract.core.http.Headers;
import dev.contract.core.http.HttpRequest;
import dev.contract.core.http.HttpResponse;
import dev.contract.core.matching.PlanCompiler;
import dev.contract.core.model.AsyncMessage;
import dev.contract.core.model.Contract;
import dev.contract.core.model.HttpInteraction;
import dev.contract.core.model.MessagePart;
import dev.contract.core.model.RequestPart;
import dev.contract.core.model.ResponsePart;
import dev.contract.core.model.SpecVersion;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expectations are written as in a contract file, with single quotes. */
class InclusionTest {
    private static final String USER =
            "'body': {'content': {'id': 42, 'name': 'Alice', 'tags': ['a']}, 'contentType': 'application/json'}";

    private static Contract contract(String version, String list, String interaction) {
        String file = "{'consumer': {'name': 'c'}, 'provider': {'name': 'p'}, '" + list + "': [" + interaction
                + "], 'metadata': {'pactSpecification': {'version': '" + version + "'}}}";
        return ContractReader.readOrThrow("test", file.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }

    private static HttpInteraction http(String version, String request, String response) {
        String interaction = "{'type': 'Synchronous/HTTP', 'description': 'd', 'request': {" + request
                + "}, 'response': {" + response + "}}";
        return (HttpInteraction)
                contract(version, "interactions", interaction).interactions().get(0);
    }

    private static ResponsePart response(String written) {
        return http("4.0", "", written).response();
    }

    private static ResponsePart user(String rules) {
        return response(USER + ", 'matchingRules': {'body': {"
                + rules.replaceAll("(\\$\\S*): (\\{.*?})(?=, \\$|$)", "'$1': {'matchers': [$2]}") + "}}");
    }

    private static RequestPart request(String written) {
        return http("4.0", written, "").request();
    }

    private static MessagePart message(String written) {
        String message = "{'type': 'Asynchronous/Messages', 'description': 'd', " + written + "}";
        return ((AsyncMessage)
                        contract("4.0", "interactions", message).interactions().get(0))
                .message();
    }

    private static String told(Inclusion inclusion) {
        return inclusion.places().isEmpty()
                ? "included"
                : inclusion.places().stream().map(InclusionTest::told).collect(Collectors.joining("\n"));
    }

    private static String told(Place place) {
        Verdict verdict = place.verdict();
        String said = verdict instanceof Verdict.NotIncluded not ? shown(not.witness()) : reason(verdict);
        return place.sentence() + "; " + said.strip();
    }

    private static String reason(Verdict verdict) {
        return verdict instanceof Verdict.Unknown unknown ? "unknown, " + unknown.reason() : "included";
    }

    private static String shown(Witness witness) {
        if (witness instanceof Witness.OfResponse of) {
            return of.response().status() + " " + of.response().headers() + " "
                    + of.response().body().text();
        }
        if (witness instanceof Witness.OfRequest of) {
            HttpRequest request = of.request();
            return request.method() + " " + request.path() + "?"
                    + request.query().encoded() + " " + request.headers() + " "
                    + request.body().text();
        }
        Witness.OfMessage message = (Witness.OfMessage) witness;
        return message.metadata() + " " + message.contents().text();
    }

    @Nested
    class Bodies {
        @ParameterizedTest
        @CsvSource(delimiter = '#', quoteCharacter = '~', textBlock = """
                    $.id: {'match': 'integer'} # $.id: {'match': 'type'} # included
                    $.id: {'match': 'type'} # $.id: {'match': 'integer'} # body $.id: any number, where only an integer is accepted; 200 {} {"id":42.5,"name":"Alice","tags":["a"]}
                    $.name: {'match': 'regex', 'regex': '[0-9]{4}|Alice'} # $.name: {'match': 'regex', 'regex': '[0-9A-Za-z]+'} # included
                    $.name: {'match': 'regex', 'regex': '[0-9A-Za-z]+'} # $.name: {'match': 'regex', 'regex': '[A-Za-z]+'} # body $.name: text that matches '[0-9A-Za-z]+', where only text that matches '[A-Za-z]+' is accepted; 200 {} {"id":42,"name":"7","tags":["a"]}
                    ~~ # $.name: {'match': 'include', 'value': 'li'} # included
                    $.tags: {'match': 'type', 'min': 1, 'max': 3} # $.tags: {'match': 'type', 'max': 5} # included
                    $.tags: {'match': 'type', 'max': 5} # $.tags: {'match': 'type', 'min': 1, 'max': 3} # body $.tags: an array of at most 5 elements, where only an array of 1 to 3 elements is accepted; 200 {} {"id":42,"name":"Alice","tags":[]}
                    $.tags: {'match': 'type'} # ~~ # body $.tags: an array, where only an array of 1 element is accepted; 200 {} {"id":42,"name":"Alice","tags":[]} / body $.tags[*]: any string, where only 'a' is accepted; 200 {} {"id":42,"name":"Alice","tags":["a","text"]}
                    $.name: {'match': 'date', 'format': 'yyyy-MM-dd'} # $.name: {'match': 'regex', 'regex': '[-+0-9]+'} # included
                    $.name: {'match': 'regex', 'regex': 'Alice|\\\\d{4}(-[a-z]+)*'} # $.name: {'match': 'regex', 'regex': 'Alice|([0-8]\\\\d{3}|9[0-79]\\\\d\\\\d|98[0-689]\\\\d|987[0-57-9])(-[a-z]+)*'} # body $.name: text that matches 'Alice|\\d{4}(-[a-z]+)*', where only text that matches 'Alice|([0-8]\\d{3}|9[0-79]\\d\\d|98[0-689]\\d|987[0-57-9])(-[a-z]+)*' is accepted; 200 {} {"id":42,"name":"9876","tags":["a"]}
                    $.name: {'match': 'regex', 'regex': '(.)\\\\1|Alice'} # $.name: {'match': 'type'} # body $.name: text that matches '(.)\\1|Alice', where only any string is accepted; 200 {} {"id":42,"name":11,"tags":["a"]}
                    $.name: {'match': 'regex', 'regex': '(.)\\\\1|Alice'} # $.name: {'match': 'regex', 'regex': '(.)\\\\1|Al.*'} # body $.name: text that matches '(.)\\1|Alice', where only text that matches '(.)\\1|Al.*' is accepted; unknown, the regular expression '(.)\\1|Alice' is not read as an automaton: \\1 refers to a group
                    $.id: {'match': 'equality'} # $.id: {'match': 'regex', 'regex': '.*', 'atLeast': 42} # included
                    $.id: {'match': 'number'} # $.id: {'match': 'equality'} # body $.id: any number, where only 42 is accepted; 200 {} {"id":43,"name":"Alice","tags":["a"]}
                    $.id: {'match': 'number'} # $.id: {'match': 'decimal'} # body $.id: any number, where only a decimal number is accepted; 200 {} {"id":42,"name":"Alice","tags":["a"]}
                    $.name: {'match': 'type'} # $.name: {'match': 'regex', 'regex': '\\\\w+'} # body $.name: any string, where only text that matches '\\w+' is accepted; 200 {} {"id":42,"name":"a b","tags":["a"]}
                    $.name: {'match': 'regex', 'regex': '[^/]{4,8}'} # $.name: {'match': 'regex', 'regex': '[^/]{4,6}'} # body $.name: text that matches '[^/]{4,8}', where only text that matches '[^/]{4,6}' is accepted; 200 {} {"id":42,"name":"letters","tags":["a"]}
                    $.name: {'match': 'date', 'format': 'yyyy-MM-dd'} # $.name: {'match': 'regex', 'regex': '(19|20)[-0-9]+'} # body $.name: a date of format 'yyyy-MM-dd', where only text that matches '(19|20)[-0-9]+' is accepted; 200 {} {"id":42,"name":"2199-10-31","tags":["a"]}
                    $: {'match': 'values'} # ~~ # body $.id: 42, or nothing, where only 42 is accepted; 200 {} {"name":"Alice","tags":["a"]} / body $.name: 'Alice', or nothing, where only 'Alice' is accepted; 200 {} {"id":42,"tags":["a"]} / body $.tags: an array of 1 element, or nothing, where only an array of 1 element is accepted; 200 {} {"id":42,"name":"Alice"}
""")
        void of_rules(String inner, String outer, String expected) {
            assertThat(told(Inclusion.ofResponses(user(inner), user(outer)))).isEqualTo(expected.replace(" / ", "\n"));
        }

        @Test
        void of_objects_of_which_nobody_says_that_they_are_json() {
            HttpInteraction one = http("3.0.0", "", "'body': {'id': 1, 'name': 'Alice'}");
            HttpInteraction fewer = http("3.0.0", "", "'body': {'id': 1}");
            HttpInteraction wider = http(
                    "3.0.0",
                    "",
                    "'body': {'id': 2}, 'matchingRules': {'body': {'$.id': {'matchers': [{'match': 'type'}]}}}");

            assertThat(told(Inclusion.ofResponses(one.response(), fewer.response())))
                    .isEqualTo("included");
            assertThat(told(Inclusion.ofResponses(one.response(), wider.response())))
                    .isEqualTo("included");
            assertThat(told(Inclusion.ofResponses(fewer.response(), one.response())))
                    .isEqualTo("body $.name: nothing, where only 'Alice' is accepted; 200 {} {\"id\":1}");
        }

        @Test
        void a_field_that_the_other_demands() {
            ResponsePart inner = response("'body': {'content': {'id': 1}, 'contentType': 'application/json'}");

            assertThat(told(Inclusion.ofResponses(inner, user("")))).isEqualTo("""
                    body $.name: nothing, where only 'Alice' is accepted; 200 {} {"id":1}
                    body $.tags: nothing, where only an array of 1 element is accepted; 200 {} {"id":1}
                    body $.id: 1, where only 42 is accepted; 200 {} {"id":1}""");
            assertThat(told(Inclusion.ofResponses(user(""), inner))).isEqualTo("""
                    body $.id: 42, where only 1 is accepted; 200 {} {"id":42,"name":"Alice","tags":["a"]}""");
        }

        @Test
        void a_field_that_need_not_be_there() {
            ResponsePart optional = response(
                    "'body': {'content': {}, 'contentType': 'application/json'}, 'presence': {'optional': {'$.nick': 'Al'}}");
            ResponsePart required = response("'body': {'content': {'nick': 'Al'}, 'contentType': 'application/json'}");

            assertThat(told(Inclusion.ofResponses(optional, required))).isEqualTo("""
                    body $.nick: 'Al', or nothing, where only 'Al' is accepted; 200 {} {}""");
            assertThat(told(Inclusion.ofResponses(required, optional))).isEqualTo("included");
        }

        @Test
        void requests_have_no_other_fields() {
            RequestPart one = request("'body': {'content': {'id': 1}, 'contentType': 'application/json'}");
            RequestPart two = request("'body': {'content': {'id': 1, 'vip': true}, 'contentType': 'application/json'}");

            assertThat(told(Inclusion.ofRequests(two, one))).isEqualTo("""
                    body $.vip: true, where nothing is accepted; GET /? {} {"id":1,"vip":true}""");
        }

        @Test
        void of_a_price_by_a_whole_number_and_not_by_itself_in_other_words() {
            String price =
                    "'body': {'content': 4.99, 'contentType': 'application/json'}, 'matchingRules': {'body': {'$': {'matchers': [{'match': '%s'}]}}}";

            assertThat(told(Inclusion.ofResponses(
                            response(String.format(price, "number")), response(String.format(price, "decimal")))))
                    .isEqualTo("body $: any number, where only a decimal number is accepted; 200 {} 5");
        }

        @Test
        void elements_of_arrays() {
            String list =
                    "'body': {'content': [{'id': 1, 'name': 'a'}], 'contentType': 'application/json'}, 'matchingRules': {'body': {'$': {'matchers': [{'match': 'type', 'min': 1}]}%s}}";
            ResponsePart inner = response(String.format(list, ""));
            ResponsePart outer = response(String.format(list, ", '$[*].id': {'matchers': [{'match': 'integer'}]}"));

            assertThat(told(Inclusion.ofResponses(inner, outer))).isEqualTo("""
                    body $[*].id: any number, where only an integer is accepted; 200 {} [{"id":1,"name":"a"},{"id":1.5,"name":"a"}]""");
        }

        @Test
        void elements_between_positions_that_rules_name() {
            String list =
                    "'body': {'content': ['a'], 'contentType': 'application/json'}, 'matchingRules': {'body': {'$': {'matchers': [{'match': 'type', 'max': 3}]}%s}}";
            ResponsePart inner = response(String.format(list, ""));
            String named =
                    ", '$[*]': {'matchers': [{'match': 'regex', 'regex': 'a'}]}, '$[0]': {'matchers': [{'match': 'type'}]}, '$[999999999]': {'matchers': [{'match': 'type'}]}";
            ResponsePart outer = response(String.format(list, named));

            assertThat(told(Inclusion.ofResponses(inner, outer))).isEqualTo("""
                    body $[*]: any string, where only text that matches 'a' is accepted; 200 {} ["a","text"]""");
        }

        @Test
        void of_the_same_bytes_in_another_charset() {
            String text = "'headers': {'Content-Type': ['text/plain%s']}, 'body': {'content': 'é'}";
            ResponsePart inner = response(String.format(text, "; charset=ISO-8859-1"));
            ResponsePart outer = response(String.format(text, ""));

            assertThat(told(Inclusion.ofResponses(inner, outer))).isEqualTo("""
                    body $: a body of type text/plain, where only a body of type text/plain as expected is accepted; unknown, bodies of this type are followed only where the same is expected, and no body shows it""");
        }

        private static String encoded(String base64, String type, String rules) {
            return "'body': {'content': '" + base64 + "', 'contentType': '" + type + "', 'encoded': 'base64'}"
                    + ", 'matchingRules': {'body': {" + rules + "}}";
        }

        @Test
        void of_bytes_that_are_no_text() {
            String latin = encoded("Y2Fm6Q==", "text/plain", "");
            String other = encoded("Y2Fm6A==", "text/plain", "");

            assertThat(told(Inclusion.ofResponses(response(latin), response(other))))
                    .isEqualTo(
                            "body $: a body of type text/plain, where only a body of type text/plain as expected is accepted; 200 {} caf\uFFFD");
            assertThat(told(Inclusion.ofResponses(response(latin), response(latin))))
                    .isEqualTo("included");
        }

        @Test
        void of_a_text_behind_a_byte_order_mark() {
            String marked = encoded("77u/YWJj", "text/plain", "");
            String plain = encoded("YWJj", "text/plain", "");
            String four = encoded("YWJjZA==", "text/plain", "'$': {'matchers': [{'match': 'regex', 'regex': '.{4}'}]}");

            assertThat(told(Inclusion.ofResponses(response(marked), response(four))))
                    .isEqualTo("body $: 'abc', where only text that matches '.{4}' is accepted; 200 {} abc");
            assertThat(told(Inclusion.ofResponses(response(marked), response(plain))))
                    .isEqualTo("included");
        }

        @Test
        void of_forms_that_are_no_text() {
            String type = "application/x-www-form-urlencoded";
            String replaced = "'body': {'content': 'a=%EF%BF%BD', 'contentType': '" + type + "'}";
            String malformed = encoded("YT3/", type, "");

            assertThat(told(Inclusion.ofResponses(response(replaced), response(malformed))))
                    .isEqualTo("body $: a body of type application/x-www-form-urlencoded, where only a body of type"
                            + " application/x-www-form-urlencoded as expected is accepted; 200 {} a=%EF%BF%BD");
            assertThat(told(Inclusion.ofResponses(response(malformed), response(replaced))))
                    .isEqualTo("body $: a body of type application/x-www-form-urlencoded, where only a body of type"
                            + " application/x-www-form-urlencoded as expected is accepted; unknown, nothing was"
                            + " found that the one accepts at all");
        }

        @Test
        void of_the_same_bytes_with_another_boundary() {
            String body =
                    "'body': '--a\\r\\nContent-Disposition: form-data; name=\\\"x\\\"\\r\\n\\r\\n--b\\r\\nContent-Disposition:"
                            + " form-data; name=\\\"y\\\"\\r\\n\\r\\n1\\r\\n--b--\\r\\n--a--\\r\\n'";
            String type = "'headers': {'Content-Type': 'multipart/form-data; boundary=%s'}, ";
            ResponsePart one = http("3.0.0", "", type.formatted("a") + body).response();
            ResponsePart other = http("3.0.0", "", type.formatted("b") + body).response();

            assertThat(told(Inclusion.ofResponses(one, other)))
                    .startsWith("body $.y: nothing, where only a part of type application/json is accepted;"
                            + " 200 {Content-Type=[multipart/form-data; boundary=a]} --a")
                    .contains("body $.x: a part of type text/plain, where nothing is accepted; 200 ");
        }

        private static final String FIELD = part("id", "", "42");
        private static final String FILE = part("user", "Content-Type: application/json\\r\\n", "{\\\"id\\\": 42}");

        private static String part(String name, String type, String contents) {
            return "--a\\r\\nContent-Disposition: form-data; name=\\\"" + name + "\\\"\\r\\n" + type + "\\r\\n"
                    + contents + "\\r\\n";
        }

        /** With {@code a} in all that is given as the boundary. */
        private static String multipart(String boundary, String parts, String rules) {
            return "'headers': {'Content-Type': 'multipart/form-data; boundary=" + boundary + "'}, 'body': '"
                    + (parts + "--a--").replace("--a", "--" + boundary) + "', 'matchingRules': {" + rules + "}";
        }

        private static String ofRequests(String one, String other) {
            return told(Inclusion.ofRequests(
                    http("3.0.0", one, "").request(), http("3.0.0", other, "").request()));
        }

        @Test
        void of_the_same_parts_whatever_their_boundary_and_order() {
            String any = "'header': {'Content-Type': {'matchers': [{'match': 'regex', 'regex':"
                    + " 'multipart/form-data;(\\\\s*charset=[^;]*;)?\\\\s*boundary=.*'}]}}";
            String one = multipart("a", FIELD + FILE, any);

            assertThat(ofRequests(one, multipart("zz", FIELD + FILE, any))).isEqualTo("included");
            assertThat(ofRequests(one, multipart("zz", FILE + FIELD, any))).isEqualTo("included");
            assertThat(ofRequests(multipart("a", FIELD + FILE, ""), multipart("zz", FIELD + FILE, "")))
                    .isEqualTo("included");
            assertThat(ofRequests(one, multipart("a", FIELD.replace("42", "43") + FILE, any)))
                    .startsWith("body $.id: 42, where only 43 is accepted; GET ");
        }

        @Test
        void of_parts_that_have_rules() {
            String type = "'body': {'$.user.id': {'matchers': [{'match': 'type'}]}}";
            String content =
                    "'body': {'$.user': {'matchers': [{'match': 'contentType', 'value': 'application/json'}]}}";
            String exact = multipart("a", FIELD + FILE, "");
            String other = FILE.replace("42", "43");

            assertThat(ofRequests(exact, multipart("b", FIELD + FILE, type))).isEqualTo("included");
            assertThat(ofRequests(multipart("b", FIELD + FILE, type), exact))
                    .startsWith("body $.user.id: any number, where only 42 is accepted; GET ");
            assertThat(ofRequests(multipart("a", FILE, content), multipart("b", other, content)))
                    .isEqualTo("included");
        }

        @Test
        void whose_boundary_counts_where_no_header_tells_another() {
            String parts = (FIELD + FILE + "--a--");
            String body = "'body': {'content': '%s', 'contentType': 'multipart/form-data; boundary=%s'}";

            assertThat(told(Inclusion.ofResponses(
                            response(body.formatted(parts, "a")),
                            response(body.formatted(parts.replace("--a", "--zz"), "zz")))))
                    .startsWith("body $: a body of type multipart/form-data, where only a body of type"
                            + " multipart/form-data as expected is accepted; unknown, ");
        }

        @Test
        void of_bytes_that_only_need_to_look_like_a_type() {
            String image = "'body': {'content': '%s', 'contentType': 'image/png', 'encoded': 'base64'}";
            String looks =
                    ", 'matchingRules': {'body': {'$': {'matchers': [{'match': 'contentType', 'value': 'image/%s'}]}}}";
            ResponsePart exact = response(image.formatted("iVBORw0KGgowMDAw"));
            ResponsePart one = response(image.formatted("iVBORw0KGgowMDAw") + looks.formatted("png"));
            ResponsePart other = response(image.formatted("iVBORw0KGgoxMTEx") + looks.formatted("png"));
            ResponsePart jpeg = response(image.formatted("/9j/4AAQSkZJRgA=") + looks.formatted("jpeg"));

            assertThat(told(Inclusion.ofResponses(one, other))).isEqualTo("included");
            assertThat(told(Inclusion.ofResponses(exact, other))).isEqualTo("included");
            assertThat(told(Inclusion.ofResponses(one, exact)))
                    .startsWith(
                            "body $: content of type 'image/png', where only a body of type image/png as expected is"
                                    + " accepted; 200 ");
            assertThat(told(Inclusion.ofResponses(exact, jpeg)))
                    .startsWith(
                            "body $: a body of type image/png, where only content of type 'image/jpeg' is accepted; 200 ");
        }

        @Test
        void of_another_type_or_none() {
            ResponsePart text = response("'body': {'content': 'Hello', 'contentType': 'text/plain'}");
            ResponsePart none = response("");

            assertThat(told(Inclusion.ofResponses(text, user("")))).isEqualTo("""
                    body $: a body of type text/plain, where only a body of type application/json is accepted; 200 {} Hello""");
            assertThat(told(Inclusion.ofResponses(none, text))).isEqualTo("""
                    body $: any body, where only a body of type text/plain is accepted; 200 {}""");
            assertThat(told(Inclusion.ofResponses(text, none))).isEqualTo("included");
        }
    }

    /** What looks included at first sight. */
    @Nested
    class NeverProven {
        private static final String TEXT = "'body': {'content': 'Alice', 'contentType': 'text/plain'}";

        @Test
        void where_another_entry_of_an_optional_example_is_the_template() {
            String optional = "'body': {'content': {}, 'contentType': 'application/json'},"
                    + " 'matchingRules': {'body': {'$.a': {'matchers': [{'match': 'values'}]}}}, 'presence': {'optional': {'$.a': %s}}";
            ResponsePart number = response(optional.formatted("{'a': 1, 'b': 'x'}"));
            ResponsePart text = response(optional.formatted("{'b': 'x', 'a': 1}"));

            assertThat(told(Inclusion.ofResponses(number, text))).isEqualTo("""
                    body $.a.*: 1, where only 'x' is accepted; 200 {} {"a":{"a":1,"b":"x","other":1}}""");
        }

        @Test
        void where_no_body_will_do_as_well() {
            ResponsePart any = response(
                    TEXT
                            + ", 'matchingRules': {'body': {'$': {'combine': 'OR', 'matchers': [{'match': 'notEmpty'}, {'match': 'type'}]}}}");
            ResponsePart some =
                    response(TEXT + ", 'matchingRules': {'body': {'$': {'matchers': [{'match': 'type'}]}}}");

            assertThat(told(Inclusion.ofResponses(any, some))).isEqualTo("""
                    body $: a body of type text/plain, or no body, where only a body of type text/plain is accepted; 200 {}""");
            assertThat(told(Inclusion.ofResponses(some, any))).isEqualTo("included");
        }

        @ParameterizedTest
        @CsvSource(delimiter = '#', quoteCharacter = '~', textBlock = """
                    'OR', 'matchers': [{'match': 'contentType', 'value': 'application/json'}, {'match': 'eachValue', 'rules': []}] # 'AND', 'matchers': [{'match': 'contentType', 'value': 'application/json'}]
                    'AND', 'matchers': [{'match': 'contentType', 'value': 'application/json'}] # 'AND', 'matchers': [{'match': 'contentType', 'value': 'application/json'}, {'match': 'integer'}]
""")
        void where_other_rules_stand_beside_one_that_looks_at_bytes(String inner, String outer) {
            String user = USER + ", 'matchingRules': {'body': {'$.id': {'combine': %s}}}";

            Inclusion inclusion =
                    Inclusion.ofResponses(response(String.format(user, inner)), response(String.format(user, outer)));

            assertThat(inclusion.verdict().isIncluded()).isFalse();
        }

        @Test
        void where_no_type_is_declared_and_another_number_is_expected() {
            HttpInteraction one = http("3.0.0", "", "'body': 1");
            HttpInteraction other =
                    http("3.0.0", "", "'body': 2, 'matchingRules': {'body': {'$': {'matchers': [{'match': 'type'}]}}}");

            assertThat(told(Inclusion.ofResponses(one.response(), other.response())))
                    .isEqualTo("""
                    body $: a body of type application/json, where only a body of type application/json is accepted; unknown, no type is declared, and a body that has another one is compared in another way""");
        }

        @ParameterizedTest
        @CsvSource(delimiter = '#', quoteCharacter = '~', textBlock = """
                    [ab]+            # (a|b)+             # with a long text, text that matches '(a|b)+' may take so long that it is refused
                    [ab]{1,400}      # (a|b)+             # ~~
                    [a-z]*           # [a-z]*[a-z]*1|[a-z]* # with a long text, text that matches '[a-z]*[a-z]*1|[a-z]*' may take so long that it is refused
                    [a-z]+           # [a-z]*[a-z]*[a-z]+ # ~~
                    [a-z]{1,50}      # [a-z]*[a-z]*[a-z]+ # ~~
                    [a-z]+-[0-9]+    # [a-z]+-?[0-9]*     # ~~
                    [0-9]+           # -?[0-9]+([.][0-9]+)? # ~~
                    ^[\\\\w.+-]+@[\\\\w-]+\\\\.[\\\\w.]+$ # .+@.+                # ~~
                    ^[\\\\w.+-]+@[\\\\w.-]+\\\\.[a-z]{2,}$ # ^.+@.+\\\\..+$ # ~~
""")
        void where_the_engine_might_not_come_to_an_end(String inner, String outer, String reason) {
            String regex = "$.name: {'match': 'regex', 'regex': '%s'}";

            Inclusion inclusion =
                    Inclusion.ofResponses(user(String.format(regex, inner)), user(String.format(regex, outer)));

            assertThat(inclusion.verdict())
                    .isEqualTo(reason.isEmpty() ? new Verdict.Included() : new Verdict.Unknown(reason));
        }

        @Test
        void where_a_header_may_have_odd_characters() {
            String header =
                    "'headers': {'X-Id': ['a']}, 'matchingRules': {'header': {'X-Id': {'matchers': [{'match': 'regex', 'regex': '%s'}]}}}";
            ResponsePart any = response(String.format(header, "(?s).*"));
            ResponsePart line = response(String.format(header, ".*"));

            assertThat(Inclusion.ofResponses(any, line).verdict().isIncluded()).isFalse();
            assertThat(Inclusion.ofResponses(line, any).verdict().isIncluded()).isTrue();
        }

        @Test
        void where_a_text_may_have_half_a_character() {
            ResponsePart any = user("$.name: {'match': 'type'}");
            ResponsePart whole = user("$.name: {'match': 'regex', 'regex': '(?s)[^\\\\x{D800}-\\\\x{DFFF}]*'}");

            assertThat(Inclusion.ofResponses(any, whole).verdict().isIncluded()).isFalse();
        }

        @Test
        void where_a_number_is_written_at_length() {
            String decimal = "'body': {'content': {'n': 1.5}, 'contentType': 'application/json'}%s";
            ResponsePart equal = response(String.format(decimal, ""));
            ResponsePart bound = response(
                    String.format(
                            decimal,
                            ", 'matchingRules': {'body': {'$.n': {'matchers': [{'match': 'regex', 'regex': '.*', 'atLeast': 1}]}}}"));
            HttpResponse atLength = new HttpResponse(
                    200,
                    Headers.of(Map.of()),
                    Body.text("{\"n\": 1.5" + "0".repeat(988) + "e+0000000000}", ContentType.JSON));

            assertThat(Inclusion.ofResponses(equal, bound).verdict().isIncluded())
                    .isTrue();
            assertThat(PlanCompiler.response(bound, SpecVersion.V4)
                            .match(atLength)
                            .mismatches())
                    .isEmpty();
        }
    }

    @Nested
    class Heads {
        @Test
        void status_codes() {
            ResponsePart success = response(
                    "'status': 200, 'matchingRules': {'status': {'matchers': [{'match': 'statusCode', 'status': 'success'}]}}");

            assertThat(told(Inclusion.ofResponses(response("'status': 201"), success)))
                    .isEqualTo("included");
            assertThat(told(Inclusion.ofResponses(success, response("'status': 201"))))
                    .isEqualTo("""
                    status: a status from 200 to 299, where only a status 201 is accepted; 200 {}""");
        }

        @Test
        void headers() {
            ResponsePart plain =
                    response("'headers': {'Content-Type': ['application/json; charset=utf-8'], 'X-Id': ['42']}");
            ResponsePart ruled = response(
                    "'headers': {'content-type': ['application/json'], 'X-Id': ['7']}, 'matchingRules': {'header': {'x-id': {'matchers': [{'match': 'integer'}]}, 'content-type': {'matchers': [{'match': 'regex', 'regex': 'application/json.*'}]}}}");

            assertThat(told(Inclusion.ofResponses(plain, ruled))).isEqualTo("included");
            assertThat(told(Inclusion.ofResponses(ruled, plain))).isEqualTo("""
                    header Content-Type: text that matches 'application/json.*', where only 'application/json; charset=utf-8' is accepted; 200 {content-type=[application/json], X-Id=[7]}
                    header X-Id: an integer, where only '42' is accepted; 200 {content-type=[application/json], X-Id=[7]}""");
            assertThat(told(Inclusion.ofResponses(response(""), plain))).isEqualTo("""
                    header Content-Type: nothing, where only 'application/json; charset=utf-8' is accepted; 200 {}
                    header X-Id: nothing, where only '42' is accepted; 200 {}""");
        }

        @Test
        void rules_of_other_positions_of_a_header() {
            String two = "'headers': {'X-A': ['1', '2'], 'Vary': ['1', '2']}, 'matchingRules': {'header': {%s}}";
            String digit = "'%s[%d]': {'matchers': [{'match': 'regex', 'regex': '[0-9]'}]}";
            ResponsePart first = response(two.formatted(digit.formatted("X-A", 0) + ", " + digit.formatted("Vary", 0)));
            ResponsePart second =
                    response(two.formatted(digit.formatted("X-A", 1) + ", " + digit.formatted("Vary", 1)));

            assertThat(told(Inclusion.ofResponses(first, second))).isEqualTo("""
                    header X-A: '1, 2', where only '1, 2' is accepted; 200 {X-A=[2, 2], Vary=[1, 2]}
                    header Vary: text that matches '[0-9]', '2', where only '1', text that matches '[0-9]' is accepted; 200 {X-A=[1, 2], Vary=[7, 2]}""");
            assertThat(told(Inclusion.ofResponses(first, first))).isEqualTo("included");
        }

        /** Even a group of no rules leaves the number of values free. */
        @Test
        void rules_under_the_name_of_a_header_beside_those_of_a_position() {
            String one = "'headers': {'Vary': ['1']}, 'matchingRules': {'header': {%s}}";
            String digit = "'Vary[0]': {'matchers': [{'match': 'regex', 'regex': '[0-9]'}]}";
            ResponsePart free = response(one.formatted("'Vary': {'matchers': []}, " + digit));

            assertThat(told(Inclusion.ofResponses(free, response(one.formatted(digit)))))
                    .isEqualTo("""
                    header Vary: text that matches '[0-9]', where only text that matches '[0-9]' is accepted; 200 {Vary=[1, 1]}""");
        }

        @Test
        void method_path_and_query() {
            RequestPart one =
                    request("'method': 'GET', 'path': '/users/42', 'query': {'page': ['1'], 'tag': ['a', 'b']}");
            RequestPart other = request(
                    "'method': 'GET', 'path': '/users/7', 'query': {'page': ['1'], 'tag': ['a']}, 'matchingRules': {'path': {'matchers': [{'match': 'regex', 'regex': '/users/[0-9]+'}]}, 'query': {'tag': {'matchers': [{'match': 'type'}]}}}");

            assertThat(told(Inclusion.ofRequests(one, other))).isEqualTo("included");
            assertThat(told(Inclusion.ofRequests(other, one))).isEqualTo("""
                    path: text that matches '/users/[0-9]+', where only '/users/42' is accepted; GET /users/7?page=1&tag=a {}
                    query tag: any text, where only 'a', 'b' is accepted; GET /users/7?page=1&tag=a {}""");
            assertThat(told(Inclusion.ofRequests(
                            request("'method': 'DELETE', 'path': '/a'"),
                            request("'method': 'PUT', 'path': '/a', 'query': {'x': ['1']}"))))
                    .isEqualTo("""
                    method: DELETE, where only PUT is accepted; DELETE /a? {}
                    query x: nothing, where only '1' is accepted; DELETE /a? {}""");
        }

        @Test
        void paths_that_are_compared_as_they_came_and_decoded() {
            RequestPart equal =
                    request("'path': '/a%20b', 'matchingRules': {'path': {'matchers': [{'match': 'equality'}]}}");
            RequestPart ruled = request(
                    "'path': '/a%20b', 'matchingRules': {'path': {'matchers': [{'match': 'regex', 'regex': '/a%20b'}]}}");

            assertThat(told(Inclusion.ofRequests(ruled, equal))).isEqualTo("""
                    path: text that matches '/a%20b', where only '/a%20b' is accepted; GET /a%2520b? {}""");
            assertThat(told(Inclusion.ofRequests(equal, ruled))).isEqualTo("""
                    path: '/a%20b', where only text that matches '/a%20b' is accepted; unknown, no path shows it""");
        }

        @Test
        void paths_with_rules_of_which_there_is_none() {
            RequestPart all = request("'path': '/b', 'matchingRules': {'path': {'combine': 'AND', 'matchers': []}}");
            RequestPart any = request("'path': '/b', 'matchingRules': {'path': {'combine': 'OR', 'matchers': []}}");

            assertThat(told(Inclusion.ofRequests(all, request("'path': '/a'")))).isEqualTo("""
                    path: '/b', where only '/a' is accepted; GET /b? {}""");
            assertThat(told(Inclusion.ofRequests(any, request("'path': '/a'")))).isEqualTo("""
                    path: '/b', where only '/a' is accepted; GET /b? {}""");
            assertThat(told(Inclusion.ofRequests(
                            request(
                                    "'path': '/b', 'matchingRules': {'path': {'matchers': [{'match': 'regex', 'regex': '/.*'}]}}"),
                            all)))
                    .isEqualTo("""
                    path: text that matches '/.*', where only '/b' is accepted; GET /ba? {}""");
            assertThat(told(Inclusion.ofRequests(all, any))).isEqualTo("included");
            assertThat(told(Inclusion.ofRequests(all, request("'path': '/b'")))).isEqualTo("included");
        }

        @Test
        void of_very_many_values() {
            String many = "'path': '/', 'query': {'tag': ['a'" + ", 'a'".repeat(149) + "%s]}";
            RequestPart one = request(String.format(many, ", 'a'"));
            RequestPart other = request(String.format(many, ", 'b'"));
            RequestPart ruled = request(
                    "'path': '/', 'query': {'tag': ['a']}, 'matchingRules': {'query': {'tag': {'matchers': [{'match': 'type'}]}, '$.tag[999999999]': {'matchers': [{'match': 'integer'}]}}}");

            assertThat(told(Inclusion.ofRequests(one, other)))
                    .startsWith("query tag: 'a', 151 values, where only 'a', 151 values is accepted; ");
            assertThat(Inclusion.ofRequests(one, other).verdict().isIncluded()).isFalse();
            assertThat(told(Inclusion.ofRequests(one, ruled)))
                    .endsWith("; unknown, rules name positions beyond 1000, and these are not followed");
        }

        @Test
        void the_content_type_under_another_name() {
            String contents = "'contents': {'content': 'a', 'contentType': 'text/plain'}, 'metadata': ";
            MessagePart one = message(
                    contents
                            + "{'Content-Type': 'text/plain'}, 'matchingRules': {'metadata': {'Content-Type': {'matchers': [{'match': 'type'}]}}}");
            MessagePart other = message(contents + "{'contentType': 'text/plain'}");

            assertThat(told(Inclusion.ofMessages(one, other))).isEqualTo("""
                    metadata contentType: any string, where only 'text/plain' is accepted; unknown, these are compared in a way of their own""");
        }

        @Test
        void metadata() {
            MessagePart one = message(
                    "'contents': {'content': {'id': 1}, 'contentType': 'application/json'}, 'metadata': {'topic': 'users', 'key': 7}");
            MessagePart other = message(
                    "'contents': {'content': {'id': 1}, 'contentType': 'application/json'}, 'metadata': {'topic': 'users'}, 'matchingRules': {'metadata': {'topic': {'matchers': [{'match': 'type'}]}}}");

            assertThat(told(Inclusion.ofMessages(one, other))).isEqualTo("included");
            assertThat(told(Inclusion.ofMessages(other, one))).isEqualTo("""
                    metadata topic: any string, where only 'users' is accepted; {"topic":"a"} {"id":1}
                    metadata key: nothing, where only 7 is accepted; {"topic":"users"} {"id":1}""");
        }

        @Test
        void bounds_in_alternatives_are_never_taken_for_none() {
            String query = "'method': 'GET', 'path': '/', 'query': {'tag': ['a']}, 'matchingRules': {'query': {'tag': ";
            RequestPart any = request(query + "{'matchers': [{'match': 'type'}]}}}");
            RequestPart few = request(query
                    + "{'combine': 'OR', 'matchers': [{'match': 'type', 'max': 2}, {'match': 'type', 'min': 9}]}}}");

            assertThat(told(Inclusion.ofRequests(any, few)))
                    .endsWith("; unknown, alternatives bound the number of values");
            assertThat(told(Inclusion.ofRequests(few, any))).isEqualTo("included");
        }

        @Test
        void the_string_of_a_query_in_version_1_0() {
            HttpInteraction one = http("1.0.0", "'method': 'GET', 'path': '/', 'query': 'a=1&b=2'", "");
            HttpInteraction other = http("1.0.0", "'method': 'GET', 'path': '/', 'query': 'b=2&a=1'", "");

            Inclusion inclusion = Inclusion.ofRequests(one.request(), SpecVersion.V1, other.request(), SpecVersion.V1);
            assertThat(told(inclusion)).isEqualTo("""
                    query: the parameters in any order, where only exactly the string of version 1.0 is accepted; GET /?a=1&b=2 {}""");
        }
    }
}
