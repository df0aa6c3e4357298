package dev.contract.core.matching;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contract.core.format.ContractReader;
import dev.contract.core.format.ReadResult;
import dev.contract.core.model.HttpInteraction;
import dev.contract.core.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who reads a file and who compiles a plan of it must know the same matchers. */
class KnownMatchersTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "type",
                "regex",
                "integer",
                "decimal",
                "number",
                "boolean",
                "equality",
                "include",
                "date",
                "time",
                "datetime",
                "null",
                "contentType",
                "values",
                "arrayContains",
                "statusCode",
                "notEmpty",
                "semver",
                "eachKey",
                "eachValue",
                "ignore-order",
                "real",
                "min",
                "max",
                "min-type",
                "max-type",
                "timestamp",
                "content-type",
                "array-contains",
                "status-code",
                "not-empty",
                "each-key",
                "each-value"
            })
    void a_matcher_of_the_specification_is_used_under_all_its_names(String name) {
        ReadResult read = read("{\"match\": \"" + name + "\", \"regex\": \"x\"}");

        assertThat(read.problems()).isEmpty();
        assertThat(planned(read)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"real", "min-type", "timestamp", "not-empty"})
    void a_rule_inside_a_rule_has_these_names_too(String name) {
        ReadResult read = read("{\"match\": \"eachKey\", \"rules\": [{\"match\": \"" + name + "\"}]}");

        assertThat(read.problems()).isEmpty();
        assertThat(planned(read)).isEmpty();
    }

    @Test
    void another_matcher_is_told_by_both() {
        ReadResult read = read("{\"match\": \"nosuch\"}");

        assertThat(read.problems())
                .extracting(Problem::what)
                .containsExactly("a matching rule is not known, so values are compared as equal");
        assertThat(planned(read)).extracting(Problem::what).containsExactly("the matcher \"nosuch\" is unknown here");
    }

    private static ReadResult read(String rule) {
        String file = """
                {
                  "consumer": {"name": "web"}, "provider": {"name": "users"},
                  "interactions": [{
                    "description": "a request", "request": {"method": "GET", "path": "/"},
                    "response": {"status": 200, "body": {"a": {}}, "matchingRules": {"body": {"$.a": {"matchers": [%s]}}}}
                  }],
                  "metadata": {"pactSpecification": {"version": "3.0.0"}}
                }
                """.formatted(rule);
        return ContractReader.read("contract.json", file.getBytes(StandardCharsets.UTF_8));
    }

    private static List<Problem> planned(ReadResult read) {
        var contract = read.contract().orElseThrow();
        var interaction = (HttpInteraction) contract.interactions().get(0);
        return PlanCompiler.response(interaction.response(), contract.version()).problems();
    }
}
