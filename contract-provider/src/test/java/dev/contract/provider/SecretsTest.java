package dev.contract.provider;

import static org.assertj.core.api.Assertions.assertThat;

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
        "http://127.0.0.1:80/sessions, http://127.0.0.1:80/sessions"
    })
    void values_that_look_like_secrets_are_masked(String text, String shown) {
        assertThat(Secrets.masked(text)).isEqualTo(shown);
    }
}
