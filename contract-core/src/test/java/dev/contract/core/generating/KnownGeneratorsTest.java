package dev.contract.core.generating;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contract.core.format.ContractReader;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonReader;
import dev.contract.core.model.Generator;
import dev.contract.core.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who reads a file and who applies its generators must know the same ones. */
class KnownGeneratorsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    RandomInt         | {}
                    RandomDecimal     | {}
                    RandomHexadecimal | {}
                    RandomString      | {}
                    RandomBoolean     | {}
                    Regex             | {"regex": "a"}
                    Uuid              | {}
                    Date              | {}
                    Time              | {}
                    DateTime          | {}
                    ProviderState     | {"expression": "a"}
                    MockServerURL     | {"regex": "(.*)", "example": "a"}
                    """)
    void a_generator_of_the_specification_is_read_and_applied(String type, String attributes) throws CannotGenerate {
        JsonObject parameters = JsonReader.read(attributes).asObject().orElseThrow();

        assertThat(ValueGenerators.of(new Generator(type, parameters))).isNotNull();
        assertThat(read(type)).isEmpty();
    }

    @Test
    void another_one_is_told() {
        assertThat(read("Nosuch"))
                .extracting(Problem::what)
                .containsExactly("a generator is not known, so the example stays");
    }

    private static List<Problem> read(String type) {
        String file = """
                {
                  "consumer": {"name": "web"}, "provider": {"name": "users"},
                  "interactions": [{
                    "description": "a request", "request": {"method": "GET", "path": "/"},
                    "response": {"status": 200, "generators": {"header": {"X": {"type": "%s"}}}}
                  }],
                  "metadata": {"pactSpecification": {"version": "3.0.0"}}
                }
                """.formatted(type);
        return ContractReader.read("contract.json", file.getBytes(StandardCharsets.UTF_8))
                .problems();
    }
}
