package dev.contract.consumer.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contract.consumer.Stub;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@link Served} does for the stubs of test classes. */
class ServedTest {
    @TempDir
    Path contracts;

    private static HttpResponse<String> get(Stub stub, HttpRequest.Builder request)
            throws IOException, InterruptedException {
        HttpClient client = stub.url().startsWith("https")
                ? HttpClient.newBuilder().sslContext(stub.tls().clientContext()).build()
                : HttpClient.newHttpClient();
        return client.send(request.uri(URI.create(stub.url() + "/users/1")).build(), BodyHandlers.ofString());
    }

    private static HttpResponse<String> get(Stub stub) throws IOException, InterruptedException {
        return get(stub, HttpRequest.newBuilder());
    }

    private static void expect(Stub stub) {
        stub.uponReceiving("a request").get("/users/1").willRespondWith(200);
    }

    @LaunchedOnly
    @ConsumerTest(consumer = "shop", provider = "users")
    @Served(https = true, http2 = true)
    static class OfAClass {
        @Test
        void is_for_its_tests(Stub users) throws Exception {
            expect(users);

            assertThat(get(users).version()).isEqualTo(HttpClient.Version.HTTP_2);
        }

        @Nested
        class AndOfAClassInIt {
            @Test
            void is_for_its_tests(@Served Stub users, @Provider("mails") Stub mails) throws Exception {
                expect(users);
                expect(mails);

                assertThat(get(users).sslSession()).isEmpty();
                assertThat(get(mails).sslSession()).isPresent();
            }
        }
    }

    @LaunchedOnly
    @ConsumerTest(consumer = "shop", provider = "users")
    static class OfAParameter {
        @BeforeEach
        void connect(@Served(clientCertificate = true) Stub users) {
            assertThat(users.tls().demandsClientCertificate()).isTrue();
        }

        @Test
        void is_for_all_of_the_test(Stub users) throws Exception {
            expect(users);

            assertThat(get(users).sslSession()).isPresent();
        }
    }

    @LaunchedOnly
    @ConsumerTest(consumer = "shop", provider = "users")
    static class ForBrowsers {
        @Test
        void asks_before_it_asks(@Served(cors = true, gzip = true) Stub users) throws Exception {
            expect(users);

            HttpRequest.Builder preflight = HttpRequest.newBuilder().method("OPTIONS", BodyPublishers.noBody());
            assertThat(get(users, preflight).statusCode()).isEqualTo(204);
            assertThat(get(users).headers().firstValue("Access-Control-Allow-Origin"))
                    .contains("*");
        }
    }

    @LaunchedOnly
    @ConsumerTest(consumer = "shop", provider = "users")
    static class OfAClassStub {
        @BeforeAll
        static void connect(@Served(https = true) Stub users) {
            assertThat(users.url()).startsWith("https:");
        }

        @Test
        void is_for_its_tests(Stub users) throws Exception {
            expect(users);

            assertThat(get(users).sslSession()).isPresent();
        }

        @Test
        void is_not_changed_by_one_of_them(@Served(http2 = true) Stub users) throws Exception {
            expect(users);
            get(users);
        }
    }

    @LaunchedOnly
    @ConsumerTest(consumer = "shop", provider = "users")
    static class OfNoFile {
        @Test
        void serves_nobody(@Served(keyStore = "no/such/file.p12", password = "secret") Stub users) throws Exception {
            get(users);
        }
    }

    @Test
    void may_stand_on_a_class_a_nested_class_and_a_parameter() {
        Launch launch = Launch.of(contracts, OfAClass.class, OfAParameter.class, ForBrowsers.class);

        assertThat(launch.failures()).isEmpty();
        assertThat(Files.exists(contracts.resolve("shop-users.json"))).isTrue();
    }

    @Test
    void is_the_same_for_all_who_share_a_stub() {
        Map<String, String> failures = Launch.of(contracts, OfAClassStub.class).failures();

        assertThat(failures).containsOnlyKeys("is_not_changed_by_one_of_them(Stub)");
        assertThat(failures.get("is_not_changed_by_one_of_them(Stub)")).contains("""
                CONTRACT-SERVED  the stub of "users" is asked to serve in two ways
                  mend  say @Served once, on the class, or the same at each of its parameters""");
    }

    @Test
    void names_the_key_store_that_it_cannot_read() {
        assertThat(Launch.of(contracts, OfNoFile.class).failures().values())
                .singleElement()
                .asString()
                .contains("""
                        CONTRACT-TLS  there is no such key store
                          found  no file %s
                          mend   correct the path, which is seen from the folder that tests run in""".formatted(Path.of("no/such/file.p12").toAbsolutePath()));
    }
}
