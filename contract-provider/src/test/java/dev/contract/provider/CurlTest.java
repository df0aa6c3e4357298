package dev.contract.provider;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contract.core.body.Body;
import dev.contract.core.http.Headers;
import dev.contract.core.http.HttpRequest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CurlTest {
    private static final String URL = "http://127.0.0.1:8080";

    @Test
    void a_get_is_short() {
        assertThat(line(HttpRequest.of("GET", "/users/1"))).isEqualTo("curl -i http://127.0.0.1:8080/users/1");
    }

    @Test
    void a_query_is_quoted() {
        assertThat(Curl.line(HttpRequest.of("GET", "/q"), URL + "/q?a=1&b=[2]", List.of()))
                .isEqualTo("curl -i --globoff 'http://127.0.0.1:8080/q?a=1&b=[2]'");
    }

    @Test
    void a_body_keeps_its_quotes() {
        HttpRequest request = HttpRequest.of("POST", "/x")
                .withHeader("Content-Type", "application/json")
                .withBody(text("{\"name\": \"O'Hara $HOME `ls` \\\\\"}"));

        assertThat(line(request))
                .isEqualTo("curl -i -X POST -H 'Content-Type: application/json'"
                        + " --data-raw '{\"name\": \"O'\\''Hara $HOME `ls` \\\\\"}' http://127.0.0.1:8080/x");
    }

    @Test
    void a_body_of_several_lines_stays_on_one() {
        HttpRequest request = HttpRequest.of("PUT", "/x").withBody(text("it's\n\ta\\b\u0001"));

        assertThat(line(request))
                .isEqualTo("curl -i -X PUT --data-raw $'it\\'s\\n\\ta\\\\b\\u0001' http://127.0.0.1:8080/x");
    }

    @Test
    void a_binary_body_is_piped() {
        HttpRequest request =
                HttpRequest.of("POST", "/x").withBody(Body.of(new byte[] {(byte) 0xff, 0, 'a', '\'', '%', '\\'}));

        assertThat(line(request))
                .isEqualTo(
                        "printf '\\377\\000a\\047\\045\\134' | curl -i -X POST --data-binary @- http://127.0.0.1:8080/x");
    }

    @Test
    void a_binary_body_shows_no_secrets() {
        HttpRequest request = HttpRequest.of("POST", "/x").withBody(text("\0{\"password\":\"abc1234\"}"));

        assertThat(line(request))
                .isEqualTo(
                        "printf '\\000{\"password\":\"***\"}' | curl -i -X POST --data-binary @- http://127.0.0.1:8080/x");
    }

    @Test
    void a_large_body_is_left_to_the_reader() {
        HttpRequest request = HttpRequest.of("POST", "/x").withBody(text("x".repeat(5000)));

        assertThat(line(request))
                .isEqualTo("curl -i -X POST --data-binary @BODY-OF-5000-BYTES http://127.0.0.1:8080/x");
    }

    @Test
    void methods_and_paths_that_curl_would_change_are_kept() {
        assertThat(line(HttpRequest.of("HEAD", "/x"))).isEqualTo("curl -i --head http://127.0.0.1:8080/x");
        assertThat(line(HttpRequest.of("GET", "/a/../b")))
                .isEqualTo("curl -i --path-as-is http://127.0.0.1:8080/a/../b");
        assertThat(line(HttpRequest.of("GET", "/x").withBody(text("a"))))
                .isEqualTo("curl -i -X GET --data-raw a http://127.0.0.1:8080/x");
    }

    @Test
    void an_empty_header_is_sent_and_not_removed() {
        assertThat(line(HttpRequest.of("GET", "/x").withHeader("X-A", "")))
                .isEqualTo("curl -i -H 'X-A;' http://127.0.0.1:8080/x");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Authorization",
                "authorization",
                "Proxy-Authorization",
                "Cookie",
                "X-Api-Key",
                "X-Auth-Token",
                "apikey"
            })
    void a_secret_is_masked(String name) {
        HttpRequest request = HttpRequest.of("GET", "/x").withHeaders(Headers.of(name, "hidden"));

        assertThat(line(request)).isEqualTo("curl -i -H '" + name + ": ***' http://127.0.0.1:8080/x");
    }

    private static Body text(String text) {
        return Body.text(text, null);
    }

    private static String line(HttpRequest request) {
        return Curl.line(request, URL + request.path(), List.of());
    }
}
