package dev.contract.core.secret;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LikelySecretTest {
    @ParameterizedTest
    @CsvSource({
        "pay with 4539 5787 6362 1486 now, pay with *** now",
        "card=4539578763621486, card=***",
        "a test card 4111111111111111, a test card 4111111111111111",
        "number 4539578763621487, number 4539578763621487",
        "number 14539578763621486, number 14539578763621486",
        "AKIAIOSFODNN7ABCDEFG, ***",
        "see eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiI0MiJ9.abc for more, see *** for more",
        "aB3dE5fG7hI9jK1lM3nO5pQ7rS9tU1vW3xY5z, ***",
        "e2490de5-5bd3-43d5-b7c4-526e33f71304, e2490de5-5bd3-43d5-b7c4-526e33f71304",
        "da39a3ee5e6b4b0d3255bfef95601890afd80709, da39a3ee5e6b4b0d3255bfef95601890afd80709",
        "dev.contract.consumer.junit.ConsumerTestExtensionTest, dev.contract.consumer.junit.ConsumerTestExtensionTest",
        "2026-11-21T12:00:00.123Z, 2026-11-21T12:00:00.123Z",
        "12345678901234567890123456789012, 12345678901234567890123456789012"
    })
    void what_has_the_form_of_one_is_hidden_in_any_text(String text, String shown) {
        assertThat(LikelySecret.hidden(text)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({
        "Authorization, Bearer k7Qx0Rz3vB9mTn2WpL5hYd8s, a token",
        "Authorization, Bearer token, ",
        "X-Api-Key, k7Qx0Rz3vB9mTn2WpL5hYd8s, a key or token",
        "Accept, k7Qx0Rz3vB9mTn2WpL5hYd8s, ",
        "pwd, hunter-2-hunter, a password",
        "pwd, secret-2-secret, ",
        "number, 4539578763621486, the number of a credit card"
    })
    void an_example_that_looks_real_is_told_from_one_that_was_made_up(String name, String value, String kind) {
        assertThat(LikelySecret.in(name, value).orElse(null)).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource({
        "Authorization, Bearer token, true",
        "Set-Cookie, a=1, true",
        "X-CSRF-Token, 1, true",
        "pin, 1234, true",
        "X-Vault-Token, 1, true",
        "X-Goog-Api-Key, 1, true",
        "newPassword, 1, true",
        "password_confirmation, 1, true",
        "tokenType, bearer, false",
        "note, eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiI0MiJ9.abc, true",
        "number, 4539 5787 6362 1486, true",
        "id, e2490de5-5bd3-43d5-b7c4-526e33f71304, false"
    })
    void a_value_of_real_traffic_is_kept_only_where_neither_name_nor_form_speak_against_it(
            String name, String value, boolean secret) {
        assertThat(LikelySecret.mayBe(name, value)).isEqualTo(secret);
    }
}
