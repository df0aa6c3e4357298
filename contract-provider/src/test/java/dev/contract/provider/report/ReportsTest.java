package dev.contract.provider.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.contract.core.http.HttpRequest;
import dev.contract.core.http.HttpResponse;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonReader;
import dev.contract.core.json.JsonString;
import dev.contract.core.matching.Mismatch;
import dev.contract.core.model.Annotations;
import dev.contract.core.model.Contract;
import dev.contract.core.model.HttpInteraction;
import dev.contract.core.model.ProviderState;
import dev.contract.core.model.RequestPart;
import dev.contract.core.model.ResponsePart;
import dev.contract.core.problem.Location;
import dev.contract.core.problem.Problem;
import dev.contract.core.report.Finding;
import dev.contract.provider.ContractResult;
import dev.contract.provider.InteractionResult;
import dev.contract.provider.Outcome;
import dev.contract.provider.Transcript;
import dev.contract.provider.VerificationResult;
import dev.contract.provider.source.LocatedContract;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

class ReportsTest {
    private static final VerificationResult RESULT = result();

    @Nested
    class Console {

        @Test
        void a_line_for_each_contract_then_notices_warnings_and_blocks() {
            assertThat(ConsoleReport.text(RESULT)).isEqualTo("""
                    FAILED  web → users  2 of 4 interactions failed, 1 pending failed, 3 left out
                    ok      app → users  1 interaction

                    read this

                    CONTRACT-STATE  no handler

                    FAILED  web → users: b

                    ERROR  web → users: c <&> \u0001

                    PENDING  web → users: d""");
        }
    }

    @Nested
    class DetailedConsole {

        @Test
        void has_a_line_for_each_interaction_too() {
            assertThat(ConsoleReport.detailed(RESULT)).startsWith("""
                    FAILED  web → users (web.json)  2 of 4 interactions failed, 1 pending failed, 3 left out
                      ok      a
                              test  WebTest.a
                      FAILED  b
                              test  WebTest.b
                      FAILED  c
                              test  WebTest.c
                      PENDING d
                              test  WebTest.d
                    ok      app → users (app.json)  1 interaction
                      ok      a
                              test  WebTest.a

                    read this
                    """);
        }
    }

    @Nested
    class Json {

        @Test
        void holds_all_that_is_known() throws IOException {
            assertThat(JsonReport.text(RESULT)).satisfies(text -> compare("result.json", text));
        }

        @Test
        void is_what_a_broker_stores() throws IOException {
            assertThat(JsonReport.testResults(RESULT.contracts().get(0)).toJson() + "\n")
                    .isEqualTo(golden("test-results.json"));
        }
    }

    @Nested
    class JUnitXml {

        @Test
        void is_the_xml_that_build_servers_read() {
            assertThat(JUnitXmlReport.text(RESULT)).isEqualTo("""
                    <?xml version="1.0" encoding="UTF-8"?>
                    <testsuites name="contracts of users" tests="5" failures="1" errors="1" time="6.250">
                      <testsuite name="web → users" tests="4" failures="1" errors="1" time="5.000" skipped="1">
                        <testcase name="a" classname="web.users" time="1.250"/>
                        <testcase name="b" classname="web.users" time="1.250">
                          <failure message="FAILED  web → users: b" type="mismatch">FAILED  web → users: b</failure>
                        </testcase>
                        <testcase name="c" classname="web.users" time="1.250">
                          <error message="ERROR  web → users: c &lt;&amp;&gt; \uFFFD" type="error">ERROR  web → users: c &lt;&amp;&gt; \uFFFD</error>
                        </testcase>
                        <testcase name="d" classname="web.users" time="1.250">
                          <skipped message="PENDING  web → users: d">PENDING  web → users: d</skipped>
                        </testcase>
                      </testsuite>
                      <testsuite name="app → users" tests="1" failures="0" errors="0" time="1.250" skipped="0">
                        <testcase name="a" classname="app.users" time="1.250"/>
                      </testsuite>
                    </testsuites>
                    """);
        }

        @Test
        void is_well_formed_whatever_the_texts() throws Exception {
            Document document = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(JUnitXmlReport.text(RESULT).getBytes(UTF_8)));

            assertThat(document.getElementsByTagName("testcase").getLength()).isEqualTo(5);
            assertThat(document.getElementsByTagName("error").item(0).getTextContent())
                    .isEqualTo("ERROR  web → users: c <&> \uFFFD");
        }
    }

    @Nested
    class ForReviews {

        @Test
        void markdown_is_the_comment_of_a_pull_request() throws IOException {
            compare("result.md", MarkdownReport.text(RESULT));
        }

        @Test
        void html_is_one_page() throws IOException {
            compare("result.html", HtmlReport.text(RESULT));
        }

        @Test
        void github_gets_a_command_for_each_failure() throws IOException {
            compare("github.txt", GitHubReport.text(RESULT));
        }

        @Test
        void gitlab_gets_its_code_quality_format() throws IOException {
            compare("gitlab.json", GitLabReport.text(RESULT));
        }

        @Test
        void a_comment_has_its_limit() {
            VerificationResult many = of(Collections.nCopies(
                    100, interaction("b", new Outcome.Errored("x"), false, "FAILED  b\n" + "x".repeat(1_000))));

            String text = MarkdownReport.text(many);

            long shown = text.lines().filter("</details>"::equals).count();
            assertThat(text.length()).isBetween(58_000, 60_100);
            assertThat(text.lines().skip(text.lines().count() - 1))
                    .containsExactly("… and " + (100 - shown) + " more failures");
        }

        @Test
        void a_contract_of_a_broker_has_no_file() {
            LocatedContract fetched = new LocatedContract(
                    contract("web"), "of the broker", "https://broker.example/1", false, List.of(), Map.of());
            VerificationResult result = new VerificationResult(
                    "users",
                    List.of(new ContractResult(
                            fetched, List.of(interaction("b", new Outcome.Errored("x"), false, "FAILED  b")), 0)),
                    List.of());

            assertThat(GitHubReport.text(result)).isEqualTo("::error title=web → users%3A b::FAILED  b\n");
            assertThat(GitLabReport.text(result)).contains("\"path\": \"of the broker\"");
        }

        @Test
        void a_file_below_the_working_directory_is_named_from_there() {
            LocatedContract absolute = LocatedContract.of(
                    contract("web"),
                    Path.of("contracts/web.json").toAbsolutePath().toString());
            VerificationResult result = new VerificationResult(
                    "users",
                    List.of(new ContractResult(
                            absolute, List.of(interaction("b", new Outcome.Errored("x"), true, "PENDING  b")), 0)),
                    List.of());

            assertThat(GitHubReport.text(result))
                    .isEqualTo("::warning file=contracts/web.json,line=3,col=5,title=web → users%3A b::PENDING  b\n");
        }
    }

    @Test
    void what_was_tolerated_in_an_interaction_is_told_once_by_every_report() {
        InteractionResult passed = interaction("a", new Outcome.Passed(), false, "");
        InteractionResult warned = new InteractionResult(
                passed.interaction(),
                passed.outcome(),
                false,
                "",
                Optional.empty(),
                Optional.empty(),
                List.of(Problem.warning("CONTRACT-RULE", "not used").at("web.json:3:5")),
                Duration.ZERO);

        VerificationResult result = of(List.of(warned, warned));

        assertThat(ConsoleReport.text(result)).endsWith("\n\nCONTRACT-RULE  not used\n  where  web.json:3:5");
        assertThat(MarkdownReport.text(result))
                .endsWith("\n\n```text\nCONTRACT-RULE  not used\n  where  web.json:3:5\n```\n");
        assertThat(HtmlReport.text(result))
                .containsOnlyOnce("<pre tabindex=\"0\">CONTRACT-RULE  not used\n  where  web.json:3:5</pre>");
        assertThat(GitHubReport.text(result))
                .isEqualTo("::warning title=CONTRACT-RULE::CONTRACT-RULE  not used%0A  where  web.json:3:5\n");
    }

    @Nested
    class HostileTexts {
        private static final String HOSTILE =
                "</pre><script>alert(1)</script>\n```\n````\n::stop-commands::x\r\n%0A @team #1 | <!-- [a](b) \u001b[2J\u202e&\"'";

        private final VerificationResult result = of(List.of(interaction(
                HOSTILE,
                new Outcome.Errored(HOSTILE),
                false,
                "FAILED  " + HOSTILE,
                Optional.of(new Transcript(HOSTILE, HOSTILE)))));

        @Test
        void are_no_html() {
            assertThat(HtmlReport.text(result))
                    .doesNotContain("<script", "\u001b", "\u202e", "\"'")
                    .contains("&lt;/pre&gt;&lt;script&gt;alert(1)&lt;/script&gt;\n```");
        }

        @Test
        void are_no_markdown() {
            String text = MarkdownReport.text(result);

            assertThat(text).doesNotContain("\u001b", "\u202e");
            assertThat(text)
                    .contains("<code>FAILED  &#60;&#47;pre&#62;&#60;script&#62;")
                    .contains("\n`````text\nFAILED  </pre><script>")
                    .endsWith("\n`````\n\n</details>\n");
        }

        @Test
        void are_no_commands() {
            assertThat(GitHubReport.text(result).lines().toList()).hasSize(1);
            assertThat(GitHubReport.text(result))
                    .startsWith("::error file=web.json,line=3,col=5,title=web → users%3A </pre>")
                    .contains("%0A%3A%3Astop-commands%3A%3Ax\uFFFD%0A%250A")
                    .doesNotContain("\u001b", "\u202e");
        }

        @Test
        void are_no_xml_and_no_control_characters_in_json() throws Exception {
            DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(JUnitXmlReport.text(result).getBytes(UTF_8)));

            assertThat(JUnitXmlReport.text(result)).doesNotContain("\u202e");
            assertThat(GitLabReport.text(result)).doesNotContain("\u001b", "\u202e");
            assertThat(JsonReport.text(result)).doesNotContain("\u001b");
        }

        @Test
        void begin_no_line_of_the_console() {
            assertThat(ConsoleReport.detailed(result)).contains("\n    | ::stop-commands::x\n");
        }

        @Test
        void of_descriptions_and_notices_begin_no_line_of_the_console_either() {
            InteractionResult passed = interaction("a\n::stop-commands::x", new Outcome.Passed(), false, "");
            LocatedContract source = new LocatedContract(
                    contract("web"), "web.json", "web.json", true, List.of("why:\n  ::error::x\r::error::y"), Map.of());
            VerificationResult noticed =
                    new VerificationResult("users", List.of(new ContractResult(source, List.of(passed), 0)), List.of());

            assertThat(ConsoleReport.detailed(noticed))
                    .contains("  ok      a\uFFFD::stop-commands::x\n", "\n\nwhy:\n|   ::error::x\n| ::error::y");
        }
    }

    private static void compare(String name, String text) throws IOException {
        if (System.getProperty("golden.update") != null) {
            Files.writeString(
                    Path.of("src/test/resources/dev/contract/provider/report").resolve(name), text);
        }
        assertThat(text).isEqualTo(golden(name));
    }

    private static VerificationResult of(List<InteractionResult> interactions) {
        return new VerificationResult(
                "users",
                List.of(new ContractResult(LocatedContract.of(contract("web"), "web.json"), interactions, 0)),
                List.of());
    }

    @Test
    void an_interaction_without_an_id_is_published_by_its_description() {
        InteractionResult unnamed = interaction("a", new Outcome.Passed(), false, "");
        unnamed = new InteractionResult(
                unnamed.interaction().withAnnotations(Annotations.NONE),
                unnamed.outcome(),
                false,
                "",
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Duration.ZERO);

        assertThat(JsonReport.testResults(new ContractResult(
                                LocatedContract.of(contract("web"), "web.json"), List.of(unnamed), 0))
                        .toJson())
                .isEqualTo("[{\"interactionDescription\":\"a\",\"success\":true}]");
    }

    private static String golden(String name) throws IOException {
        try (InputStream file = ReportsTest.class.getResourceAsStream(name)) {
            return new String(file.readAllBytes(), UTF_8);
        }
    }

    private static VerificationResult result() {
        Mismatch name = new Mismatch(
                Mismatch.Kind.BODY,
                "$",
                null,
                null,
                "Actual map is missing the following keys: name",
                List.of("name"),
                List.of("nam"));
        List<Finding> findings = List.of(
                new Finding("body", "$.name", "Expected a value", "\"Alice\"", null, Optional.of("nam")),
                new Finding("status", "", "Expected status 200 but was 500", "200", "500", Optional.empty()));
        LocatedContract web =
                new LocatedContract(contract("web"), "web.json", "web.json", true, List.of("read this"), Map.of());
        return new VerificationResult(
                "users",
                List.of(
                        new ContractResult(
                                web,
                                List.of(
                                        interaction("a", new Outcome.Passed(), false, ""),
                                        interaction(
                                                "b",
                                                new Outcome.Failed(List.of(name), findings),
                                                false,
                                                "FAILED  web → users: b"),
                                        interaction(
                                                "c",
                                                new Outcome.Errored("no response"),
                                                false,
                                                "ERROR  web → users: c <&> \u0001"),
                                        interaction("d", new Outcome.Errored("x"), true, "PENDING  web → users: d")),
                                3),
                        new ContractResult(
                                LocatedContract.of(contract("app"), "app.json"),
                                List.of(interaction("a", new Outcome.Passed(), false, "")),
                                0)),
                List.of(Problem.warning("CONTRACT-STATE", "no handler")));
    }

    private static Contract contract(String consumer) {
        return Contract.of(consumer, "users", List.of());
    }

    private static InteractionResult interaction(String description, Outcome outcome, boolean pending, String report) {
        Optional<Transcript> exchange = outcome instanceof Outcome.Failed
                ? Optional.of(new Transcript("GET http://service/\nAccept: a/b", "status 200\n\n{}"))
                : Optional.empty();
        return interaction(description, outcome, pending, report, exchange);
    }

    private static InteractionResult interaction(
            String description, Outcome outcome, boolean pending, String report, Optional<Transcript> exchange) {
        Annotations annotations = new Annotations(
                null,
                false,
                JsonObject.of("testname", JsonString.of("WebTest." + description))
                        .with("testline", JsonString.of("WebTest.java:9")),
                JsonObject.EMPTY,
                JsonObject.EMPTY,
                null,
                JsonObject.of("_id", JsonString.of("id-" + description)),
                new Location("web.json", 3, 5));
        HttpInteraction interaction = new HttpInteraction(
                description,
                List.of(new ProviderState("state", JsonObject.of("id", JsonReader.read("1")))),
                RequestPart.of(HttpRequest.of("GET", "/")),
                ResponsePart.of(HttpResponse.of(200)),
                annotations);
        Optional<String> curl = report.isEmpty() ? Optional.empty() : Optional.of("curl -i http://service/");
        return new InteractionResult(
                interaction, outcome, pending, report, exchange, curl, List.of(), Duration.ofMillis(1250));
    }
}
