package dev.contract.broker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contract.broker.access.AccessSettings;
import dev.contract.broker.access.AccessSettings.Openness;
import dev.contract.broker.access.Account;
import dev.contract.broker.access.Door;
import dev.contract.broker.access.TokenSecret;
import dev.contract.broker.access.TrustedProxies;
import dev.contract.broker.api.ApiSettings;
import dev.contract.broker.api.BrokerRoutes;
import dev.contract.broker.delivery.Courier;
import dev.contract.broker.delivery.DeliverySettings;
import dev.contract.broker.domain.AccessToken;
import dev.contract.broker.domain.Role;
import dev.contract.broker.domain.Store;
import dev.contract.broker.domain.StoreTrouble;
import dev.contract.broker.domain.Transaction;
import dev.contract.broker.egress.AddressRange;
import dev.contract.broker.egress.Egress;
import dev.contract.broker.egress.EgressRules;
import dev.contract.core.body.Body;
import dev.contract.core.body.ContentType;
import dev.contract.core.http.HttpRequest;
import dev.contract.core.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may do what. */
class DoorTest {
    private static final AccessSettings ACCOUNTS = AccessSettings.LOCAL.withAccounts(
            List.of(Account.of("ci", "pass:word", Role.WRITE), Account.of("guest", "look", Role.READ)));
    private static final String CI = basic("ci", "pass:word");
    private static final String GUEST = basic("guest", "look");

    private @Nullable TestBroker broker;

    @AfterEach
    void close() {
        if (broker != null) {
            broker.close();
        }
    }

    private Door door(AccessSettings settings) {
        broker = TestBroker.open(ApiSettings.DEFAULT.withBaseUrls(List.of("http://broker.test")), settings);
        return broker.broker().door();
    }

    private static String basic(String name, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((name + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    private static HttpRequest request(String method, String path) {
        HttpRequest request = HttpRequest.of(method, path);
        return List.of("POST", "PUT", "PATCH").contains(method)
                ? request.withHeader("Content-Type", "application/json").withBody(Body.text("{}", ContentType.JSON))
                : request;
    }

    private static HttpRequest as(String authorization, HttpRequest request) {
        return request.withHeader("Authorization", authorization);
    }

    private static int status(Door door, HttpRequest request) {
        return door.answer(request, "10.0.0.7").status();
    }

    private String token(String name, Role role, @Nullable Instant expiresAt) {
        TokenSecret secret = TokenSecret.random();
        AccessToken token = new AccessToken(name, role, Instant.EPOCH, expiresAt);
        assertThat(broker).isNotNull();
        broker.broker().store().write(kept -> kept.accessTokens().add(token, secret.digest()));
        return "Bearer " + secret.text();
    }

    @Nested
    class WithAccounts {
        private final Door door = door(ACCOUNTS);

        @ParameterizedTest
        @CsvSource({
            "GET, /",
            "GET, /pacticipants",
            "GET, /diagnostic/status/heartbeat",
            "GET, /nothing/here",
            "GET, //",
            "OPTIONS, /pacticipants",
            "PUT, /pacticipants/web/versions/1",
            "POST, /pacts/provider/orders/for-verification",
            "DELETE, /pacticipants/web",
            "PROPFIND, /",
        })
        void nothing_is_said_to_those_who_do_not_say_who_they_are(String method, String path) {
            HttpResponse answer = door.answer(request(method, path), "10.0.0.7");

            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.headers().values("WWW-Authenticate"))
                    .containsExactly(
                            "Basic realm=\"contract broker\", charset=\"UTF-8\"", "Bearer realm=\"contract broker\"");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "Basic",
                    "Basic !!!",
                    "Basic Y2k=",
                    "Basic Y2k6cGFzcw==",
                    "Bearer x",
                    "Bearer ",
                    "Digest username=\"ci\"",
                    "ci:pass:word"
                })
        void credentials_that_are_nobodys_open_nothing(String authorization) {
            HttpResponse answer = door.answer(as(authorization, request("GET", "/")), "10.0.0.7");

            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.body().text())
                    .isEqualTo("{\"error\":\"The credentials are not those of any account or token of this broker.\"}");
        }

        @Test
        void who_may_read_may_also_ask_for_pacts_to_verify() {
            assertThat(status(door, as(CI, request("PUT", "/pacticipants/orders/versions/1"))))
                    .isEqualTo(201);

            assertThat(status(door, as(GUEST, request("GET", "/pacticipants/orders"))))
                    .isEqualTo(200);
            assertThat(status(door, as(GUEST, request("POST", "/pacts/provider/orders/for-verification"))))
                    .isEqualTo(200);
            assertThat(status(door, as(GUEST, request("GET", "/nothing/here")))).isEqualTo(404);
        }

        @Test
        void who_may_only_read_changes_nothing() {
            HttpRequest change = as(GUEST, request("PUT", "/pacticipants/web/versions/1"));

            HttpResponse answer = door.answer(change, "10.0.0.7");

            assertThat(answer.status()).isEqualTo(403);
            assertThat(answer.body().text())
                    .isEqualTo("{\"error\":\"guest may read here; this needs an account or a token that may write.\"}");
            assertThat(answer.headers().first("WWW-Authenticate")).isEmpty();
            assertThat(status(door, as(CI, request("GET", "/pacticipants/web"))))
                    .isEqualTo(404);
        }

        @Test
        void who_may_write_administers_as_long_as_there_is_no_token() {
            HttpRequest creation = as(CI, request("POST", "/environments"));
            assertThat(status(door, creation)).isEqualTo(400);

            String admin = token("ops", Role.ADMIN, null);

            assertThat(door.answer(creation, "10.0.0.7").body().text())
                    .isEqualTo(
                            "{\"error\":\"ci may write here; this needs an account or a token that may administer.\"}");
            assertThat(status(door, as(admin, request("POST", "/environments"))))
                    .isEqualTo(400);
        }

        /** Or whoever published a failure could make it a success again. */
        @Test
        void who_may_only_write_deletes_no_result() {
            String admin = token("ops", Role.ADMIN, null);
            HttpRequest deletion = request(
                    "DELETE",
                    "/pacts/provider/orders/consumer/web/pact-version/" + "a".repeat(40) + "/verification-results/1");

            assertThat(status(door, as(CI, deletion))).isEqualTo(403);
            assertThat(status(door, as(admin, deletion))).isEqualTo(404);
        }

        @Test
        void only_who_may_change_a_webhook_sees_where_exactly_it_leads() {
            String admin = token("ops", Role.ADMIN, null);
            HttpRequest creation =
                    as(admin, request("PUT", "/webhooks/0123456789abcdef")).withBody(Body.text("""
                            {"request": {"method": "POST", "url": "https://hooks.example/services/T0/B1?token=t2"}}""", ContentType.JSON));
            assertThat(status(door, creation)).isEqualTo(201);

            for (String path : List.of("/webhooks/0123456789abcdef", "/webhooks")) {
                for (String type : List.of("application/hal+json", Browser.ACCEPT)) {
                    HttpRequest look = request("GET", path).withHeader("Accept", type);
                    String ofReader =
                            door.answer(as(GUEST, look), "10.0.0.7").body().text();
                    String ofAdmin =
                            door.answer(as(admin, look), "10.0.0.7").body().text();

                    assertThat(ofReader).doesNotContain("services", "T0", "t2");
                    boolean showsUrl = !path.equals("/webhooks") || type.equals(Browser.ACCEPT);
                    assertThat(ofReader.contains("https://hooks.example/**********"))
                            .isEqualTo(showsUrl);
                    assertThat(ofAdmin.contains("https://hooks.example/services/T0/B1?token=t2"))
                            .isEqualTo(showsUrl);
                }
            }
        }

        @Test
        void the_end_of_a_path_does_not_change_who_may_have_it() {
            assertThat(status(door, request("GET", "/metrics.json"))).isEqualTo(401);
            assertThat(status(door, request("HEAD", "/metrics"))).isEqualTo(401);
            assertThat(status(door, as(GUEST, request("DELETE", "/integrations/"))))
                    .isEqualTo(403);
        }

        @Test
        void problems_are_told_in_the_form_that_is_asked_for() {
            HttpRequest request = request("GET", "/").withHeader("Accept", "application/problem+json");

            assertThat(door.answer(request, "10.0.0.7").body().text())
                    .isEqualTo(
                            "{\"title\":\"Unauthorized\",\"type\":\"http://broker.test/problems/unauthorized\",\"detail\":\"This needs an account or a token that may read.\",\"status\":401,\"instance\":\"/\"}");
        }

        @Test
        void a_token_is_as_good_as_an_account_until_it_expires_or_is_revoked() {
            String valid = token("valid", Role.WRITE, Instant.now().plusSeconds(1000));
            String expired = token("expired", Role.WRITE, Instant.now().minusSeconds(1));

            assertThat(status(door, as(valid, request("GET", "/")))).isEqualTo(200);
            assertThat(status(door, as(expired, request("GET", "/")))).isEqualTo(401);

            broker.broker().store().write(kept -> kept.accessTokens().delete("valid"));
            assertThat(status(door, as(valid, request("GET", "/")))).isEqualTo(401);
        }

        @Test
        void what_is_kept_of_a_token_opens_nothing() {
            token("ci", Role.WRITE, null);
            TokenSecret secret = TokenSecret.random();
            AccessToken other = new AccessToken("other", Role.WRITE, Instant.EPOCH, null);
            broker.broker().store().write(kept -> kept.accessTokens().add(other, secret.digest()));

            assertThat(status(door, as("Bearer " + secret.digest(), request("GET", "/"))))
                    .isEqualTo(401);
            assertThat(status(door, as("Bearer " + secret.text(), request("GET", "/"))))
                    .isEqualTo(200);
        }

        @Test
        void each_change_leaves_a_line_that_nobody_can_forge() {
            try (LogLines lines = LogLines.of("dev.contract.broker.audit")) {
                status(door, as(CI, request("PUT", "/pacticipants/web/versions/1")));
                status(door, as(GUEST, request("PUT", "/pacticipants/web/versions/2")));
                status(door, as(CI, request("GET", "/pacticipants/web")));
                status(door, as(CI, request("POST", "/pacts/provider/web/for-verification")));
                status(
                        door,
                        request("DELETE", "/pacticipants/a b\r\nwho=ci")
                                .withHeader("X-Forwarded-For", "1.2.3.4 who=ci"));

                assertThat(lines.all())
                        .containsExactly(
                                "who=ci from=10.0.0.7 PUT /pacticipants/web/versions/1 201",
                                "who=guest from=10.0.0.7 PUT /pacticipants/web/versions/2 403",
                                "who=- from=10.0.0.7 for=1.2.3.4?who=ci DELETE /pacticipants/a?b??who=ci 401");
            }
        }
    }

    @Test
    void what_is_open_needs_no_account() {
        Door door = door(ACCOUNTS.withOpen(Set.of(Openness.HEARTBEAT)));
        assertThat(status(door, request("GET", "/diagnostic/status/heartbeat"))).isEqualTo(200);
        assertThat(status(door, request("GET", "/diagnostic/status/dependencies")))
                .isEqualTo(401);
        assertThat(status(door, request("GET", "/"))).isEqualTo(401);
    }

    @Test
    void badges_may_be_open_alone() {
        Door door = door(ACCOUNTS.withOpen(Set.of(Openness.BADGES)));
        assertThat(status(door, request("GET", "/pacts/provider/orders/consumer/web/latest/badge.svg")))
                .isEqualTo(200);
        assertThat(status(door, request("GET", "/pacts/provider/orders/consumer/web/latest")))
                .isEqualTo(401);
    }

    @Test
    void passwords_are_not_guessed_for_ever() {
        Door door = door(ACCOUNTS);
        HttpRequest good = as(CI, request("GET", "/"));
        for (int i = 0; i < 100; i++) {
            assertThat(status(door, as(basic("ci", "guess " + i), request("GET", "/"))))
                    .isEqualTo(401);
        }

        HttpResponse stopped = door.answer(good, "10.0.0.7");
        assertThat(stopped.status()).isEqualTo(429);
        assertThat(stopped.headers().first("Retry-After")).hasValue("300");
        assertThat(door.answer(good, "10.0.0.8").status()).isEqualTo(200);
    }

    @Test
    void who_guesses_behind_the_proxy_of_others_keeps_only_himself_out() {
        Door door = door(ACCOUNTS.withProxies(
                new TrustedProxies(List.of(AddressRange.parse("10.0.0.0/24").orElseThrow()))));
        HttpRequest good = as(CI, request("GET", "/"));
        for (int i = 0; i < 100; i++) {
            HttpRequest guess = as(basic("ci", "guess " + i), request("GET", "/"));
            assertThat(status(door, guess.withHeader("X-Forwarded-For", "203.0.113." + i + ", 198.51.100.7")))
                    .isEqualTo(401);
        }

        assertThat(status(door, good.withHeader("X-Forwarded-For", "198.51.100.7")))
                .isEqualTo(429);
        assertThat(status(door, good.withHeader("X-Forwarded-For", "198.51.100.8")))
                .isEqualTo(200);
    }

    @Test
    void the_log_names_who_failed_to_log_in() {
        Door door = door(ACCOUNTS.withProxies(
                new TrustedProxies(List.of(AddressRange.parse("10.0.0.7").orElseThrow()))));
        try (LogLines lines = LogLines.of("dev.contract.broker.audit")) {
            status(door, as(basic("ci\r\nwho=ci", "guess"), request("GET", "/")));
            status(door, as(basic("ci", "guess"), request("GET", "/")).withHeader("X-Forwarded-For", "198.51.100.7"));
            status(door, as(CI, request("GET", "/")));

            assertThat(lines.all())
                    .containsExactly(
                            "failed log-in name=ci??who=ci from=10.0.0.7", "failed log-in name=ci from=198.51.100.7");
        }
    }

    @Test
    void the_form_is_shown_under_every_name_that_a_host_may_have() {
        HttpResponse form = door(ACCOUNTS)
                .answer(request("GET", "/").withHeader("Accept", Browser.ACCEPT).withHeader("Host", "[1]"), "10.0.0.7");

        assertThat(form.status()).isEqualTo(401);
        assertThat(form.headers().first("Set-Cookie").orElse("")).contains("; Path=/;");
    }

    @Test
    void the_page_of_this_broker_is_known_by_what_the_proxy_says() {
        Door door = door(ACCOUNTS);
        String writer = token("writer", Role.WRITE, null);
        HttpRequest change = as(writer, request("PUT", "/pacticipants/web/versions/1"))
                .withHeader("Host", "127.0.0.1:9292")
                .withHeader("Origin", "https://ci.example:8443");

        assertThat(door.answer(change, "10.0.0.7").body().text())
                .isEqualTo(
                        "{\"error\":\"A page of another server may change nothing here. If it is this broker's own page, name its address"
                                + " (--base-url) or have the proxy pass on Host; --cors-origin lists others that may.\"}");
        assertThat(status(
                        door,
                        change.withHeader("X-Forwarded-Host", "ci.example, inner")
                                .withHeader("X-Forwarded-Port", "8443")))
                .isEqualTo(201);
    }

    /** The path may also be that of the contract of a tag "feature/badge". */
    @Test
    void an_open_badge_opens_no_page() {
        Door door = door(ACCOUNTS.withOpen(Set.of(Openness.BADGES)));

        HttpResponse badge = door.answer(
                request("GET", "/pacts/provider/orders/consumer/web/latest/feature/badge")
                        .withHeader("Accept", Browser.ACCEPT),
                "10.0.0.7");

        assertThat(badge.status()).isEqualTo(200);
        assertThat(badge.headers().first("Content-Type")).hasValue("image/svg+xml;charset=utf-8");
    }

    @Test
    void public_reading_is_reading_alone() {
        Door door = door(ACCOUNTS.withOpen(Set.of(Openness.READING)));
        assertThat(status(door, request("GET", "/"))).isEqualTo(200);
        assertThat(status(door, request("GET", "/diagnostic/status/heartbeat"))).isEqualTo(200);
        assertThat(status(door, request("PUT", "/pacticipants/web/versions/1"))).isEqualTo(401);
        assertThat(status(door, as("Bearer wrong", request("GET", "/")))).isEqualTo(401);
    }

    @Test
    void the_first_token_closes_a_broker_without_accounts() {
        Door door = door(AccessSettings.LOCAL);
        assertThat(door.isForThisMachine()).isTrue();
        assertThat(status(door, request("PUT", "/pacticipants/web/versions/1"))).isEqualTo(201);

        String reader = token("reader", Role.READ, null);

        assertThat(door.isForThisMachine()).isFalse();
        assertThat(status(door, request("GET", "/"))).isEqualTo(401);
        assertThat(status(door, as(reader, request("GET", "/")))).isEqualTo(200);
        assertThat(status(door, as(reader, request("PUT", "/pacticipants/web/versions/2"))))
                .isEqualTo(403);
    }

    @Test
    void revoking_the_last_token_opens_nothing() {
        Door door = door(AccessSettings.LOCAL);
        token("ci", Role.WRITE, null);
        assertThat(status(door, request("GET", "/"))).isEqualTo(401);

        broker.broker().store().write(kept -> kept.accessTokens().delete("ci"));

        assertThat(status(door, request("GET", "/"))).isEqualTo(401);
    }

    /** What the door itself asks the store: {@code /doc} asks it nothing. */
    @Nested
    class Looks {
        private static final HttpRequest HELP = request("GET", "/doc/consumer");
        private static final HttpRequest HEARTBEAT = request("GET", "/diagnostic/status/heartbeat");

        private final Egress egress = new Egress(EgressRules.DEFAULT);

        @AfterEach
        void close() {
            egress.close();
        }

        private Door door(AccessSettings settings, Store store) {
            Courier courier = new Courier(store, egress, DeliverySettings.DEFAULT, Clock.systemUTC());
            return new Door(
                    new BrokerRoutes(store, ApiSettings.DEFAULT, courier), store, ApiSettings.DEFAULT, settings);
        }

        @Test
        void into_a_store_that_is_away_are_answered_like_all_others() {
            Door door = door(AccessSettings.LOCAL, new BrokenStore(StoreTrouble.Kind.AWAY));
            Door guarded = door(ACCOUNTS, new BrokenStore(StoreTrouble.Kind.AWAY));

            assertThat(door.answer(HELP, "10.0.0.7").status()).isEqualTo(503);
            assertThat(guarded.answer(as("Bearer some", HELP), "10.0.0.7"))
                    .extracting(HttpResponse::status, answer -> answer.headers().first("Retry-After"))
                    .containsExactly(503, Optional.of("2"));
            assertThat(status(guarded, as("Bearer some", request("PUT", "/pacticipants/web/versions/1"))))
                    .isEqualTo(503);
        }

        @Test
        void are_none_where_no_token_is_sent() {
            Door guarded = door(ACCOUNTS, new BrokenStore(StoreTrouble.Kind.AWAY));

            assertThat(status(guarded, HELP)).isEqualTo(401);
            assertThat(status(guarded, as(GUEST, HELP))).isEqualTo(200);
            assertThat(status(guarded, as(GUEST, HEARTBEAT))).isEqualTo(200);
            assertThat(status(door(AccessSettings.LOCAL, new BrokenStore(StoreTrouble.Kind.AWAY)), HEARTBEAT))
                    .isEqualTo(200);
        }

        @Test
        void are_one_for_each_token_that_is_sent() {
            Door unused = DoorTest.this.door(AccessSettings.LOCAL);
            String token = token("ci", Role.WRITE, null);
            AtomicInteger looks = new AtomicInteger();
            Door door = door(AccessSettings.LOCAL, counting(broker.broker().store(), looks));

            assertThat(unused.isOpen()).isFalse();
            assertThat(status(door, as(token, HELP))).isEqualTo(200);
            assertThat(status(door, as("Bearer wrong", HELP))).isEqualTo(401);
            assertThat(looks).hasValue(2);
            assertThat(status(door, HELP)).isEqualTo(401);
            assertThat(looks).hasValue(2);
        }

        private static Store counting(Store store, AtomicInteger reads) {
            return new Store() {
                @Override
                public <R> R read(Function<Transaction, R> work) {
                    reads.incrementAndGet();
                    return store.read(work);
                }

                @Override
                public <R> R write(Function<Transaction, R> work) {
                    return store.write(work);
                }
            };
        }
    }

    @Test
    void who_may_administer_can_be_said() {
        Door door = door(ACCOUNTS.withRuling(Role.ADMIN));

        assertThat(status(door, as(CI, request("DELETE", "/pacticipants/web")))).isEqualTo(403);
        assertThat(status(door, as(CI, request("DELETE", "/integrations")))).isEqualTo(403);
        assertThat(status(door, as(CI, request("POST", "/environments")))).isEqualTo(403);
    }

    /** What pages do with the browser of somebody who may. */
    @Nested
    class Pages {
        @ParameterizedTest
        @CsvSource({
            "Origin, https://evil.example",
            "Origin, null",
            "Origin, http://broker.test.evil.example",
            "Sec-Fetch-Site, cross-site",
            "Sec-Fetch-Site, same-site",
        })
        void of_other_servers_change_nothing_even_where_no_account_is_needed(String name, String value) {
            Door door = door(AccessSettings.LOCAL.withInsecureOpen(true));
            HttpRequest change = request("PUT", "/pacticipants/web/versions/1").withHeader("Host", "broker.test");

            assertThat(status(door, change.withHeader(name, value))).isEqualTo(403);
            assertThat(status(door, change)).isEqualTo(201);
        }

        @Test
        void of_the_broker_itself_may_change_things() {
            Door door = door(AccessSettings.LOCAL);
            HttpRequest change = request("PUT", "/pacticipants/web/versions/1").withHeader("Host", "127.0.0.1:9292");

            assertThat(status(door, change.withHeader("Origin", "http://127.0.0.1:9292")))
                    .isEqualTo(201);
            assertThat(status(door, change.withHeader("Origin", "http://broker.test")))
                    .isEqualTo(200);
            assertThat(status(door, change.withHeader("Origin", "http://127.0.0.1:8080")))
                    .isEqualTo(403);
        }

        @Test
        void cannot_use_a_password_that_the_browser_remembers() {
            Door door = door(ACCOUNTS);
            HttpRequest change = as(CI, request("PUT", "/pacticipants/web/versions/1"))
                    .withHeader("Host", "broker.test")
                    .withHeader("Origin", "http://broker.test");

            assertThat(status(door, change)).isEqualTo(403);
            assertThat(status(door, as(CI, request("GET", "/").withHeader("Sec-Fetch-Site", "none"))))
                    .isEqualTo(200);
        }

        @ParameterizedTest
        @CsvSource({
            "127.0.0.1:9292, 200",
            "localhost, 200",
            "app.localhost:1, 200",
            "[::1]:9292, 200",
            "broker.test, 200",
            "evil.example:9292, 403",
            "127.0.0.1.evil.example, 403",
            "10.0.0.1, 403",
        })
        void learn_nothing_of_this_machine_under_a_strangers_name(String host, int status) {
            Door door = door(AccessSettings.LOCAL);
            HttpRequest browsers =
                    request("GET", "/").withHeader("Host", host).withHeader("User-Agent", "Mozilla/5.0 (X11)");

            assertThat(status(door, browsers)).isEqualTo(status);
            assertThat(status(door, request("GET", "/").withHeader("Host", host)))
                    .isEqualTo(200);
        }

        @Test
        void that_are_listed_may_ask() {
            Door door = door(ACCOUNTS.withOrigins(List.of("https://ui.example/")));
            HttpRequest preflight = HttpRequest.of("OPTIONS", "/pacticipants")
                    .withHeader("Origin", "https://ui.example")
                    .withHeader("Access-Control-Request-Method", "PUT");
            HttpRequest change =
                    as(CI, request("PUT", "/pacticipants/web/versions/1")).withHeader("Origin", "https://ui.example");

            assertThat(door.answer(preflight, "10.0.0.7").headers().first("Access-Control-Allow-Origin"))
                    .contains("https://ui.example");
            assertThat(door.answer(change, "10.0.0.7").headers().first("Access-Control-Allow-Origin"))
                    .contains("https://ui.example");
            assertThat(status(door, preflight.withHeader("Origin", "https://evil.example")))
                    .isEqualTo(401);
            assertThat(door.answer(change.withHeader("Origin", "https://evil.example"), "10.0.0.7")
                            .headers()
                            .first("Access-Control-Allow-Origin"))
                    .isEmpty();
        }
    }
}
