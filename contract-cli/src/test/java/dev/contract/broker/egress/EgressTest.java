package dev.contract.broker.egress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import dev.contract.core.problem.ContractException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests to hosts that mean no good. Every name leads to this machine unless a test says otherwise. */
class EgressTest {
    private static final Duration LONG = Duration.ofSeconds(60);

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch end = new CountDownLatch(1);
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private HttpServer server;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.start();
    }

    @AfterEach
    void close() {
        end.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    private void on(String path, HttpHandler handler) {
        server.createContext(path, exchange -> {
            heard.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                    + exchange.getRequestHeaders().getOrDefault("X-Token", List.of()) + " "
                    + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            handler.handle(exchange);
        });
    }

    private void redirect(String path, int status, String to) {
        on(path, exchange -> {
            exchange.getResponseHeaders().add("Location", to);
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
    }

    private void answer(String path, int status) {
        on(path, exchange -> {
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
    }

    private String url(String host, String path) {
        return "http://" + host + ":" + server.getAddress().getPort() + path;
    }

    private static EgressRules rules(String... hosts) {
        return EgressRules.of(List.of("http"), List.of("POST"), List.of(hosts));
    }

    private static InetAddress[] addresses(String... texts) throws UnknownHostException {
        List<InetAddress> addresses = new ArrayList<>();
        for (String text : texts) {
            addresses.add(InetAddress.getByName(text));
        }
        return addresses.toArray(InetAddress[]::new);
    }

    private static Outcome send(EgressRules rules, NameService names, Duration longest, String url) {
        try (Egress egress = new Egress(rules, names, longest)) {
            return egress.send(new Outgoing("POST", url, Map.of("X-Token", "t", "Accept", "*/*"), "body"));
        }
    }

    private static Outcome send(EgressRules rules, String url) {
        return send(rules, host -> addresses("127.0.0.1"), LONG, url);
    }

    private static int status(Outcome outcome) {
        return ((Outcome.Answered) outcome).status();
    }

    @Nested
    class AReceiver {
        @Test
        void that_never_answers_is_given_up() throws Exception {
            on("/", exchange -> await());

            assertThat(send(
                            rules("a.test"),
                            host -> addresses("127.0.0.1"),
                            Duration.ofMillis(300),
                            url("a.test", "/")))
                    .isEqualTo(new Outcome.Unreachable("no answer within 300 ms"));
        }

        private void await() throws IOException {
            try {
                end.await();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        }

        @Test
        void with_an_endless_body_is_heard_to_its_first_16_kilobytes() {
            on("/", exchange -> {
                exchange.sendResponseHeaders(200, 0);
                OutputStream out = exchange.getResponseBody();
                byte[] much = new byte[8192];
                Arrays.fill(much, (byte) 'x');
                while (end.getCount() > 0) {
                    out.write(much);
                }
            });
            Outcome.Answered answer = (Outcome.Answered) send(rules("a.test"), url("a.test", "/"));

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.body()).hasSize(16_385).endsWith("x…");
        }

        @Test
        void whose_body_does_not_come_has_answered_all_the_same() {
            on("/", exchange -> {
                exchange.sendResponseHeaders(200, 10);
                exchange.getResponseBody().flush();
                await();
            });

            assertThat(status(send(
                            rules("a.test"),
                            host -> addresses("127.0.0.1"),
                            Duration.ofMillis(500),
                            url("a.test", "/"))))
                    .isEqualTo(200);
        }

        @Test
        void that_is_away_is_unreachable() {
            server.stop(0);

            assertThat(send(rules("a.test"), url("a.test", "/"))).isInstanceOf(Outcome.Unreachable.class);
        }

        @Test
        void without_a_name_is_unreachable() {
            assertThat(send(
                            rules(),
                            host -> {
                                throw new UnknownHostException(host);
                            },
                            LONG,
                            "http://a.test/"))
                    .isEqualTo(new Outcome.Unreachable("no such host: a.test"));
        }
    }

    @Nested
    class ARedirect {
        @Test
        void to_this_machine_is_not_followed() {
            redirect("/", 307, url("127.0.0.1", "/inner"));
            answer("/inner", 200);

            assertThat(send(rules("a.test"), url("a.test", "/")))
                    .isEqualTo(new Outcome.Refused("redirected to " + url("127.0.0.1", "/inner")
                            + ": the host 127.0.0.1 has the address 127.0.0.1, which is not permitted here"));
            assertThat(heard).hasSize(1);
        }

        @Test
        void to_a_name_that_leads_to_this_machine_is_not_followed() {
            redirect("/", 307, url("b.test", "/"));

            assertThat(send(rules("a.test", "*.test"), url("a.test", "/")))
                    .isEqualTo(new Outcome.Refused("redirected to " + url("b.test", "/")
                            + ": the host b.test has the address 127.0.0.1, which is not permitted here"));
        }

        @Test
        void to_another_scheme_is_not_followed() {
            redirect("/", 302, "file:///etc/passwd");

            assertThat(send(rules("a.test"), url("a.test", "/")))
                    .isEqualTo(new Outcome.Refused("redirected to file:///etc/passwd: it names no host"));
        }

        @Test
        void to_a_port_that_is_none_is_not_followed() {
            redirect("/", 307, "http://a.test:99999/");

            assertThat(send(rules("a.test"), url("a.test", "/")))
                    .isEqualTo(new Outcome.Refused(
                            "redirected to http://a.test:99999/: the port 99999 is none; the last one is 65535"));
        }

        @Test
        void is_followed_three_times_at_most() {
            redirect("/1", 307, "/2");
            redirect("/2", 308, "/3");
            redirect("/3", 307, "/4");
            answer("/4", 201);
            redirect("/0", 307, "/1");

            assertThat(status(send(rules("a.test"), url("a.test", "/1")))).isEqualTo(201);
            assertThat(heard)
                    .containsExactly("POST /1 [t] body", "POST /2 [t] body", "POST /3 [t] body", "POST /4 [t] body");
            assertThat(send(rules("a.test"), url("a.test", "/0")))
                    .isEqualTo(new Outcome.Refused("more than 3 redirects"));
        }

        @Test
        void to_another_host_takes_no_secrets_along() {
            redirect("/", 307, url("b.test", "/there"));
            answer("/there", 200);

            send(rules("a.test", "b.test"), url("a.test", "/"));
            assertThat(heard).containsExactly("POST / [t] body", "POST /there [] body");
        }

        @Test
        void that_is_found_elsewhere_is_fetched() {
            redirect("/", 303, "/there");
            answer("/there", 200);

            send(rules("a.test"), url("a.test", "/"));
            assertThat(heard).containsExactly("POST / [t] body", "GET /there [t] ");
        }
    }

    @Nested
    class WithoutAList {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "10.0.0.1",
                    "127.0.0.1",
                    "172.16.3.4",
                    "192.168.1.1",
                    "169.254.169.254",
                    "100.64.0.1",
                    "0.0.0.0",
                    "224.0.0.1",
                    "255.255.255.255",
                    "168.63.129.16",
                    "192.0.0.8",
                    "198.18.0.1",
                    "::1",
                    "::",
                    "fe80::1",
                    "fc00::1",
                    "fd00:ec2::254",
                    "ff02::1",
                    "::ffff:10.0.0.1",
                    "64:ff9b::a00:1",
                    "2002:a00:1::",
                    "::7f00:1",
                    "2001::1",
                    "2001:db8::1"
                })
        void a_host_with_such_an_address_is_not_reached(String address) {
            Outcome outcome = send(
                    rules(),
                    host -> addresses(address),
                    LONG,
                    "http://a.test:" + server.getAddress().getPort());

            assertThat(outcome).isInstanceOf(Outcome.Refused.class);
            assertThat(((Outcome.Refused) outcome).why())
                    .startsWith("the host a.test has the address ")
                    .endsWith(", which is not permitted here");
        }

        @Test
        void one_bad_address_among_good_ones_is_enough() {
            assertThat(send(rules(), host -> addresses("93.184.216.34", "10.0.0.1"), LONG, "http://a.test/"))
                    .isEqualTo(new Outcome.Refused(
                            "the host a.test has the address 10.0.0.1, which is not permitted here"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"http://2130706433/", "http://127.1/"})
        void odd_spellings_of_an_address_lead_nowhere(String url) {
            assertThat(send(rules(), NameService.SYSTEM, LONG, url)).isInstanceOf(Outcome.Refused.class);
        }

        @ParameterizedTest
        @ValueSource(strings = {"8.8.8.8", "1.1.1.1", "2606:4700::1111", "2a00:1450::1"})
        void public_addresses_may_be_tried(String address) throws UnknownHostException {
            assertThat(rules().refuses("a.test", InetAddress.getByName(address)))
                    .isEmpty();
        }
    }

    @Nested
    class AList {
        @ParameterizedTest
        @CsvSource({
            "a.test,            a.test,     127.0.0.1,   true",
            "A.Test,            a.TEST,     127.0.0.1,   true",
            "a.test,            b.test,     127.0.0.1,   false",
            "*.test,            b.a.test,   10.1.2.3,    true",
            "*.test,            test,       10.1.2.3,    false",
            "*.test,            a.test,     127.0.0.1,   false",
            "*.test,            a.test,     169.254.1.1, false",
            "/ci-[0-9]+\\.test/, ci-7.test, 10.1.2.3,    true",
            "/ci-[0-9]+\\.test/, ci-7xtest, 10.1.2.3,    false",
            "/ci-[0-9]+\\.test/, a.ci-7.test, 10.1.2.3,  false",
            "/ci-[0-9]+\\.test/, ci-7.test, 127.0.0.1,   false",
            "10.1.0.0/16,       a.test,     10.1.9.9,    true",
            "10.1.0.0/16,       a.test,     10.2.9.9,    false",
            "10.1.2.3,          a.test,     10.1.2.3,    true",
            "fd00::/8,          a.test,     fd00::1,     true",
            "fd00::/8,          a.test,     10.1.2.3,    false",
            "a.test,            b.test,     8.8.8.8,     false"
        })
        void permits(String entry, String host, String address, boolean permitted) throws UnknownHostException {
            assertThat(rules(entry)
                            .refuses(host, InetAddress.getByName(address))
                            .isEmpty())
                    .isEqualTo(permitted);
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "https://a.test", "a.*.test", "10.0.0.0/99", "/(/", "a.test/x"})
        void refuses_entries_that_name_no_host(String entry) {
            assertThatThrownBy(() -> rules(entry)).isInstanceOf(ContractException.class);
        }

        @Test
        void with_a_runaway_expression_does_not_hang() {
            assertThat(rules("/(a+)+b/").refuses("a".repeat(200), InetAddress.getLoopbackAddress()))
                    .isPresent();
        }
    }
}
