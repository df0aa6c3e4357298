package dev.contract.core.matching.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contract.core.json.JsonNumber;
import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BoundRuleTest {
    private static boolean isAtLeast(int bound, String number) {
        return new BoundRule(BigDecimal.valueOf(bound), true).refusal(JsonNumber.parse("1"), JsonNumber.parse(number))
                == null;
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-0", "0.0", "0e9", "0.0e-9999999999", "-0e1000000000000"})
    void zero_is_zero_with_any_exponent(String zero) {
        assertThat(isAtLeast(0, zero)).isTrue();
        assertThat(isAtLeast(1, zero)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e9999999999", "0.1e9999999999"})
    void another_number_with_an_exponent_that_nobody_can_compute_is_not_within(String number) {
        assertThat(isAtLeast(0, number)).isFalse();
    }
}
