package dev.contract.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HostileFilesTest {
    private static final String TYPE = "{\"match\": \"type\"}";

    @Test
    void are_told_not_to_be_compared_to_the_end_where_all_requests_are_alike() {
        String interactions = IntStream.range(0, 4_000)
                .mapToObj(number -> interaction("request " + number, "1", TYPE))
                .collect(Collectors.joining(", "));

        assertThat(lint(interactions).findings())
                .filteredOn(finding -> finding.code().equals("LINT-ALIKE"))
                .hasSize(2)
                .anySatisfy(finding -> assertThat(finding.what())
                        .isEqualTo("too many requests are similar: from here on nobody looked whether they can be told"
                                + " apart"));
    }

    @Test
    void do_not_have_their_secrets_spread_by_what_else_is_found() {
        String token = "ghp_" + "a1B2".repeat(10);

        LintResult result = lint(interaction("a login", "\"" + token + "\"", "{\"match\": \"integer\"}"));

        assertThat(result.findings()).extracting(LintFinding::code).contains("LINT-EXAMPLE", "LINT-SECRET");
        assertThat(result.findings())
                .allSatisfy(finding -> assertThat(finding.toString()).doesNotContain(token));
        assertThat(result.findings())
                .extracting(LintFinding::found)
                .contains("not shown, for it holds what looks like a secret");
    }

    private static LintResult lint(String interactions) {
        String file = """
                {
                  "consumer": {"name": "web"}, "provider": {"name": "users"},
                  "interactions": [%s],
                  "metadata": {"pactSpecification": {"version": "4.0"}}
                }""".formatted(interactions);
        return Lint.check("contract.json", file.getBytes(StandardCharsets.UTF_8));
    }

    private static String interaction(String description, String value, String rule) {
        return """
                {
                  "type": "Synchronous/HTTP", "description": "%s",
                  "request": {
                    "method": "POST", "path": "/logins",
                    "body": {"content": {"a": %s}, "contentType": "application/json", "encoded": false},
                    "matchingRules": {"body": {"$.a": {"matchers": [%s]}}}
                  },
                  "response": {"status": 200}
                }""".formatted(description, value, rule);
    }
}
