package dev.contract.broker.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contract.broker.egress.AddressRange;
import dev.contract.core.http.HttpRequest;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrustedProxiesTest {
    private static final TrustedProxies PROXIES = new TrustedProxies(Stream.of("10.1.0.0/16", "192.0.2.1", "fd00::/8")
            .map(text -> AddressRange.parse(text).orElseThrow())
            .toList());

    private static String client(TrustedProxies proxies, String forwarded, String from) {
        return proxies.client(HttpRequest.of("GET", "/").withHeader("X-Forwarded-For", forwarded), from);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "one proxy                         | 203.0.113.9                         | 10.1.2.3  | 203.0.113.9",
                "two of them                       | 203.0.113.9, 192.0.2.1              | 10.1.2.3  | 203.0.113.9",
                "what the client says of itself    | 198.51.100.7, 203.0.113.9           | 10.1.2.3  | 203.0.113.9",
                "a client that names a proxy       | 10.1.9.9, 203.0.113.9, 192.0.2.1    | 10.1.2.3  | 203.0.113.9",
                "a stranger's word                 | 198.51.100.7                        | 203.0.113.9 | 203.0.113.9",
                "a proxy itself                    | 192.0.2.1                           | 10.1.2.3  | 192.0.2.1",
                "no address                        | unknown                             | 10.1.2.3  | 10.1.2.3",
                "no address behind an address      | 203.0.113.9, unknown                | 10.1.2.3  | 10.1.2.3",
                "no byte in an address             | 999.1.1.1                           | 10.1.2.3  | 10.1.2.3",
                "nothing                           | ''                                  | 10.1.2.3  | 10.1.2.3",
                "a port                            | 203.0.113.9:4711                    | 10.1.2.3  | 203.0.113.9",
                "IPv6, in its long form            | 2001:db8::7                         | 10.1.2.3  | 2001:db8:0:0:0:0:0:7",
                "IPv6 with a port                  | '[2001:db8::7]:4711'                | 10.1.2.3  | 2001:db8:0:0:0:0:0:7",
                "a proxy with IPv6                 | 203.0.113.9                         | fd00:0:0:0:0:0:0:1 | 203.0.113.9",
                "IPv4 within IPv6                  | ::ffff:203.0.113.9, ::ffff:10.1.0.1 | 10.1.2.3  | 203.0.113.9",
            })
    void the_last_address_that_no_proxy_has_is_the_clients(String about, String forwarded, String from, String client) {
        assertThat(client(PROXIES, forwarded, from)).as(about).isEqualTo(client);
    }

    @Test
    void several_headers_are_one_list() {
        HttpRequest request = HttpRequest.of("GET", "/");
        request = request.withHeaders(request.headers().with("X-Forwarded-For", List.of("203.0.113.9", "192.0.2.1")));

        assertThat(PROXIES.client(request, "10.1.2.3")).isEqualTo("203.0.113.9");
    }

    @Test
    void nobody_is_believed_who_is_not_named() {
        assertThat(client(TrustedProxies.NONE, "203.0.113.9", "10.1.2.3")).isEqualTo("10.1.2.3");
    }
}
