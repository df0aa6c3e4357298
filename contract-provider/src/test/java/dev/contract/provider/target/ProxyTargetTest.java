package dev.contract.provider.target;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.contract.core.http.HttpRequest;
import dev.contract.core.problem.ContractException;
import dev.contract.provider.tls.TestKeys;
import dev.contract.provider.tls.Tls;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Services that are reached through a proxy. */
@Timeout(30)
class ProxyTargetTest {
    private static final HttpRequest GET = HttpRequest.of("GET", "/users/1");
    private static final RawService.Script OK = (request, connection) -> connection.sendJson("{}");

    private static Access through(String proxy, String... direct) {
        return Access.DEFAULT.withProxy(HttpProxy.parse(proxy).except(List.of(direct)));
    }

    @Nested
    class InTheClear {
        @Test
        void the_proxy_is_told_the_whole_url() throws ExchangeException {
            try (RawService proxy = new RawService(OK);
                    HttpTarget target = HttpTarget.at("http://users.example:8080/api", through(proxy.url()))) {
                assertThat(target.send(GET).status()).isEqualTo(200);
                assertThat(proxy.requests().get(0)).isEqualTo("""
                        GET http://users.example:8080/api/users/1 HTTP/1.1
                        Host: users.example:8080
                        User-Agent: contract

                        """.replace("\n", "\r\n"));
            }
        }

        @Test
        void user_and_password_go_to_the_proxy() throws ExchangeException {
            try (RawService proxy = new RawService(OK);
                    HttpTarget target = HttpTarget.at(
                            "http://users.example", through("http://me:se%40cret@" + proxy.authority() + "/"))) {
                target.send(GET);

                assertThat(proxy.requests().get(0)).contains("\r\nProxy-Authorization: Basic bWU6c2VAY3JldA==\r\n");
            }
        }

        @ParameterizedTest
        @ValueSource(strings = {"127.0.0.1", "*", "0.0.1"})
        void what_is_excepted_is_reached_directly(String direct) throws ExchangeException {
            try (RawService service = new RawService(OK);
                    HttpTarget target = HttpTarget.at(service.url(), through("http://127.0.0.1:1", direct))) {
                assertThat(target.send(GET).status()).isEqualTo(200);
                assertThat(target.curlOptions().orElseThrow()).isEmpty();
            }
        }

        @ParameterizedTest
        @CsvSource({
            "example,          users.example, true",
            ".example,         users.example, true",
            "USERS.example,    users.example, true",
            "sers.example,     users.example, false",
            "users.example.de, users.example, false",
        })
        void an_exception_covers_a_host_or_a_domain(String entry, String host, boolean covered) {
            assertThat(HttpProxy.covers(entry, host)).isEqualTo(covered);
        }

        @Test
        void a_proxy_that_is_not_there_is_named() throws IOException {
            String proxy;
            try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                proxy = "http://127.0.0.1:" + closed.getLocalPort();
            }
            try (HttpTarget target = HttpTarget.at("http://users.example", through(proxy))) {
                assertThatThrownBy(() -> target.send(GET))
                        .hasMessage("nothing accepts connections at the proxy " + proxy + ": is it running?");
            }
        }
    }

    @Nested
    class ByHttps {
        @TempDir
        private Path directory;

        @Test
        void the_proxy_sees_a_tunnel_and_nothing_else() throws Exception {
            Tls tls = Tls.DEFAULT.trusting(TestKeys.certificate(directory, "ca"));
            try (RawService service = new RawService(TestKeys.listen("server"), OK);
                    Tunnel proxy = new Tunnel();
                    HttpTarget target = HttpTarget.at(
                            "https://" + service.authority(),
                            through("http://me:secret@" + proxy.authority()).withTls(tls))) {
                assertThat(target.send(GET).status()).isEqualTo(200);
                assertThat(target.send(GET).status()).isEqualTo(200);

                assertThat(proxy.heads)
                        .containsExactly("""
                        CONNECT SERVICE HTTP/1.1
                        Host: SERVICE
                        Proxy-Authorization: Basic bWU6c2VjcmV0

                        """.replace("\n", "\r\n").replace("SERVICE", service.authority()));
                assertThat(service.requests()).hasSize(2).allMatch(request -> !request.contains("Proxy-"));
                assertThat(target.curlOptions().orElseThrow())
                        .containsExactly(
                                "--proxy",
                                "http://" + proxy.authority(),
                                "--cacert",
                                directory.resolve("ca.pem").toString());
            }
        }

        @Test
        void a_proxy_that_does_not_let_through_is_told_with_its_status() {
            try (RawService proxy = new RawService((request, connection) -> connection.send(
                            "HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n"));
                    HttpTarget target = HttpTarget.at("https://users.example", through(proxy.url()))) {
                assertThatThrownBy(() -> target.send(GET))
                        .hasMessage("the proxy " + proxy.url() + " does not let through to https://users.example:"
                                + " status 407; write user and password into its address, as"
                                + " http://user:password@proxy");
            }
        }

        @Test
        void what_answers_but_is_no_proxy_is_told() {
            try (RawService proxy = new RawService((request, connection) -> connection.send("220 ESMTP\r\n\r\n"));
                    HttpTarget target = HttpTarget.at("https://users.example", through(proxy.url()))) {
                assertThatThrownBy(() -> target.send(GET))
                        .hasMessage("what answers at the proxy's address " + proxy.url() + " is not HTTP");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "https://proxy.example",
                "socks5://proxy.example:1080",
                "http://a b",
                "http://me:secret@proxy:99999",
                "me:secret@proxy:99999",
                "http://me:secret@proxy/a"
            })
    void an_address_that_is_none_is_refused_without_its_password(String url) {
        assertThatThrownBy(() -> HttpProxy.parse(url))
                .isInstanceOf(ContractException.class)
                .hasMessage("""
                        CONTRACT-URL  the address of the proxy cannot be used
                          found  "%s"
                          mend   write it as http://proxy.example:3128; it is reached by http, also where the service speaks https""".formatted(url.replace("me:secret", "…")));
    }

    /** A proxy that lets everything through. */
    private static final class Tunnel implements AutoCloseable {
        private final ServerSocket server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        private final List<String> heads = new CopyOnWriteArrayList<>();

        Tunnel() throws IOException {
            thread(this::serve);
        }

        String authority() {
            return "127.0.0.1:" + server.getLocalPort();
        }

        private static void thread(Runnable work) {
            Thread thread = new Thread(work, "tunnel");
            thread.setDaemon(true);
            thread.start();
        }

        private void serve() {
            try (Socket client = server.accept()) {
                String head = head(client.getInputStream());
                heads.add(head);
                String port = head.replaceFirst("(?s)CONNECT 127.0.0.1:(\\d+) .*", "$1");
                try (Socket service = new Socket(InetAddress.getLoopbackAddress(), Integer.parseInt(port))) {
                    client.getOutputStream().write("HTTP/1.1 200 Connected\r\n\r\n".getBytes(ISO_8859_1));
                    thread(() -> copy(service, client));
                    copy(client, service);
                }
            } catch (IOException e) {
                // one of the two is gone
            }
        }

        private static void copy(Socket from, Socket to) {
            try {
                from.getInputStream().transferTo(to.getOutputStream());
            } catch (IOException e) {
                // one of the two is gone
            }
        }

        private static String head(InputStream in) throws IOException {
            StringBuilder head = new StringBuilder();
            while (!head.toString().endsWith("\r\n\r\n")) {
                head.append((char) in.read());
            }
            return head.toString();
        }

        @Override
        public void close() throws IOException {
            server.close();
        }
    }
}
