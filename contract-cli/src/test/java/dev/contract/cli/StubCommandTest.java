package dev.contract.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contract.cli.Cli.Ended;
import dev.contract.cli.console.Console;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StubCommandTest {
    private static final String CONTRACT = """
            {"consumer": {"name": "web"}, "provider": {"name": "%s"},
             "interactions": [
               {"type": "Synchronous/HTTP", "description": "a request for Alice", "request": {"method": "GET", "path": "/1"},
                "response": {"status": 201}},
               {"type": "Synchronous/HTTP", "description": "a request for Bob", "providerStates": [{"name": "Bob exists"}],
                "request": {"method": "GET", "path": "/2"}, "response": {"status": 202}}],
             "metadata": {"pactSpecification": {"version": "4.0"}}}
            """;

    @TempDir
    private Path directory;

    private final BlockingQueue<String> out = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> err = new LinkedBlockingQueue<>();
    private final BlockingQueue<Integer> ended = new LinkedBlockingQueue<>();
    private Thread stub = new Thread(() -> {});

    @AfterEach
    void stop() throws InterruptedException {
        stub.interrupt();
        assertThat(next(ended)).isZero();
    }

    private static <T> T next(BlockingQueue<T> queue) throws InterruptedException {
        T next = queue.poll(60, TimeUnit.SECONDS);
        assertThat(next).as("what comes next").isNotNull();
        return next;
    }

    private void write(String provider) throws IOException {
        Files.writeString(directory.resolve("web-" + provider + ".json"), CONTRACT.formatted(provider));
    }

    /** The greeting of a stub that was started with these arguments. */
    private String start(String... arguments) throws InterruptedException {
        Console console = new Console(lines(out), lines(err), false, false);
        Surroundings surroundings = new Surroundings(console, Map.of(), directory, duration -> {});
        stub = new Thread(() -> ended.add(Main.run(surroundings, arguments)));
        stub.start();
        return next(out);
    }

    private static PrintStream lines(BlockingQueue<String> queue) {
        return new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8) {
            @Override
            public void println(String text) {
                queue.add(text);
            }
        };
    }

    private static String address(String greeting) {
        return greeting.replaceAll("(?s).*?(http://127\\.0\\.0\\.1:\\d+).*", "$1");
    }

    private static HttpResponse<String> get(String url) throws Exception {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString());
    }

    @Test
    void serves_what_is_named_and_says_where() throws Exception {
        write("users");
        write("mails");

        String greeting = start("stub", ".", "--prefix", "mails=/mails", "--port-file", "run/port");

        String url = address(greeting);
        assertThat(greeting).isEqualTo("""
                contract stub development · steered at URL/__contract by this machine only
                provider  address    interactions
                mails     URL/mails  2
                users     URL        2""".replace("URL/mails ", url + "/mails ")
                .replace("URL    ", url + "    ")
                .replace("address   ", "address" + " ".repeat(url.length()))
                .replace("URL", url));
        assertThat(get(url + "/1").statusCode()).isEqualTo(201);
        assertThat(get(url + "/mails/2").statusCode()).isEqualTo(202);
        assertThat(directory.resolve("run/port")).hasContent(URI.create(url).getPort() + "\n");
    }

    @Test
    void writes_each_port_where_there_are_several() throws Exception {
        write("users");
        write("mails");

        String greeting = start("stub", ".", "--port", "mails=0", "--port-file", "port");

        assertThat(Files.readString(directory.resolve("port"))).matches("mails=\\d+\nusers=\\d+\n");
        assertThat(greeting).startsWith("contract stub development · steered at http://127.0.0.1:");
    }

    @Test
    void tells_of_settings_for_a_provider_that_no_contract_has() throws Exception {
        write("user-service");
        write("mails");

        start(
                "stub",
                ".",
                "--port",
                "usr-service=0",
                "--prefix",
                "postman=/post",
                "--proxy-unmatched",
                "user_service=http://al:hunter-2@127.0.0.1:9");

        assertThat(next(err)).isEqualTo("""
                STUB-PROVIDER  no contract is of a provider that has settings of its own
                  where  --port usr-service=0
                  found  contracts of "user-service", "mails"
                  mend   did you mean "user-service"?""");
        assertThat(next(err)).isEqualTo("""
                STUB-PROVIDER  no contract is of a provider that has settings of its own
                  where  --prefix postman=/post
                  found  contracts of "mails", "user-service"
                  mend   correct the name, or open the provider by PUT /__contract/providers/NAME""");
        assertThat(next(err)).isEqualTo("""
                STUB-PROVIDER  no contract is of a provider that has settings of its own
                  where  --proxy-unmatched user_service=http://***@127.0.0.1:9
                  found  contracts of "user-service", "mails"
                  mend   did you mean "user-service"?""");
    }

    @ParameterizedTest
    @CsvSource({"--only,Alice,201,500", "--state,Bob,500,202", "--consumer,web,201,202", "--provider,users,201,202"})
    void serves_only_what_is_asked_for(String option, String value, int alice, int bob) throws Exception {
        write("users");

        String url = address(start("stub", "web-users.json", option, value));

        assertThat(get(url + "/1").statusCode()).isEqualTo(alice);
        assertThat(get(url + "/2").statusCode()).isEqualTo(bob);
    }

    @Test
    void speaks_tls_if_asked_to() throws Exception {
        write("users");

        String url = start("stub", ".", "--https", "--certificate-file", "trust.pem", "--http2", "--gzip")
                .replaceAll("(?s).*?(https://127\\.0\\.0\\.1:\\d+).*", "$1");

        assertThat(directory.resolve("trust.pem")).content().startsWith("-----BEGIN CERTIFICATE-----");
        HttpClient client = HttpClient.newBuilder()
                .sslContext(trusting(directory.resolve("trust.pem")))
                .build();
        assertThat(client.send(HttpRequest.newBuilder(URI.create(url + "/1")).build(), BodyHandlers.ofString()))
                .satisfies(response -> assertThat(response.statusCode()).isEqualTo(201))
                .satisfies(response -> assertThat(response.version()).isEqualTo(HttpClient.Version.HTTP_2));
    }

    private static SSLContext trusting(Path pem) throws Exception {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        try (InputStream certificate = Files.newInputStream(pem)) {
            trusted.setCertificateEntry(
                    "stub", CertificateFactory.getInstance("X.509").generateCertificate(certificate));
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    @Test
    void begins_empty_if_asked_to() throws Exception {
        String greeting = start("stub", "--empty", "--control-token", "s3cret", "--prefix", "any=/any");

        assertThat(greeting)
                .isEqualTo("contract stub development · steered at " + address(greeting)
                        + "/__contract by whoever has the token");
        assertThat(err).isEmpty();
        assertThat(get(address(greeting) + "/__contract").statusCode()).isEqualTo(401);
    }

    @Nested
    class ContractFiles {
        @Test
        void that_change_are_read_again() throws Exception {
            write("users");
            String url = address(start("stub", "*.json"));

            Files.writeString(
                    directory.resolve("web-users.json"),
                    CONTRACT.formatted("users").replace("201", "418"));

            assertThat(next(err)).isEqualTo("Files have changed: now 2 interactions.");
            assertThat(get(url + "/1").statusCode()).isEqualTo(418);
        }

        @Test
        void that_are_broken_leave_what_was_there() throws Exception {
            write("users");
            String url = address(start("stub", "."));

            Files.writeString(directory.resolve("web-users.json"), "{");

            assertThat(next(err))
                    .isEqualTo("Files have changed, but cannot be served; what was there before still is.");
            assertThat(next(err)).startsWith("CONTRACT-JSON  ");
            assertThat(get(url + "/1").statusCode()).isEqualTo(201);

            write("users");
            write("mails");
            assertThat(next(err)).isEqualTo("Files have changed: now 4 interactions.");
        }
    }

    @Nested
    class IsRefused {
        @AfterEach
        void noStub() {
            ended.add(0);
        }

        private Ended run(String... arguments) {
            return new Cli(directory).run(arguments);
        }

        @Test
        void without_anything_to_serve() {
            assertThat(run("stub")).isEqualTo(new Ended(64, "", """
                    CONTRACT-USAGE  name contracts to serve, or give --provider for those that the broker has of it, or begin with none by --empty
                      where  contract stub
                      mend   see contract stub --help
                    """));
        }

        @Test
        void with_a_port_that_is_none() {
            assertThat(run("stub", "--empty", "--port", "users=http").err())
                    .startsWith(
                            "CONTRACT-USAGE  --port is a number from 0 to 65535, with or without PROVIDER= before it,"
                                    + " not http");
        }

        @Test
        void with_a_key_store_without_https() {
            assertThat(run("stub", "--empty", "--key-store", "stub.p12").err())
                    .startsWith("CONTRACT-USAGE  --key-store belongs to --https");
        }

        @Test
        void with_contracts_that_are_broken() throws IOException {
            Files.writeString(directory.resolve("broken.json"), "{}");

            assertThat(run("stub", "broken.json").exitCode()).isEqualTo(2);
        }

        @Test
        void when_nothing_is_left_to_serve() throws IOException {
            write("users");

            assertThat(run("stub", ".", "--provider", "mails")).isEqualTo(new Ended(2, "", """
                    CONTRACT-NONE  there is no contract of the provider "mails" to serve
                      where  .
                      mend   name others, or begin without contracts by --empty
                    """));
        }

        @Test
        void at_an_address_of_others_without_a_token() throws IOException {
            write("users");

            assertThat(run("stub", ".", "--host", "0.0.0.0").err()).startsWith("STUB-CONTROL  ");
        }
    }
}
