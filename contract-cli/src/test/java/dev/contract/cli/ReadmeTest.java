package dev.contract.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.contract.cli.Cli.Ended;
import dev.contract.consumer.Answers;
import dev.contract.consumer.AsyncMessageBuilder;
import dev.contract.consumer.InteractionBuilder;
import dev.contract.consumer.MessageInteractionBuilder;
import dev.contract.consumer.MessageWords;
import dev.contract.consumer.RequestBuilder;
import dev.contract.consumer.ResponseBuilder;
import dev.contract.consumer.Stub;
import dev.contract.consumer.SyncMessageBuilder;
import dev.contract.consumer.answer.Fault;
import dev.contract.consumer.stub.OptionalDuty;
import dev.contract.consumer.stub.StubScope;
import dev.contract.consumer.stub.StubSettings;
import dev.contract.core.format.ContractReader;
import dev.contract.core.http.HttpRequest;
import dev.contract.core.http.HttpResponse;
import dev.contract.core.json.JsonReader;
import dev.contract.core.json.JsonValue;
import dev.contract.core.model.Annotations;
import dev.contract.core.model.HttpInteraction;
import dev.contract.core.model.Interaction;
import dev.contract.core.model.RequestPart;
import dev.contract.core.model.ResponsePart;
import dev.contract.core.model.RulePath;
import dev.contract.core.model.SpecVersion;
import dev.contract.provider.Verifier;
import dev.contract.provider.process.Readiness;
import dev.contract.provider.process.ServiceProcess;
import dev.contract.provider.source.LoadedContracts;
import dev.contract.readme.JavaSnippets;
import dev.contract.readme.Readme;
import dev.contract.readme.Snippet;
import dev.contract.readme.support.ConsumerSide;
import dev.contract.readme.support.ProviderSide;
import dev.contract.readme.support.UserService;
import dev.contract.standalone.StandaloneSettings;
import dev.contract.standalone.StandaloneStub;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import picocli.CommandLine.Model.CommandSpec;

/** The manuals are true: every block of them is compiled, parsed or run. */
class ReadmeTest {
    private static final Readme ROOT = Readme.of("");
    private static final Map<String, String> NESTED = Map.of(
            "contract-bom",
            "contract-core/bom",
            "contract-openapi",
            "contract-core/openapi",
            "contract-compare",
            "contract-core/compare");

    @TempDir
    private Path directory;

    @Nested
    class EveryBlock {
        @TestFactory
        Stream<DynamicNode> is_what_it_claims_to_be() {
            return Readme.all().stream()
                    .flatMap(readme -> readme.snippets().stream())
                    .map(snippet -> dynamicTest(snippet.toString(), () -> check(snippet)));
        }

        private void check(Snippet snippet) throws Exception {
            switch (snippet.language()) {
                case "java" -> checkJava(snippet);
                case "sh" -> {
                    for (String command : snippet.commands()) {
                        checkCommand(snippet, command);
                    }
                }
                case "xml" -> checkVersions(snippet);
                case "groovy" -> checkCoordinates(snippet); // run by BuildToolsTest
                case "json" -> checkJson(snippet);
                case "yaml" -> checkSettings(snippet);
                case "text" -> assertThat(snippet.text()).isNotBlank(); // compared below, by what prints it
                default -> throw new AssertionError(snippet + ": nobody checks blocks of this language");
            }
        }
    }

    /** The one file of this kind that we read is that of a broker's settings. */
    private void checkSettings(Snippet snippet) throws IOException {
        Files.writeString(directory.resolve("broker.yml"), snippet.text());

        Ended ended = new Cli(directory).run("broker", "--config", "broker.yml", "--print-config");

        assertThat(ended.err()).isEmpty();
        assertThat(ended.exitCode()).isZero();
    }

    /** A block whose first line names a file of the samples is that file, which is compiled and run there. */
    private void checkJava(Snippet snippet) throws IOException {
        String first = snippet.lines().get(0);
        if (!first.startsWith("// samples/")) {
            compile(snippet);
            return;
        }
        String code = Files.readAllLines(Readme.root().resolve(first.substring(3))).stream()
                .filter(line -> !line.startsWith("package ") && !line.startsWith("import "))
                .collect(Collectors.joining("\n"));
        assertThat(snippet.text().replaceFirst(".*\n", "").strip()).isEqualTo(code.strip());
    }

    private Class<?> compile(Snippet snippet) throws IOException {
        return new JavaSnippets(Files.createTempDirectory(directory, "classes")).load(snippet);
    }

    private static void checkCommand(Snippet snippet, String command) throws IOException {
        List<String> words = words(command.replaceFirst(" &$", ""));
        switch (words.get(0)) {
            case "./contract", "contract" -> parse(words.subList(1, words.size()));
            case "samples/demo" ->
                assertThat(Readme.root().resolve("samples/demo")).isExecutable();
            case "mvn" -> checkMaven(words, command);
            case "source" -> assertThat(command).matches("source <\\(contract completion (bash|zsh)\\)");
            case "export" -> assertThat(command).matches("export [A-Z_]+=\\S+");
            default -> throw new AssertionError(snippet + ": nobody knows the command " + command);
        }
    }

    private static void parse(List<String> words) {
        Main.whole(surroundings()).parseArgs(Spelling.ours(words.toArray(String[]::new)));
    }

    private static Surroundings surroundings() {
        return new Surroundings(Surroundings.ofThisProcess().console(), Map.of(), Path.of(""), duration -> {});
    }

    private static List<String> words(String command) {
        return Pattern.compile("'([^']*)'|\"([^\"]*)\"|(\\S+)")
                .matcher(command)
                .results()
                .map(ReadmeTest::word)
                .toList();
    }

    private static String word(MatchResult found) {
        return Stream.of(1, 2, 3)
                .map(found::group)
                .filter(group -> group != null)
                .findFirst()
                .orElseThrow();
    }

    /** What installs is run by the machine, in these words; what BuildToolsTest runs names an execution of the manual. */
    private static void checkMaven(List<String> words, String command) throws IOException {
        if (words.get(1).equals("install")) {
            assertThat(Readme.root().resolve(".ci/run")).content().contains(command);
        } else if (!words.equals(List.of("mvn", "verify"))) {
            assertThat(words.get(1)).startsWith("exec:java@");
            assertThat(Readme.of("contract-cli").lines()).anySatisfy(line -> assertThat(line.strip())
                    .isEqualTo("<id>" + words.get(1).substring("exec:java@".length()) + "</id>"));
        }
    }

    /** Dependencies and plugins exist, and have the versions of the root pom where they say one. */
    private static void checkVersions(Snippet snippet) throws Exception {
        List<Element> all = new ArrayList<>(elements(snippet.text(), "dependency"));
        all.addAll(elements(snippet.text(), "plugin"));
        assertThat(all).isNotEmpty();
        for (Element each : all) {
            checkVersion(text(each, "groupId"), text(each, "artifactId"), text(each, "version"));
        }
    }

    private static void checkCoordinates(Snippet snippet) throws IOException {
        List<MatchResult> coordinates = Pattern.compile("'([\\w.]+):([\\w-]+)(?::([^']+))?'")
                .matcher(snippet.text())
                .results()
                .toList();
        assertThat(coordinates).isNotEmpty();
        for (MatchResult each : coordinates) {
            checkVersion(each.group(1), each.group(2), each.group(3) == null ? "" : each.group(3));
        }
    }

    private static void checkVersion(String group, String artifact, String version) throws IOException {
        String pom = Files.readString(Readme.root().resolve("pom.xml"));
        String own = pom.replaceFirst("(?s).*?<artifactId>contract-parent</artifactId>\\s*<version>([^<]+)<.*", "$1");
        if (group.equals("dev.contract")) {
            String module = NESTED.getOrDefault(artifact, artifact);
            assertThat(Readme.root().resolve(module).resolve("pom.xml")).isRegularFile();
            assertThat(version).isIn(own, "");
        } else {
            String name = artifact.replace("maven-", "").replaceFirst("junit-.*", "junit");
            String ofJUnit = version.replaceFirst("^1\\.", "5."); // the platform's own number
            assertThat(pom)
                    .contains("<" + name + ".version>" + (name.equals("junit") ? ofJUnit : version) + "</" + name
                            + ".version>");
        }
    }

    private static List<Element> elements(String xml, String name) throws Exception {
        var found = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)))
                .getElementsByTagName(name);
        return IntStream.range(0, found.getLength())
                .mapToObj(i -> (Element) found.item(i))
                .toList();
    }

    /** The text of a child; empty when there is none. */
    private static String text(Element element, String name) {
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child.getNodeName().equals(name)) {
                return child.getTextContent();
            }
        }
        return "";
    }

    private static void checkJson(Snippet snippet) {
        JsonValue json = JsonReader.read(snippet.text());
        if (json.asObject().orElseThrow().has("consumer")) {
            assertThat(ContractReader.read(snippet.toString(), snippet.text().getBytes(StandardCharsets.UTF_8))
                            .problems())
                    .isEmpty();
        }
    }

    @Nested
    class FirstTests {
        private final Snippet consumerTest = ROOT.snippets("java").get(0);
        private final Snippet providerTest = ROOT.snippets("java").get(1);

        @Test
        void of_a_consumer_takes_eight_lines_and_three_imports_of_ours() {
            List<String> lines = consumerTest.lines();
            int head = position(lines, "class ");

            assertThat(lines.subList(head + 1, lines.lastIndexOf("}"))).hasSizeLessThanOrEqualTo(8);
            assertThat(lines).filteredOn(line -> line.startsWith("import ")).hasSizeLessThanOrEqualTo(3);
        }

        @Test
        void of_a_provider_takes_five_lines() {
            List<String> lines = providerTest.lines();
            int head = position(lines, "    Stream<DynamicNode> ");

            assertThat(lines.subList(head + 1, lines.lastIndexOf("    }"))).hasSizeLessThanOrEqualTo(5);
        }

        private static int position(List<String> lines, String start) {
            return lines.stream().map(line -> line.startsWith(start)).toList().indexOf(true);
        }
    }

    @Nested
    class TheStoryOfTheReadme {
        private Path contracts;

        @BeforeEach
        void record() throws IOException {
            contracts = directory.resolve("target/contracts");
            assertThat(runTests(compile(ROOT.snippets("java").get(0)), contracts)
                            .getTestsSucceededCount())
                    .isEqualTo(1);
        }

        @AfterEach
        void stop() {
            ProviderSide.service.close();
        }

        private void start(String nameKey) throws IOException {
            ProviderSide.service = UserService.tellingNamesAs(nameKey);
            ProviderSide.users = ProviderSide.service;
        }

        @Test
        void begins_with_a_contract_that_the_provider_honours() throws IOException {
            start("name");
            Snippet test = ROOT.snippets("java").get(1);
            Snippet here = new Snippet(
                    test.readme(),
                    test.line(),
                    test.language(),
                    test.text().replace("../contracts", contracts.toString()));

            assertThat(contracts.resolve("order-service-user-service.json")).isRegularFile();
            assertThat(runTests(compile(here), contracts).getTestsSucceededCount())
                    .isEqualTo(1);
        }

        @Test
        void shows_what_a_broken_provider_makes_of_it() throws IOException {
            start("full_name");

            Ended ended = cli(
                    "verify --provider user-service --url http://127.0.0.1:8081 --state-url /states target/contracts");

            assertThat(ended.exitCode()).isEqualTo(1);
            assertThat(ended.out())
                    .endsWith("\n\n"
                            + ROOT.section("## When something breaks")
                                    .snippets("text")
                                    .get(0)
                                    .text()
                            + "\n");
        }

        @Test
        void ends_with_the_brokers_no() throws IOException {
            start("name");
            List<String> release =
                    ROOT.section("## Before a release").snippets("sh").get(0).commands();
            assertThat(release).allSatisfy(command -> assertThat(cli(command))
                    .as(command)
                    .extracting(Ended::exitCode)
                    .isEqualTo(0));
            stop();
            start("full_name");
            assertThat(cli(release.get(1).replace("b41d0aa", "e0c77d2")).exitCode())
                    .isEqualTo(1);

            Readme broken = ROOT.section("## When something breaks");
            Ended ended = cli(broken.snippets("sh").get(0).commands().get(0));

            assertThat(ended)
                    .isEqualTo(new Ended(1, broken.snippets("text").get(1).text() + "\n", ""));
        }

        /** Runs a command of the manual here, against the service that runs here. */
        private Ended cli(String command) {
            String url = ProviderSide.service.url();
            Ended ended = new Cli(directory)
                    .run(words(command).stream()
                            .filter(word -> !word.equals("./contract"))
                            .map(word -> word.replace("http://127.0.0.1:8081", url))
                            .toArray(String[]::new));
            return new Ended(ended.exitCode(), atHome(ended.out(), url), atHome(ended.err(), url));
        }

        private static String atHome(String text, String url) {
            return text.replace(url, "http://127.0.0.1:8081").replace("DIR/", "");
        }
    }

    /** Runs a class of tests whose contracts go to a folder. */
    private static TestExecutionSummary runTests(Class<?> type, Path contracts) {
        SummaryGeneratingListener listener = new SummaryGeneratingListener();
        LauncherFactory.create()
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(selectClass(type))
                                .configurationParameter("contract.directory", contracts.toString())
                                .build(),
                        listener);
        return listener.getSummary();
    }

    @Nested
    class TheConsumersManual {
        private final Readme manual = Readme.of("contract-consumer");

        @AfterEach
        void stop() {
            if (ConsumerSide.users != null) {
                ConsumerSide.users.close();
            }
        }

        @Test
        void has_tests_that_pass() throws IOException {
            for (Snippet test :
                    List.of(manual.snippets("java").get(0), declaring("CheckoutTest"), declaring("MailerTest"))) {
                TestExecutionSummary summary = runTests(compile(test), directory);

                assertThat(summary.getFailures().stream()
                                .map(failure -> failure.getException().toString()))
                        .isEmpty();
                assertThat(summary.getTestsSucceededCount()).isEqualTo(2);
            }
        }

        @Test
        void shows_what_a_wrong_request_is_told() throws IOException {
            Snippet test = manual.snippets("java").get(0);
            String mistaken = test.text().replace("exists(\"nobody\")", "exists(\"somebody\")");

            var failures = runTests(compile(new Snippet(test.readme(), test.line(), "java", mistaken)), directory)
                    .getFailures();

            assertThat(failures).hasSize(1);
            assertThat(failures.get(0).getException())
                    .hasMessage(manual.snippets("text").get(0).text());
        }

        private Snippet declaring(String type) {
            return manual.snippets("java").stream()
                    .filter(snippet -> snippet.text().contains("class " + type + " "))
                    .findFirst()
                    .orElseThrow();
        }

        @TestFactory
        Stream<DynamicNode> declares_only_what_can_be_declared() {
            return manual.snippets("java").stream()
                    .filter(snippet ->
                            snippet.text().contains("users.") && !snippet.text().contains("class "))
                    .filter(snippet -> !snippet.text().matches("(?s).*Stub\\.(start|attach)\\(.*"))
                    .map(snippet -> dynamicTest(snippet.toString(), () -> runWithStub(snippet)));
        }

        private void runWithStub(Snippet snippet) throws Exception {
            try (var scope = StubScope.open(StubSettings.DEFAULT)) {
                ConsumerSide.users = new Stub("order-service", "user-service", scope, SpecVersion.V4);
                run(compile(snippet));

                assertThat(scope.expectations().interactions()).isNotEmpty();
            }
        }

        @Test
        void attaches_to_a_stub_in_another_process() throws Exception {
            Snippet attaching = manual.section("## A stub in another process")
                    .snippets("java")
                    .get(0);
            LoadedContracts none = new LoadedContracts(List.of(), List.of());
            System.setProperty("contract.directory", directory.toString());
            try (StandaloneStub stub = StandaloneStub.start(StandaloneSettings.DEFAULT, () -> none)) {
                String here = attaching.text().replace("http://127.0.0.1:8080", stub.url());
                run(compile(new Snippet(attaching.readme(), attaching.line(), "java", here)));
            } finally {
                System.clearProperty("contract.directory");
            }

            assertThat(directory.resolve("order-service-user-service.json")).isRegularFile();
        }

        @Test
        void names_every_word() {
            Set<String> words = Stream.of(
                            InteractionBuilder.class, RequestBuilder.class, ResponseBuilder.class, Answers.class)
                    .flatMap(type -> Stream.of(type.getDeclaredMethods()))
                    .filter(method -> Modifier.isPublic(method.getModifiers()))
                    .map(Method::getName)
                    .collect(Collectors.toCollection(TreeSet::new));

            Set<String> named = new TreeSet<>(names(manual.table("words")));
            named.addAll(names(manual.table("words for the stub alone")));

            assertThat(named).isEqualTo(words);
        }

        @Test
        void names_every_fault() {
            assertThat(manual.table("fault").stream()
                            .flatMap(row -> codes(row.get(0)).stream())
                            .toList())
                    .isEqualTo(Stream.of(Fault.values()).map(Fault::toString).toList());
        }

        @Test
        void names_every_word_of_messages() {
            Set<String> words = Stream.of(
                            MessageInteractionBuilder.class,
                            MessageWords.class,
                            AsyncMessageBuilder.class,
                            SyncMessageBuilder.class,
                            SyncMessageBuilder.Responses.class)
                    .flatMap(type -> Stream.of(type.getDeclaredMethods()))
                    .filter(method -> Modifier.isPublic(method.getModifiers()))
                    .map(Method::getName)
                    .collect(Collectors.toCollection(TreeSet::new));

            assertThat(names(manual.table("words of messages"))).isEqualTo(words);
        }

        @Test
        void shows_what_a_message_that_was_not_handed_over_is_told() throws IOException {
            Snippet test = declaring("MailerTest");
            String mistaken = test.text()
                    .replaceFirst("\\n *\\.handledBy\\(message.*", ";")
                    .replace("containsExactly(\"Thank you for order 7, alice@example.org\")", "isEmpty()");

            var failures = runTests(compile(new Snippet(test.readme(), test.line(), "java", mistaken)), directory)
                    .getFailures();

            assertThat(failures).hasSize(1);
            assertThat(failures.get(0).getException())
                    .hasMessage(manual.snippets("text").get(2).text());
        }

        @Test
        void shows_a_test_that_is_given_optional_fields_and_then_none() throws IOException {
            assertThat(runTests(compile(declaring("NamelessUserTest")), directory)
                            .getFailures())
                    .isEmpty();
        }

        @Test
        void shows_what_is_told_of_the_smallest_answer_that_breaks_a_consumer() throws IOException {
            var failures =
                    runTests(compile(declaring("AnyUserTest")), directory).getFailures();

            assertThat(failures).hasSize(1);
            assertThat(withoutLines(failures.get(0).getException().getMessage()))
                    .isEqualTo(withoutLines(saying("CONTRACT-VARIATION")));
        }

        @Test
        void shows_what_is_told_of_fields_that_nobody_reads() throws IOException {
            Snippet test = declaring("AnyUserTest");
            String knockedOut = test.text().replace("variations = 20", "knockOut = true");

            runTests(compile(new Snippet(test.readme(), test.line(), "java", knockedOut)), directory);

            assertThat(report("AnyUserTest")).isEqualTo(saying("CONTRACT-UNREAD"));
        }

        @Test
        void shows_what_is_told_of_a_route_that_nobody_serves() throws IOException {
            assertThat(runTests(compile(declaring("RenamedRouteTest")), directory)
                            .getFailures())
                    .isEmpty();

            assertThat(report("RenamedRouteTest")).isEqualTo(saying("CONTRACT-ROUTE"));
        }

        private String report(String type) throws IOException {
            try (Stream<Path> reports = Files.list(directory.resolve(".reports"))) {
                return reports.filter(file -> file.toString().endsWith(type + ".txt"))
                        .map(ReadmeTest::text)
                        .map(String::strip)
                        .collect(Collectors.joining());
            }
        }

        private String saying(String code) {
            return manual.snippets("text").stream()
                    .map(Snippet::text)
                    .filter(text -> text.startsWith(code))
                    .findFirst()
                    .orElseThrow()
                    .strip();
        }

        private static String withoutLines(String text) {
            return text.replaceAll(":\\d+\n", ":0\n");
        }

        @Test
        void shows_what_is_told_of_fields_that_were_always_given() {
            OptionalDuty duty = new OptionalDuty();
            Interaction interaction = new HttpInteraction(
                    "a request for user user123",
                    List.of(),
                    RequestPart.of(HttpRequest.of("GET", "/users/user123")),
                    ResponsePart.of(HttpResponse.of(200)),
                    Annotations.NONE);
            duty.show(interaction, List.of(RulePath.parse("$.name").orElseThrow()), true);

            assertThat(duty.oneSided().get(0).complaint("order-service", "user-service"))
                    .isEqualTo(manual.snippets("text").get(1).text());
        }
    }

    @Nested
    class TheProvidersManual {
        private final Readme manual = Readme.of("contract-provider");

        @Test
        void names_everything_a_service_can_be_ready_for() {
            Set<String> known = Stream.of(Readiness.class.getDeclaredMethods())
                    .filter(method ->
                            Modifier.isPublic(method.getModifiers()) && Modifier.isStatic(method.getModifiers()))
                    .map(Method::getName)
                    .collect(Collectors.toCollection(TreeSet::new));

            assertThat(names(manual.table("ready when"))).isEqualTo(known);
        }

        @Test
        void names_every_setting() {
            Set<String> settings = new TreeSet<>(settings(Verifier.class));
            settings.addAll(settings(ServiceProcess.Builder.class));
            settings.add("command");

            assertThat(names(manual.table("setting"))).isEqualTo(settings);
        }

        /** What the consumer's manual declares, the provider's manual produces. */
        @Test
        void honours_the_messages_of_the_consumers_manual() throws IOException {
            Snippet consumer = Readme.of("contract-consumer").snippets("java").stream()
                    .filter(each -> each.text().contains("class MailerTest "))
                    .findFirst()
                    .orElseThrow();
            Snippet provider = manual.section("## Messages").snippets("java").get(0);
            Snippet here = new Snippet(
                    provider.readme(),
                    provider.line(),
                    "java",
                    provider.text().replace("../contracts", directory.toString()));

            assertThat(runTests(compile(consumer), directory).getTestsSucceededCount())
                    .isEqualTo(2);
            TestExecutionSummary summary = runTests(compile(here), directory);

            assertThat(summary.getFailures().stream()
                            .map(failure -> failure.getException().toString()))
                    .isEmpty();
            assertThat(summary.getTestsSucceededCount()).isEqualTo(2);
        }

        private static Set<String> settings(Class<?> type) {
            return Stream.of(type.getDeclaredMethods())
                    .filter(method ->
                            Modifier.isPublic(method.getModifiers()) && !Modifier.isStatic(method.getModifiers()))
                    .filter(method -> method.getReturnType() == type)
                    .map(Method::getName)
                    .collect(Collectors.toSet());
        }
    }

    @Nested
    class TheTablesOfFeatures {
        @TestFactory
        Stream<DynamicNode> name_tests_that_are_there() {
            return Readme.all().stream()
                    .flatMap(manual -> manual.table("feature").stream())
                    .filter(row -> row.size() > 2)
                    .map(row -> dynamicTest(row.get(0), () -> assertThat(codes(row.get(2)))
                            .isNotEmpty()
                            .allSatisfy(test -> assertThat(sourceOf(test.replaceFirst("\\..*", "")))
                                    .contains(" " + test.replaceFirst(".*\\.", "") + "("))));
        }

        private static String sourceOf(String test) throws IOException {
            return Readme.sources().stream()
                    .filter(file -> file.endsWith(test + ".java"))
                    .map(ReadmeTest::text)
                    .collect(Collectors.joining());
        }
    }

    @Nested
    class TheCommandLinesManual {
        private final Readme manual = Readme.of("contract-cli");
        private final Set<String> ofTheBroker = options(manual.table("broker option"));

        @Test
        void names_every_command() {
            Set<String> commands = Stream.of(CommandName.values())
                    .filter(name -> !name.isHidden())
                    .map(CommandName::text)
                    .collect(Collectors.toCollection(TreeSet::new));

            assertThat(names(manual.table("command"))).isEqualTo(commands);
        }

        @TestFactory
        Stream<DynamicNode> names_every_option() {
            return Main.whole(surroundings()).getSubcommands().entrySet().stream()
                    .filter(command ->
                            !command.getValue().getCommandSpec().usageMessage().hidden())
                    .filter(command -> !command.getKey().equals("version"))
                    .map(command -> dynamicTest(command.getKey(), () -> assertThat(options(
                                    manual.section("## " + command.getKey()).table("option")))
                            .isEqualTo(
                                    options(command.getKey(), command.getValue().getCommandSpec()))));
        }

        /** The broker has a database of its own; everywhere else it stands among the broker's options, as do some others. */
        private Set<String> options(String command, CommandSpec spec) {
            return spec.options().stream()
                    .filter(option -> !option.hidden())
                    .flatMap(option -> Stream.of(option.names()))
                    .filter(name -> command.equals("broker") || !ofTheBroker.contains(name))
                    .filter(name -> !List.of("-h", "--help", "-v", "--verbose").contains(name))
                    .collect(Collectors.toCollection(TreeSet::new));
        }

        private static Set<String> options(List<List<String>> rows) {
            return rows.stream()
                    .flatMap(row -> codes(row.get(0)).stream())
                    .map(code -> code.replaceFirst(" .*", ""))
                    .collect(Collectors.toCollection(TreeSet::new));
        }

        @ParameterizedTest
        @ValueSource(strings = {"usage", "whatif", "routes"})
        void shows_what_its_first_command_prints(String command) throws IOException {
            Path contracts = Files.createDirectories(directory.resolve("target/contracts"));
            copy("app-users.json", contracts);
            copy("web-users.json", contracts);
            copy("users.yaml", directory);
            Readme section = manual.section("## " + command);
            String[] words = section.snippets("sh").get(0).commands().get(0).split(" ", -1);

            Ended ended = new Cli(directory).run(Arrays.copyOfRange(words, 1, words.length));

            assertThat(ended.out().replace("DIR/", ""))
                    .isEqualTo(section.snippets("text").get(0).text() + "\n");
        }

        @Test
        void shows_what_can_i_deploy_says_of_a_document() throws IOException {
            copy("web-users.json", Files.createDirectories(directory.resolve("target/contracts")));
            copy("users.yaml", directory);
            Readme section = manual.section("## publish-provider-contract");
            String out = "";
            for (String command : section.snippets("sh").get(1).commands()) {
                String[] words = command.split(" ", -1);
                out = new Cli(directory)
                        .run(Arrays.copyOfRange(words, 1, words.length))
                        .out();
            }

            assertThat(out).isEqualTo(section.snippets("text").get(0).text() + "\n");
        }

        @Test
        void shows_what_a_contract_demands_beyond_that_of_production() throws IOException {
            Path contracts = Files.createDirectories(directory.resolve("target/contracts"));
            copy("web-users.json", contracts);
            Path contract = contracts.resolve("web-users.json");
            new Cli(directory).run("publish", "target/contracts", "-a", "2.4.0");
            new Cli(directory).run("create-environment", "--name", "production");
            new Cli(directory).run("record-deployment", "-a", "web", "-e", "2.4.0", "--environment", "production");
            Files.writeString(contract, Files.readString(contract).replace("\\\\d{5}", "1\\\\d{4}"));
            Readme section = manual.section("## diff");
            String[] words = section.snippets("sh").get(1).commands().get(0).split(" ", -1);

            Ended ended = new Cli(directory).run(Arrays.copyOfRange(words, 1, words.length));

            assertThat(ended.out()).isEqualTo(section.snippets("text").get(0).text() + "\n");
        }

        private static void copy(String file, Path folder) throws IOException {
            try (InputStream resource = ReadmeTest.class.getResourceAsStream("manual/" + file)) {
                Files.copy(resource, folder.resolve(file));
            }
        }

        @Test
        void names_only_variables_that_are_read() throws IOException {
            String sources;
            try (Stream<Path> files =
                    Files.walk(Readme.root().resolve("contract-cli/src/main/java/dev/contract/cli"))) {
                sources =
                        files.filter(Files::isRegularFile).map(ReadmeTest::text).collect(Collectors.joining());
            }
            Set<String> named = manual.lines().stream()
                    .flatMap(line -> codes(line).stream())
                    .filter(code -> code.matches("[A-Z0-9]+(_[A-Z0-9]+)+"))
                    .collect(Collectors.toCollection(TreeSet::new));

            assertThat(named).isNotEmpty().allSatisfy(name -> assertThat(sources)
                    .contains("\"" + name + "\""));
        }
    }

    @Nested
    class TheMap {
        @Test
        void names_every_room() throws IOException {
            Set<String> named = text(Readme.root().resolve("CONTRIBUTING.md"))
                    .lines()
                    .flatMap(line -> codes(line).stream())
                    .collect(Collectors.toSet());

            assertThat(Readme.sources().stream()
                            .filter(file -> file.endsWith("package-info.java"))
                            .map(file ->
                                    Readme.root().relativize(file.getParent()).toString())
                            .filter(folder -> folder.matches("contract-\\w+(/\\w+)?/src/main/java/dev/contract/.+"))
                            .map(folder -> folder.replaceFirst(".*/(?=dev/contract/)", "")
                                    .replace('/', '.')))
                    .isNotEmpty()
                    .allSatisfy(room -> assertThat(named).containsAnyOf(room, belowItsModule(room)));
        }

        private static String belowItsModule(String room) {
            return room.replaceFirst("dev\\.contract\\.((core|openapi|compare|consumer|provider)\\.)?", "");
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Object run(Class<?> pasted) throws Exception {
        Method run = pasted.getDeclaredMethod("run");
        run.setAccessible(true);
        try {
            return run.invoke(null);
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
    }

    /** The methods in the first cells. */
    static Set<String> names(List<List<String>> rows) {
        return rows.stream()
                .flatMap(row -> codes(row.get(0)).stream())
                .map(code -> code.replaceFirst("\\(.*", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The pieces of a cell that are set as code. */
    static List<String> codes(String cell) {
        return Pattern.compile("`([^`]+)`")
                .matcher(cell)
                .results()
                .map(found -> found.group(1))
                .toList();
    }
}
