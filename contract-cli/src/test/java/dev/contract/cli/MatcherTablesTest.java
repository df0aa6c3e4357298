package dev.contract.cli;

import static dev.contract.cli.ReadmeTest.codes;
import static dev.contract.cli.ReadmeTest.names;
import static dev.contract.cli.ReadmeTest.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.contract.consumer.Element;
import dev.contract.consumer.ExampleBody;
import dev.contract.consumer.InteractionBuilder;
import dev.contract.consumer.Matcher;
import dev.contract.consumer.Matchers;
import dev.contract.consumer.Part;
import dev.contract.core.body.Body;
import dev.contract.core.body.ContentType;
import dev.contract.core.format.ContractWriter;
import dev.contract.core.http.HttpRequest;
import dev.contract.core.http.HttpResponse;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonReader;
import dev.contract.core.matching.PlanCompiler;
import dev.contract.core.matching.ResponsePlan;
import dev.contract.core.model.Annotations;
import dev.contract.core.model.Category;
import dev.contract.core.model.Contract;
import dev.contract.core.model.Generator;
import dev.contract.core.model.HttpInteraction;
import dev.contract.core.model.MatchingRule;
import dev.contract.core.model.RequestPart;
import dev.contract.core.model.ResponsePart;
import dev.contract.core.model.SpecVersion;
import dev.contract.core.problem.ContractException;
import dev.contract.core.problem.Problem;
import dev.contract.readme.JavaSnippets;
import dev.contract.readme.Readme;
import dev.contract.readme.Snippet;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The tables of matchers and bodies in the consumer's manual, each row held against what its code does. */
class MatcherTablesTest {
    private final Readme manual = Readme.of("contract-consumer");

    @TempDir
    private Path directory;

    @Test
    void names_every_matcher() {
        Set<String> known = Stream.of(Matchers.class.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()))
                .filter(method -> method.getReturnType() == Matcher.class)
                .map(Method::getName)
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(names(manual.table("matcher"))).isEqualTo(known);
    }

    @Test
    void has_a_row_for_every_rule_and_generator_of_the_specification() {
        Set<String> rows = Stream.of("matcher", "body")
                .flatMap(table -> manual.table(table).stream())
                .flatMap(row -> codes(row.get(4)).stream())
                .collect(Collectors.toSet());

        assertThat(rows)
                .contains("type", "regex", "equality", "include", "integer", "decimal", "number", "boolean", "null")
                .contains("date", "time", "datetime", "values", "eachKey", "eachValue", "arrayContains")
                .contains("notEmpty", "semver", "statusCode", "contentType", "ignore-order")
                .contains("RandomInt", "RandomDecimal", "RandomHexadecimal", "RandomString", "RandomBoolean")
                .contains("Regex", "Uuid", "Date", "Time", "DateTime", "ProviderState", "MockServerURL");
    }

    @Test
    void names_every_word_of_elements_and_parts() {
        Set<String> words = Stream.of(Element.class, Part.class)
                .flatMap(type -> Stream.of(type.getDeclaredMethods()))
                .filter(method -> Modifier.isPublic(method.getModifiers()))
                .map(Method::getName)
                .filter(name -> !name.equals("toString"))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(names(manual.table("words of elements and parts"))).isEqualTo(words);
    }

    /** What a row says, held against what its matcher does. */
    @TestFactory
    Stream<DynamicNode> tells_the_truth_of_each_matcher() {
        return manual.table("matcher").stream()
                .map(row -> dynamicTest(row.get(0), () -> {
                    Matcher matcher = (Matcher) made("Matcher", row.get(0));
                    ResponsePart response = part(matcher);
                    boolean status = !response.rules().of(Category.STATUS).isEmpty();
                    check(
                            row,
                            response,
                            text -> status
                                    ? HttpResponse.of(Integer.parseInt(text))
                                    : HttpResponse.of(200)
                                            .withHeader("Content-Type", "application/json")
                                            .withBody(Body.json(JsonObject.of("value", JsonReader.read(text)))));
                }));
    }

    /** The same of bodies that are no JSON. */
    @TestFactory
    Stream<DynamicNode> tells_the_truth_of_each_body() {
        return manual.table("body").stream()
                .map(row -> dynamicTest(row.get(0), () -> {
                    ExampleBody body = (ExampleBody) made("ExampleBody", row.get(0));
                    List<HttpInteraction> declared = new ArrayList<>();
                    new InteractionBuilder(declared::add)
                            .uponReceiving("a request")
                            .get("/")
                            .willRespondWith(200, body);
                    ResponsePart response = declared.get(0).response();
                    ContentType type =
                            response.example().headers().contentType().orElseThrow();
                    check(row, response, text -> HttpResponse.of(200)
                            .withHeader("Content-Type", type.toString())
                            .withBody(Body.text(text, type)));
                }));
    }

    private static void check(List<String> row, ResponsePart response, Function<String, HttpResponse> answer) {
        ResponsePlan plan = PlanCompiler.response(response, SpecVersion.V4);
        for (String accepted : examples(row.get(1))) {
            assertThat(plan.match(answer.apply(accepted)).mismatches())
                    .as(accepted)
                    .isEmpty();
        }
        for (String refused : codes(row.get(2))) {
            assertThat(plan.match(answer.apply(refused)).mismatches())
                    .as(refused)
                    .isNotEmpty();
        }
        assertThat(row.get(3)).isEqualTo(version(response));
        assertThat(written(response)).isEqualTo(new TreeSet<>(codes(row.get(4))));
    }

    /** The codes after the colon; those before it are words of the DSL. */
    private static List<String> examples(String cell) {
        int colon = cell.indexOf(": `");
        return colon < 0 ? List.of() : codes(cell.substring(colon));
    }

    /** The first version that can say it; and the one that says something weaker. */
    private static String version(ResponsePart response) {
        SpecVersion exact = first(response, problem -> true);
        SpecVersion weaker = first(response, Problem::isError);
        return exact + (weaker == exact ? "" : ", in " + weaker + " `type`");
    }

    private static SpecVersion first(ResponsePart response, Predicate<Problem> counts) {
        return Stream.of(SpecVersion.V1, SpecVersion.V2, SpecVersion.V3, SpecVersion.V4)
                .filter(version -> ContractWriter.problems(contract(response).withVersion(version)).stream()
                        .noneMatch(counts))
                .findFirst()
                .orElseThrow();
    }

    private static Contract contract(ResponsePart response) {
        return Contract.of(
                "web",
                "users",
                List.of(new HttpInteraction(
                        "a request",
                        List.of(),
                        RequestPart.of(HttpRequest.of("GET", "/")),
                        response,
                        Annotations.NONE)));
    }

    private Object made(String type, String cell) throws Exception {
        String code = """
                import dev.contract.consumer.*;
                import static dev.contract.consumer.Matchers.*;

                static byte[] png = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10};

                static %s run() { return %s; }""".formatted(type, codes(cell).get(0));
        Path classes = Files.createTempDirectory(directory, "classes");
        return run(new JavaSnippets(classes).load(new Snippet(manual.name(), 1, "java", code)));
    }

    private static Set<String> written(ResponsePart response) {
        Stream<String> rules = response.rules().groups().values().stream()
                .flatMap(groups -> groups.values().stream())
                .flatMap(group -> group.rules().stream())
                .map(MatchingRule::type);
        Stream<String> inside = response.rules().groups().values().stream()
                .flatMap(groups -> groups.values().stream())
                .flatMap(group -> group.rules().stream())
                .filter(rule -> rule.type().equals("eachValue"))
                .flatMap(rule -> rule.attributes().array("rules").stream())
                .flatMap(array -> array.stream())
                .flatMap(rule -> rule.asObject().orElseThrow().string("match").stream());
        Stream<String> generators = response.generators().byCategory().values().stream()
                .flatMap(each -> each.values().stream())
                .map(Generator::type);
        return Stream.of(rules, inside, generators)
                .flatMap(each -> each)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** A matcher of a status is one that a body would not take. */
    private static ResponsePart part(Matcher matcher) {
        List<HttpInteraction> declared = new ArrayList<>();
        var request =
                new InteractionBuilder(declared::add).uponReceiving("a request").get("/");
        try {
            request.willRespondWith(Matchers.response(matcher));
        } catch (ContractException e) {
            request.willRespondWith(200, Matchers.object("value", matcher));
        }
        return declared.get(0).response();
    }
}
