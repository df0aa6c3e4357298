package dev.contract.core.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class BoundedExecutionTest {
    private static final Schema NUMBERS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema("{\"items\": {\"type\": \"integer\"}}", InputFormat.JSON);
    private static final String MANY = "[1" + ",1".repeat(1_000) + "]";

    private static List<Error> errors(BoundedExecution execution) {
        return NUMBERS.validate(execution, MANY, InputFormat.JSON);
    }

    @Test
    void steps_that_take_too_long_are_too_many() {
        assertThat(errors(new BoundedExecution(MANY.length()))).isEmpty();
        assertThatThrownBy(() -> errors(new BoundedExecution(MANY.length(), Duration.ZERO)))
                .isInstanceOf(GivenUp.class)
                .hasMessage("the schema has too many parts inside each other for this value");
    }
}
