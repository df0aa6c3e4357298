package dev.contract.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.contract.cli.Cli.Ended;
import dev.contract.cli.console.Console;
import dev.contract.consumer.stub.StubScope;
import dev.contract.consumer.stub.StubSettings;
import dev.contract.consumer.tls.StubTls;
import dev.contract.core.model.Annotations;
import dev.contract.core.model.HttpInteraction;
import dev.contract.core.model.RequestPart;
import dev.contract.core.model.ResponsePart;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class RecordCommandTest {
    private static final long PATIENCE_SECONDS = 30;
    private static final Pattern ADDRESS = Pattern.compile("at (http://127\\.0\\.0\\.1:\\d+),");

    @TempDir
    private Path directory;

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private HttpServer users;

    @BeforeEach
    void a_service() throws IOException {
        users = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        users.createContext("/api/users", this::answer);
        users.start();
    }

    @AfterEach
    void end() {
        users.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                + exchange.getRequestHeaders().getFirst("X-Tenant"));
        String id = exchange.getRequestURI().getPath().replaceFirst(".*/", "");
        byte[] body = ("{\"id\": " + id + ", \"name\": \"User " + id + "\""
                        + (id.equals("2") ? "" : ", \"nick\": \"u\"") + "}")
                .getBytes(UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.getResponseHeaders().add("Location", target() + "/users/" + id);
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private String target() {
        return "http://127.0.0.1:" + users.getAddress().getPort() + "/api";
    }

    /** The command in a thread of its own, and the address that it tells. */
    private final class Running {
        private final CompletableFuture<String> address = new CompletableFuture<>();
        private final CompletableFuture<Ended> ended;

        Running(String... arguments) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ByteArrayOutputStream err = new ByteArrayOutputStream();
            OutputStream watched = new OutputStream() {
                @Override
                public void write(int b) {
                    err.write(b);
                    Matcher told = ADDRESS.matcher(err.toString(UTF_8));
                    if (b == ',' && told.find()) {
                        address.complete(told.group(1));
                    }
                }
            };
            Console console =
                    new Console(new PrintStream(out, true, UTF_8), new PrintStream(watched, true, UTF_8), false, false);
            Surroundings surroundings = new Surroundings(console, Map.of(), directory, duration -> {});
            ended = CompletableFuture.supplyAsync(
                    () -> new Ended(Main.run(surroundings, arguments), out.toString(UTF_8), err.toString(UTF_8)));
        }

        HttpResponse<String> get(String path) throws Exception {
            URI uri = URI.create(address.get(PATIENCE_SECONDS, TimeUnit.SECONDS) + path);
            HttpRequest request = HttpRequest.newBuilder(uri)
                    .header("Authorization", "Bearer 9f8a7b6c5d4e3f2a1b0c")
                    .method("GET", BodyPublishers.noBody())
                    .build();
            return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        }

        Ended end() throws Exception {
            return ended.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        }
    }

    @Test
    void drafts_a_contract_of_what_it_passes_on() throws Exception {
        Running record = new Running(
                "record",
                "--target",
                target(),
                "--consumer",
                "web",
                "--provider",
                "users",
                "--requests",
                "3",
                "-o",
                "contracts",
                "--header",
                "X-Tenant: acme");

        HttpResponse<String> first = record.get("/users/1?full");
        record.get("/users/2?full");
        record.get("/users/3?full");
        Ended ended = record.end();

        assertThat(first.body()).isEqualTo("{\"id\": 1, \"name\": \"User 1\", \"nick\": \"u\"}");
        assertThat(first.headers().firstValue("Location")).hasValue(record.address.get() + "/users/1");
        assertThat(asked)
                .containsExactly(
                        "GET /api/users/1?full acme", "GET /api/users/2?full acme", "GET /api/users/3?full acme");
        assertThat(ended.exitCode()).isZero();
        assertThat(ended.out()).isEqualTo("Wrote 1 interaction to contracts/web-users.json\n");
        assertThat(Files.readString(directory.resolve("contracts/web-users.json")))
                .contains("\"description\": \"GET /users/{id}?full\"")
                .contains("\"optional\": {\"$.nick\": \"u\"}")
                .contains("Bearer example-secret")
                .doesNotContain("9f8a7b6c5d4e3f2a1b0c", "acme", "X-Tenant");
        assertThat(new Cli(directory).run("lint", "contracts", "--strict").exitCode())
                .isZero();
    }

    @Test
    void asks_once_what_it_knows_already() throws Exception {
        Running record = new Running(
                "record",
                "--target",
                target(),
                "--consumer",
                "web",
                "--provider",
                "users",
                "--requests",
                "2",
                "--once");

        record.get("/users/1");
        assertThat(record.get("/users/1").body()).contains("User 1");
        record.get("/users/2");

        assertThat(record.end().exitCode()).isZero();
        assertThat(asked).containsExactly("GET /api/users/1 null", "GET /api/users/2 null");
    }

    @Test
    void reaches_a_provider_by_https_whose_authority_is_named() throws Exception {
        StubTls tls = StubTls.generated();
        try (StubScope secure = StubScope.open(StubSettings.DEFAULT.withTls(tls))) {
            secure.expectations().add(ping());
            Contracts.write(directory, "authority.pem", tls.trustPem());
            Running record = new Running(
                    "record",
                    "--target",
                    secure.url(),
                    "--consumer",
                    "web",
                    "--provider",
                    "users",
                    "--requests",
                    "1",
                    "--trust",
                    "authority.pem");

            assertThat(record.get("/ping").statusCode()).isEqualTo(204);
            assertThat(record.end().out()).contains("\"description\": \"GET /ping\"");
        }
    }

    private static HttpInteraction ping() {
        return new HttpInteraction(
                "a ping",
                List.of(),
                RequestPart.of(dev.contract.core.http.HttpRequest.of("GET", "/ping")),
                ResponsePart.of(dev.contract.core.http.HttpResponse.of(204)),
                Annotations.NONE);
    }

    @Test
    void tells_what_it_could_not_pass_on() throws Exception {
        users.stop(0);
        Running record = new Running(
                "record", "--target", target(), "--consumer", "web", "--provider", "users", "--requests", "1");

        HttpResponse<String> refused = record.get("/users/1");
        Ended ended = record.end();

        assertThat(refused.statusCode()).isEqualTo(502);
        assertThat(refused.body()).startsWith("GET /users/1: java.net.ConnectException");
        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.err())
                .contains("CONTRACT-RECORD  a request could not be passed on")
                .contains("CONTRACT-DRAFT  there is nothing to write a contract of");
    }

    @Test
    void leaves_clients_alone_who_are_sent_to_another_service() throws Exception {
        users.createContext("/moved", exchange -> {
            exchange.getResponseHeaders().add("Location", target().replace("/api", "1/api"));
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });
        String target = "http://127.0.0.1:" + users.getAddress().getPort();
        Running record = new Running(
                "record",
                "--target",
                target.replace("//", "//user:hunter-2@"),
                "--consumer",
                "web",
                "--provider",
                "users",
                "--requests",
                "1");

        HttpResponse<String> answer = record.get("/moved");

        assertThat(answer.headers().firstValue("Location")).hasValue(target + "1/api");
        assertThat(record.end().err())
                .contains("passes it on to http://***@127.0.0.1:")
                .doesNotContain("hunter-2");
    }

    @Test
    void says_that_nothing_came() throws Exception {
        Running record =
                new Running("record", "--target", target(), "--consumer", "web", "--provider", "users", "--for", "1");

        Ended ended = record.end();

        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.err().replaceFirst("(?s).*(?=CONTRACT-DRAFT)", "")).isEqualTo("""
                CONTRACT-DRAFT  there is nothing to write a contract of
                  found  no request came
                  mend   have the consumer ask at the address that is told first, and end the recording then
                """);
    }

    /** As Ctrl-C and build servers end it. */
    @Test
    @DisabledOnOs(OS.WINDOWS)
    void ends_with_its_own_exit_code_when_it_is_asked_to_end() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "record",
                        "--target",
                        target(),
                        "--consumer",
                        "web",
                        "--provider",
                        "users",
                        "--output",
                        directory.toString())
                .start();
        try (BufferedReader told = process.errorReader()) {
            Matcher address = ADDRESS.matcher(told.readLine());
            assertThat(address.find()).isTrue();
            HttpRequest request = HttpRequest.newBuilder(URI.create(address.group(1) + "/users/1"))
                    .build();
            HttpClient.newHttpClient().send(request, BodyHandlers.discarding());

            process.destroy();

            assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isZero();
            assertThat(directory.resolve("web-users.json")).exists();
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void needs_an_address_of_http() {
        Ended ended =
                new Cli(directory).run("record", "--target", "ftp://x", "--consumer", "web", "--provider", "users");

        assertThat(ended).isEqualTo(new Ended(2, "", """
                CONTRACT-RECORD  nothing can be recorded at this address
                  found  "ftp://x"
                  mend   give scheme, host and port, for example http://127.0.0.1:8081
                """));
    }

    @Test
    void has_options_that_go_together() {
        for (String[] wrong : new String[][] {{"--client-key", "k.pem"}, {"--requests", "0"}, {"--port", "70000"}}) {
            assertThat(new Cli(directory)
                            .run(
                                    "record",
                                    "--target",
                                    target(),
                                    "--consumer",
                                    "a",
                                    "--provider",
                                    "b",
                                    wrong[0],
                                    wrong[1])
                            .exitCode())
                    .isEqualTo(64);
        }
    }
}
