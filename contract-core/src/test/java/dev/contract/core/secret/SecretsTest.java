package dev.contract.core.secret;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contract.core.report.Finding;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecretsTest {
    @ParameterizedTest
    @CsvSource({
        "API_TOKEN=t0p, API_TOKEN=***",
        "Authorization: Bearer t, Authorization: ***",
        "X-Api-Key:k, X-Api-Key:***",
        "java -Ddb.password=p -jar a.jar, java -Ddb.password=*** -jar a.jar",
        "https://broker/?token=t&page=2, https://broker/?token=***&page=2",
        "https://me:p@broker/states, https://***@broker/states",
        "LEVEL=debug, LEVEL=debug",
        "http://127.0.0.1:80/sessions, http://127.0.0.1:80/sessions",
        "nothing at http://my-token-service:8080: is it there?, nothing at http://my-token-service:8080: is it there?",
        "at contracts/session-service.json:3:1, at contracts/session-service.json:3:1",
        "'{\"url\": \"/?token=t\", \"id\": 1}', '{\"url\": \"/?token=***\", \"id\": 1}'",
        "password=\"p, password=***"
    })
    void values_that_look_like_secrets_are_masked(String text, String shown) {
        assertThat(Secrets.masked(text)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({
        "http://session-service:8080/tokens, http://session-service:8080/tokens",
        "http://me:p@host/?a=1&api_key=k&b=2#x, http://***@host/?a=1&api_key=***&b=2#x",
        "session-service.json:3:1, session-service.json:3:1"
    })
    void a_url_keeps_its_host_and_path(String url, String shown) {
        assertThat(Secrets.url(url)).isEqualTo(shown);
    }

    /** The shortest of each form. */
    @ParameterizedTest
    @CsvSource({
        "(eyJabcde.ab.), (***)",
        "-----BEGIN PRIVATE KEY-----, ***",
        "key AKIAABCDEFGHIJKLMNOP, key ***",
        "is aB3dE5gH7jK9mN1pQ2sT4vW6yZ8cX0fR, is ***",
        "349876501234002, ***",
        "'3498 765012-34002', ***",
        "eyJabcd.ab., eyJabcd.ab.",
        "is aB3dE5gH7jK9mN1pQ2sT4vW6yZ8cX0f, is aB3dE5gH7jK9mN1pQ2sT4vW6yZ8cX0f"
    })
    void what_has_the_form_of_a_secret_is_masked_wherever_it_stands(String text, String shown) {
        assertThat(Secrets.masked(text)).isEqualTo(shown);
    }

    @Test
    void they_are_masked_in_json_and_xml_whatever_they_hold() {
        assertThat(
                        Secrets.masked(
                                "{\"name\": \"a\", \"access_token\" : \"a\\\"b,}\", \"Password\":12, \"session\": {\"id\": 1}, \"apiKey\": \"cut"))
                .isEqualTo(
                        "{\"name\": \"a\", \"access_token\" : \"***\", \"Password\":\"***\", \"session\": {\"id\": 1}, \"apiKey\": \"***\"");
        assertThat(Secrets.masked("<u><ns:token a='1'>t&amp;1</ns:token><name>b</name></u>"))
                .isEqualTo("<u><ns:token a='1'>***</ns:token><name>b</name></u>");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Set-Cookie | sid=abc; Path=/a; Secure | sid=***; Path=/a; Secure",
                "Cookie | a=1; b=2 | a=***; b=***",
                "Cookie | odd | ***",
                "Cookie | a=1; odd; b=x,y=\"z\" | a=***; ***; b=***",
                "Set-Cookie | odd; Path=/a | ***",
                "Authorization | Bearer abc | ***",
                "Accept | a=1 | a=1"
            })
    void of_a_header_only_what_tells_nothing_is_shown(String name, String value, String shown) {
        assertThat(Secrets.value(name, value)).isEqualTo(shown);
    }

    @Test
    void a_difference_in_a_secret_tells_that_it_differs() {
        assertThat(line(
                        "Set-Cookie",
                        "sid=abc; Path=/",
                        "sid=abd; Path=/x",
                        "Expected 'sid=abc; Path=/' but was 'sid=abd; Path=/x'"))
                .isEqualTo("Set-Cookie: Expected 'sid=***; Path=/' but was 'sid=***; Path=/x'");
        assertThat(line("$.token", "'abcd'", "'bcde'", "Expected 'bcde' (String) to be equal to 'abcd' (String)"))
                .isEqualTo("$.token: Expected *** (String) to be equal to *** (String)");
        assertThat(line("$.token", "abcd", "bcdefgh", "Expected …\"cd\" but was …\"cdefgh\""))
                .isEqualTo("$.token: Expected *** but was ***");
        String expected = "abcdefgh".repeat(8);
        assertThat(line(
                        "X-Token",
                        expected,
                        null,
                        "Expected a header 'X-Token' with the value '" + expected.substring(0, 40)
                                + "…' but was missing"))
                .isEqualTo("X-Token: Expected *** but was missing");
        assertThat(line("$.url", "a", "?token=abcd", "Expected 'a' but was '?token=abcd'"))
                .isEqualTo("$.url: Expected 'a' but was '?token=***");
    }

    private static String line(String where, String expected, @Nullable String actual, String sentence) {
        return new Finding("body", where, sentence, expected, actual, Optional.empty())
                .masked()
                .line();
    }
}
