package dev.contract.interop;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/** Bodies that are no JSON. */
final class OtherBodyCases {
    private static final String XML = "application/xml";
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String MULTIPART = "multipart/form-data; boundary=cut";

    /** A picture of one point, and another. */
    static final byte[] PNG = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNgYGBgAAAABQABh6FO1AAAAABJRU5ErkJggg==");

    private static final byte[] OTHER_PNG = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGP4z8DwHwAFAAH/iZk9HQAAAABJRU5ErkJggg==");

    static final List<Case> ALL = List.of(
            Case.body("text-exact", "text/plain", of("hello"), of("Hello", "hello ", "bye")),
            Case.body("text-like", "text/plain", of("hello", "bye"), of(bytes(PNG))),
            Case.body("text-regex", "text/plain", of("hello", "hi"), of("bye", "")),
            Case.body(
                    "json-suffix", "application/vnd.order+json", of("{\"v\": 1}", "{\"v\":1}"), of("{\"v\": 2}", "{}")),
            Case.body("picture-like", "image/png", of(bytes(PNG), bytes(OTHER_PNG)), of("hello", "{}")),
            Case.body("picture-exact", "image/png", of(bytes(PNG)), of(bytes(OTHER_PNG), "hello")),
            Case.body("bytes-exact", "application/octet-stream", of("hello"), of("bye")),
            Case.body(
                    "xml-exact",
                    XML,
                    of(
                            "<order id=\"7\"><item>tea</item></order>",
                            "<?xml version=\"1.0\"?>\n<order id='7'>\n  <item>tea</item>\n</order>"),
                    of(
                            "<order id=\"8\"><item>tea</item></order>",
                            "<order id=\"7\"><item>milk</item></order>",
                            "<order id=\"7\"/>",
                            "<other id=\"7\"><item>tea</item></other>")),
            Case.body(
                    "xml-text",
                    XML,
                    of("<order><item>tea</item></order>", "<order><item>milk</item></order>"),
                    of("<order><item>TEA</item></order>", "<order/>", "<order><other>tea</other></order>")),
            Case.body(
                    "xml-attribute",
                    XML,
                    of("<order id=\"7\"><item>tea</item></order>", "<order id=\"8\"><item>tea</item></order>"),
                    of("<order id=\"x\"><item>tea</item></order>", "<order><item>tea</item></order>")),
            Case.body(
                    "xml-each",
                    XML,
                    of(
                            "<orders><order id=\"7\"><item>tea</item></order></orders>",
                            "<orders><order id=\"7\"><item>a</item></order><order id=\"8\"><item>b</item></order></orders>"),
                    of(
                            "<orders><order id=\"x\"><item>tea</item></order></orders>",
                            "<orders><order><item>tea</item></order></orders>",
                            "<orders/>")),
            Case.body(
                    "xml-namespace",
                    XML,
                    of(
                            "<o:order xmlns:o=\"urn:orders\"><o:item>tea</o:item></o:order>",
                            "<o:order xmlns:o=\"urn:orders\"><o:item>milk</o:item></o:order>",
                            "<order xmlns=\"urn:orders\"><item>milk</item></order>"),
                    of(
                            "<o:order xmlns:o=\"urn:orders\"><o:item>TEA</o:item></o:order>",
                            "<o:order xmlns:o=\"urn:others\"><o:item>tea</o:item></o:order>")),
            Case.body(
                    "xml-like",
                    XML,
                    of("<order id=\"7\"><item>tea</item></order>", "<order id=\"x\"><item>milk</item></order>"),
                    of(
                            "<order id=\"7\"/>",
                            "<order><item>tea</item></order>",
                            "<other id=\"7\"><item>tea</item></other>")),
            Case.body(
                    "xml-number",
                    XML,
                    of("<order><count>7</count></order>", "<order><count>12</count></order>"),
                    of("<order><count>x</count></order>", "<order/>")),
            Case.body(
                    "xml-date",
                    XML,
                    of("<order on=\"2024-02-29\"/>", "<order on=\"1999-12-31\"/>"),
                    of("<order on=\"29.02.2024\"/>", "<order/>")),
            Case.body(
                    "xml-children",
                    XML,
                    of(
                            "<order><item>tea</item><item>milk</item></order>",
                            "<order><item>milk</item><item>tea</item></order>"),
                    of("<order><item>tea</item><item>MILK</item></order>", "<order/>")),
            Case.body(
                    "xml-generated",
                    XML,
                    of("<order id=\"7\"><item>abc</item></order>", "<order id=\"8\"><item>xyz</item></order>"),
                    of("<order id=\"7\"><item>ABC</item></order>", "<order id=\"x\"><item>abc</item></order>")),
            Case.body("xml-from-state", XML, of("<order><id>42</id></order>"), of("<order/>")),
            Case.body("form-like", FORM, of("a=1&b=x", "a=y&b=x"), of("b=x", "a=1&b=y")),
            Case.body("form-list", FORM, of("a=x&a=y"), of("a=x", "a=x&a=z", "b=x")),
            Case.body("form-generated", FORM, of("a=abc", "a=xyz"), of("a=ABC", "a=ab")),
            Case.body("form-date-expression", FORM, of("a=2024-02-29"), of("a=29.02.2024", "b=2024-02-29")),
            Case.body("form-time-expression", FORM, of("a=12%3A30%3A00"), of("a=12.30", "b=12%3A30%3A00")),
            Case.body("form-datetime-expression", FORM, of("a=2024-02-29T12%3A30%3A00"), of("a=2024-02-29")),
            Case.body("form-exact", FORM, of("a=1&b=x+y", "b=x%20y&a=1"), of("a=2&b=x+y", "a=1", "a=1&a=2&b=x+y")),
            Case.body("form-regex", FORM, of("a=1&b=x", "a=1&b=abc"), of("a=1&b=7", "a=2&b=x", "a=1")),
            Case.body("form-date", FORM, of("a=2024-02-29"), of("a=29.02.2024", "b=2024-02-29")),
            Case.body("form-uuid", FORM, of("a=936da01f-9abd-4d9d-80c7-02af85c822a8"), of("a=x")),
            Case.body("form-include", FORM, of("a=hello", "a=bell"), of("a=help")),
            Case.body("form-from-state", FORM, of("a=42"), of("b=42")),
            Case.body("form-number-from-state", FORM, of("a=42"), of("b=42")),
            Case.body("form-each", FORM, of("a=1", "a=1&a=2"), of("a=x", "a=1&a=x", "b=1")),
            Case.body(
                    "multipart-picture-like",
                    MULTIPART,
                    of(upload(PNG), upload(OTHER_PNG)),
                    of(part("name=\"picture\"; filename=\"point.png\"", "image/png", "hello"))),
            Case.body(
                    "multipart-many",
                    MULTIPART,
                    of(many("{\"v\": 42}", "hello", "a=x"), many("{\"v\": 7}", "hi", "a=y")),
                    of(
                            many("{\"v\": \"x\"}", "hello", "a=x"),
                            many("{\"v\": 42}", "bye", "a=x"),
                            many("{\"v\": 42}", "hello", "a=7"))),
            Case.body(
                    "multipart-mixed",
                    MULTIPART,
                    of(mixed("<order>tea</order>", PNG), mixed("<order>milk</order>", OTHER_PNG)),
                    of(
                            mixed("<order>TEA</order>", PNG),
                            mixed("<order>tea</order>", "hello".getBytes(StandardCharsets.UTF_8)))),
            Case.body(
                    "multipart-json",
                    MULTIPART,
                    of(order("application/json", "{\"v\": 42}"), order("application/json", "{\"v\": 7}")),
                    of(order("application/json", "{\"v\": \"x\"}"), note("{\"v\": 42}"))),
            Case.body(
                    "multipart-json-charset",
                    MULTIPART,
                    of(
                            order("application/json; charset=UTF-8", "{\"v\": 42}"),
                            order("application/json; charset=UTF-8", "{\"v\": 7}")),
                    of(order("application/json; charset=UTF-8", "{\"v\": \"x\"}"), note("{\"v\": 42}"))),
            Case.body(
                    "multipart-text",
                    MULTIPART,
                    of(note("hello")),
                    of(note("bye"), part("name=\"other\"", "text/plain", "hello"))),
            Case.body(
                    "multipart-picture",
                    MULTIPART,
                    of(upload(PNG)),
                    of(upload(OTHER_PNG), part("name=\"picture\"; filename=\"point.png\"", "image/png", "hello"))),
            Case.requests("multipart-upload-exact", MULTIPART, of(upload(PNG)), of(upload(OTHER_PNG), note("hello"))),
            Case.requests(
                    "multipart-upload",
                    MULTIPART,
                    of(upload(PNG), upload(OTHER_PNG)),
                    of(part("name=\"picture\"; filename=\"point.png\"", "image/png", "hello"))));

    private OtherBodyCases() {}

    static String picture() {
        return bytes(PNG);
    }

    static String otherPicture() {
        return bytes(OTHER_PNG);
    }

    private static String order(String contentType, String content) {
        return part("name=\"order\"", contentType, content);
    }

    private static String note(String content) {
        return part("name=\"note\"", "text/plain", content);
    }

    private static String upload(byte[] picture) {
        return part("name=\"picture\"; filename=\"point.png\"", "image/png", bytes(picture));
    }

    private static String many(String order, String note, String form) {
        return open(order("application/json", order)) + open(note(note)) + part("name=\"form\"", FORM, form);
    }

    private static String mixed(String order, byte[] picture) {
        return open(order(XML, order)) + upload(picture);
    }

    /** A body to which more parts are added. */
    private static String open(String body) {
        return body.replace("--cut--\r\n", "");
    }

    private static String part(String disposition, String contentType, String content) {
        return "--cut\r\nContent-Disposition: form-data; %s\r\nContent-Type: %s\r\n\r\n%s\r\n--cut--\r\n"
                .formatted(disposition, contentType, content);
    }

    /** Any bytes in a text. */
    private static String bytes(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static List<String> of(String... texts) {
        return Arrays.asList(texts);
    }
}
