package dev.contract.provider;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contract.core.body.Body;
import dev.contract.core.body.ContentType;
import dev.contract.core.http.HttpRequest;
import dev.contract.core.http.HttpResponse;
import org.junit.jupiter.api.Test;

class TranscriptTest {
    private static final String URL = "http://127.0.0.1:8080/login";

    @Test
    void has_heads_and_bodies_without_secrets() {
        HttpRequest request = HttpRequest.of("POST", "/login")
                .withHeader("Cookie", "sid=abc; theme=dark")
                .withBody(Body.text("{\"user\": \"al\", \"password\": \"abc\"}", ContentType.JSON));
        HttpResponse response = HttpResponse.of(200)
                .withHeader("Set-Cookie", "sid=abc; Path=/")
                .withBody(Body.text("{\"access_token\": \"abc\", \"id\": 1}", ContentType.JSON));

        assertThat(Transcript.of(request, URL + "?token=abc", response)).isEqualTo(new Transcript("""
                POST http://127.0.0.1:8080/login?token=***
                Cookie: sid=***; theme=***

                {"user": "al", "password": "***"}""", """
                status 200
                Set-Cookie: sid=***; Path=/

                {"access_token": "***", "id": 1}"""));
    }

    @Test
    void keeps_the_beginning_of_a_long_body_and_the_length_of_a_binary_one() {
        HttpRequest request = HttpRequest.of("POST", "/login").withBody(Body.text("x".repeat(1_000_000), null));
        HttpResponse response = HttpResponse.of(200)
                .withHeader("Content-Type", "image/png")
                .withBody(Body.of(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10}));

        Transcript transcript = Transcript.of(request, URL, response);

        assertThat(transcript.request()).hasSizeLessThan(17_000).endsWith("x… (1000000 characters)");
        assertThat(transcript.response()).isEqualTo("status 200\nContent-Type: image/png\n\n(8 bytes)");
    }

    @Test
    void has_no_response_where_none_came() {
        assertThat(Transcript.of(HttpRequest.of("GET", "/login"), URL, null))
                .isEqualTo(new Transcript("GET " + URL, ""));
    }
}
