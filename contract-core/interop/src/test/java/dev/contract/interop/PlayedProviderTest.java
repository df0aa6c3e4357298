package dev.contract.interop;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.contract.core.http.HttpRequest;
import dev.contract.core.http.HttpResponse;
import dev.contract.provider.target.ExchangeLimits;
import dev.contract.provider.target.HttpTarget;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import org.junit.jupiter.api.Test;

class PlayedProviderTest {
    @Test
    void half_a_request_keeps_nobody_else_waiting() throws Exception {
        try (PlayedProvider provider = PlayedProvider.start();
                Socket half = new Socket(
                        InetAddress.getLoopbackAddress(),
                        URI.create(provider.url()).getPort());
                HttpTarget other = HttpTarget.at(provider.url(), ExchangeLimits.DEFAULT)) {
            provider.answerWith(HttpResponse.of(200));
            half.getOutputStream()
                    .write("POST / HTTP/1.1\r\nHost: provider\r\nContent-Length: 9\r\n\r\n{\"v\":1}"
                            .getBytes(US_ASCII));

            HttpResponse response = other.send(HttpRequest.of("GET", "/"));

            assertThat(response.status()).isEqualTo(200);
        }
    }
}
