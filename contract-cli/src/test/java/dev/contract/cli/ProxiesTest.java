package dev.contract.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProxiesTest {
    private static final Map<String, String> VARIABLES = Map.of(
            "https_proxy", "http://proxy.example:3128",
            "HTTP_PROXY", "plain.example:8080",
            "NO_PROXY", "inside.example,.corp.example");

    @Test
    void each_scheme_has_its_own() {
        assertThat(Proxies.of(VARIABLES).forUrl("https://broker.example"))
                .hasValue(URI.create("http://proxy.example:3128"));
        assertThat(Proxies.of(VARIABLES).forUrl("http://broker.example"))
                .hasValue(URI.create("http://plain.example:8080"));
    }

    @Test
    void some_hosts_and_this_machine_are_reached_directly() {
        assertThat(Proxies.of(VARIABLES).forUrl("https://inside.example/base")).isEmpty();
        assertThat(Proxies.of(VARIABLES).forUrl("https://a.corp.example")).isEmpty();
        assertThat(Proxies.of(VARIABLES).forUrl("http://127.0.0.1:9292")).isEmpty();
        assertThat(Proxies.of(VARIABLES).forUrl("https://outside.example")).isPresent();
    }

    @Test
    void a_password_need_not_be_written_as_in_a_uri() {
        assertThat(Proxies.of(Map.of("HTTP_PROXY", "me:p^w@proxy:1")).addressFor("http://users.example"))
                .hasValue("http://me:p^w@proxy:1");
    }

    @Test
    void one_variable_may_name_it_for_all() {
        assertThat(Proxies.of(Map.of("ALL_PROXY", "http://p:1")).forUrl("https://broker.example"))
                .hasValue(URI.create("http://p:1"));
        assertThat(Proxies.of(Map.of("ALL_PROXY", "http://p:1", "NO_PROXY", "*"))
                        .forUrl("https://broker.example"))
                .isEmpty();
    }
}
