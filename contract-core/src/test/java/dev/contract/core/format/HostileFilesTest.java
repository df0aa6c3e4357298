package dev.contract.core.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contract.core.law.Law;
import dev.contract.core.law.Values;
import dev.contract.core.model.SpecVersion;
import dev.contract.core.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HostileFilesTest {

    @Test
    void fifty_megabytes_in_one_string_are_refused() {
        String file = "{\"consumer\": {\"name\": \"" + "x".repeat(50_000_000) + "\"}}";

        assertThat(problems(file)).containsExactly("""
                        CONTRACT-JSON  not readable as JSON
                          where  contract.json:1:23
                          found  a string longer than 20000000 characters
                          mend   make the document smaller or flatter: such limits protect everyone who reads it""");
    }

    @Test
    void a_file_larger_than_the_limit_is_refused() {
        assertThat(ContractReader.read("contract.json", new byte[65 << 20]).problems())
                .extracting(Problem::toString)
                .containsExactly("""
                        CONTRACT-JSON  not readable as JSON
                          where  contract.json
                          found  68157440 bytes, where at most 67108864 are read
                          mend   split the document""");
    }

    @Test
    void a_regex_of_endless_groups_is_refused() {
        assertThat(problems(withRegex("(".repeat(90_000) + ")".repeat(9_000))))
                .singleElement()
                .asString()
                .startsWith("CONTRACT-RULE  a regular expression cannot be used");
        assertThat(problems(withRegex("a".repeat(100_001))))
                .singleElement()
                .asString()
                .contains("longer than 100000 characters");
    }

    /** Whatever a fault in a writer makes of a file: it is read, or there is a problem, but never an exception. */
    @ParameterizedTest
    @EnumSource
    void a_damaged_file_is_never_more_than_a_problem(SpecVersion version) {
        Law.holdsFor(random -> damaged(random, version), file -> {
            ReadResult result = ContractReader.read("contract.json", file.getBytes(StandardCharsets.UTF_8));

            assertThat(result.contract().isPresent() || !result.errors().isEmpty())
                    .isTrue();
        });
    }

    private static String damaged(RandomGenerator random, SpecVersion version) {
        String file = new String(ContractWriter.write(ContractKit.contract(random, version)), StandardCharsets.UTF_8);
        for (int i = 0; i < 3; i++) {
            int start = random.nextInt(file.length());
            int end = Math.min(file.length(), start + random.nextInt(12));
            String instead = Values.one(
                    random,
                    "",
                    "0",
                    "{}",
                    "[]",
                    "null",
                    "\"x\"",
                    Values.json(random).toJson());
            file = file.substring(0, start) + instead + file.substring(end);
        }
        return file;
    }

    private static String withRegex(String regex) {
        return """
                {
                  "consumer": {"name": "web"}, "provider": {"name": "users"}, "metadata": {"pactSpecification": {"version": "3.0.0"}},
                  "interactions": [{
                    "description": "a", "request": {"matchingRules": {"path": {"matchers": [{"match": "regex", "regex": "%s"}]}}}, "response": {}
                  }]
                }
                """.formatted(regex);
    }

    private static List<String> problems(String file) {
        return ContractReader.read("contract.json", file.getBytes(StandardCharsets.UTF_8)).problems().stream()
                .map(Problem::toString)
                .toList();
    }
}
