package dev.contract.interop;

import java.util.List;

/** What peers cannot do, as the manual of contract-core has it: {@link DeviationsTest} holds the two together, {@link TravelTest} both to the truth. */
final class Deviations {
    private static final String PACT_JVM = Peers.PACT_JVM;
    private static final String PACT_JS = Peers.PACT_JS;

    static final List<Deviation> ALL = List.of(
            new Deviation(
                    PACT_JVM,
                    "reads no rule for a key that holds a quote, not even one it wrote itself",
                    "we read all spellings of such keys; for pact-jvm there is none",
                    trial -> trial.is("quoted-key") && trial.exchange().good()),
            new Deviation(
                    PACT_JVM,
                    "accepts dates and times that no calendar has, such as `2024-13-01` and `25:00`",
                    "we refuse them",
                    trial -> (trial.is("date") && trial.with("{\"v\": \"2024-13-01\"}"))
                            || (trial.is("time") && trial.with("{\"v\": \"25:00:00\"}"))),
            new Deviation(
                    PACT_JVM,
                    "takes no text for an `integer`, a `decimal` or a `number` in query parameters, form fields and texts of XML elements",
                    "we take the text of a number; `regex` is understood by all",
                    trial -> (trial.is("query-integer") || trial.is("form-each") || trial.is("xml-number"))
                            && trial.exchange().good()),
            new Deviation(
                    PACT_JVM,
                    "writes rules for the values of a repeated query parameter as `q[0]` and `q[1]`, and compares those values exactly",
                    "we apply them",
                    trial -> trial.is("query-numbered") && trial.serves() && trial.with("q=8&q=b")),
            new Deviation(
                    PACT_JVM,
                    "takes a header line with commas for one value when it serves requests",
                    "we take `a, b` for two values, as HTTP does",
                    trial -> trial.is("header-list")
                            && trial.serves()
                            && trial.exchange().good()),
            new Deviation(
                    PACT_JVM,
                    "compares a part or a message with a `contentType` rule byte by byte",
                    "we look at what the bytes are, as the rule says",
                    trial -> (trial.is("multipart-picture-like")
                                    || trial.is("multipart-mixed")
                                    || trial.is("message-picture-like"))
                            && isSecond(trial)),
            new Deviation(
                    PACT_JVM,
                    "compares the bytes of a V3 message with the base64 that stands in the file",
                    "V4 says what is base64",
                    trial -> (trial.is("message-binary") || trial.is("message-picture-like"))
                            && trial.version().equals("V3")
                            && trial.exchange().good()),
            new Deviation(
                    PACT_JVM,
                    "finds metadata that is an object unequal to itself, and in V4 numbers too, where no rule stands",
                    "we compare metadata as JSON; a rule is understood by all",
                    trial -> (trial.is("message-object")
                                    || (trial.is("message-number")
                                            && trial.version().equals("V4")))
                            && trial.exchange().good()),
            new Deviation(
                    PACT_JVM,
                    "writes generators of form fields as `a` instead of `$.a`, and cannot read them",
                    "we take both for the field",
                    trial -> trial.is("form-generated")
                            && trial.writer().equals(PACT_JVM)
                            && trial.exchange().good()),
            new Deviation(
                    PACT_JVM,
                    "passes over our attributes: optional fields and objects that may be null are not looked at, `strict` objects may have other keys, and a `schema` is not applied",
                    "no version of the specification has words for it; nothing that we accept is refused",
                    Deviations::isOurs),
            new Deviation(
                    PACT_JS,
                    "reads no rule for a key that holds a quote, not even one it wrote itself",
                    "we read all spellings of such keys; for pact-js there is none",
                    trial -> trial.is("quoted-key") && trial.exchange().good()),
            new Deviation(
                    PACT_JS,
                    "takes null for the text `null` where a regular expression is demanded",
                    "we refuse null unless the rule allows it",
                    trial -> trial.is("regex") && trial.with("{\"v\": null}")),
            new Deviation(
                    PACT_JS,
                    "sends no request whose JSON body is a single text or number: the proxy of its verifier refuses it",
                    "we send it as it stands",
                    trial -> (trial.is("root-text") || trial.is("root-number"))
                            && !trial.serves()
                            && trial.exchange().good()),
            new Deviation(
                    PACT_JS,
                    "compares the parts of a multipart body byte by byte when they are JSON, XML or forms, whatever their rules",
                    "we compare each part by its own type, and write rules as pact-jvm does",
                    trial -> (trial.is("multipart-json") || trial.is("multipart-many") || trial.is("multipart-mixed"))
                            && trial.exchange().good()),
            new Deviation(
                    PACT_JS,
                    "applies no rule to an XML element whose name has a prefix",
                    "we find it by its namespace, under any prefix",
                    trial ->
                            trial.is("xml-namespace") && trial.exchange().name().contains("milk")),
            new Deviation(
                    PACT_JS,
                    "knows no arrays in any order",
                    "we apply the rules that pact-jvm has for them",
                    trial -> trial.contract().startsWith("any-order")
                            && trial.exchange().good()),
            new Deviation(
                    PACT_JS,
                    "passes over our attributes: optional fields and objects that may be null are not looked at, `strict` objects may have other keys, and a `schema` is not applied",
                    "no version of the specification has words for it; nothing that we accept is refused",
                    Deviations::isOurs));

    private Deviations() {}

    private static boolean isOurs(Trial trial) {
        return (trial.is("optional") && trial.with("{\"id\": 1, \"nick\": 7}"))
                || (trial.is("nullable-object") && trial.with("{\"id\": 1, \"at\": {\"x\": \"a\"}}"))
                || (trial.is("strict") && trial.with("{\"id\": 1, \"more\": 2}"))
                || (trial.is("schema") && trial.with("{\"id\": 5, \"name\": 7}"));
    }

    private static boolean isSecond(Trial trial) {
        return trial.exchange().equals(Cases.named(trial.contract()).exchanges().get(1));
    }

    static boolean deviates(Trial trial) {
        return ALL.stream().anyMatch(each -> each.concerns(trial));
    }
}
