package dev.contract.broker.egress;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRangeTest {

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "255.249.199.99", "10.1.1.1", "::", "::1", "2001:db8::7", "::ffff:203.0.113.9"})
    void an_address_is_read(String text) {
        assertThat(AddressRange.address(text)).isPresent();
    }

    /** Java would ask a name server for each of them. */
    @ParameterizedTest
    @ValueSource(strings = {"999.1.1.1", "1.1.1.256", "1.1.1", "1.1.1.1.", ".:1", ".1.1:1", "g::1", "host", ""})
    void nobody_is_asked_for_what_is_none(String text) {
        assertThat(AddressRange.isLiteral(text)).isFalse();
        assertThat(AddressRange.address(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1:2", "12345::", ":::", "::1.1.1.999"})
    void what_looks_like_an_address_is_none(String text) {
        assertThat(AddressRange.address(text)).isEmpty();
    }
}
