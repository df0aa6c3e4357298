package dev.contract.broker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contract.broker.access.AccessSettings;
import dev.contract.broker.access.AccessSettings.Openness;
import dev.contract.broker.access.Account;
import dev.contract.broker.access.TokenSecret;
import dev.contract.broker.api.ApiSettings;
import dev.contract.broker.domain.AccessToken;
import dev.contract.broker.domain.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** People who log in with a browser, and others who would like to; over HTTP. */
class LogInTest {
    private static final AccessSettings ACCOUNTS = AccessSettings.LOCAL.withAccounts(
            List.of(Account.of("ci", "pass:word", Role.WRITE), Account.of("guest", "look & see", Role.READ)));
    private static final Pattern FORM_TOKEN = Pattern.compile("name=\"csrf\" value=\"([0-9a-f]{64})\"");
    private static final Pattern BACK = Pattern.compile("name=\"back\" value=\"([^\"]*)\"");
    private static final String WRONG = "The user or the password is wrong.";
    private static final String NO_FORM =
            "This does not come from a form of this session. Go back, load the page again, and try once more.";

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final List<AutoCloseable> open = new ArrayList<>();

    @AfterEach
    void close() throws Exception {
        for (int i = open.size() - 1; i >= 0; i--) {
            open.get(i).close();
        }
    }

    private TestDatabase database(Setting setting) {
        TestDatabase database = TestDatabase.of(setting);
        open.add(database);
        return database;
    }

    private Broker broker(TestDatabase database, AccessSettings access, ApiSettings api) {
        Broker broker =
                Broker.open(BrokerSettings.of(database.address()).withApi(api).withAccess(access));
        open.add(broker);
        return broker;
    }

    private String serve(Broker broker) {
        BrokerServer server = BrokerServer.start(broker, "127.0.0.1", 0);
        open.add(server);
        return server.url();
    }

    private String serve(TestDatabase database, AccessSettings access) {
        return serve(broker(database, access, ApiSettings.DEFAULT));
    }

    private String serve(AccessSettings access) {
        return serve(database(Setting.OVER_HTTP), access);
    }

    static List<Setting> databases() {
        return Setting.databases();
    }

    /** A browser that keeps one cookie. */
    private static final class Surfer {
        private final String url;
        private @Nullable String cookie;

        Surfer(String url) {
            this.url = url;
        }

        HttpResponse<String> get(String path) {
            return send(request(path));
        }

        HttpResponse<String> post(String path, String... fields) {
            return send(request(path)
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .header("Origin", url)
                    .POST(HttpRequest.BodyPublishers.ofString(form(fields))));
        }

        private static String form(String... fields) {
            StringBuilder form = new StringBuilder();
            for (int i = 0; i < fields.length; i += 2) {
                form.append(form.isEmpty() ? "" : "&")
                        .append(fields[i])
                        .append('=')
                        .append(URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8));
            }
            return form.toString();
        }

        HttpRequest.Builder request(String path) {
            HttpRequest.Builder request =
                    HttpRequest.newBuilder(URI.create(url + path)).header("Accept", Browser.ACCEPT);
            return cookie == null ? request : request.header("Cookie", "other=1; contract_session=" + cookie);
        }

        HttpResponse<String> send(HttpRequest.Builder request) {
            try {
                HttpResponse<String> response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
                response.headers().firstValue("Set-Cookie").ifPresent(this::keep);
                return response;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        private void keep(String sent) {
            String value = sent.substring(sent.indexOf('=') + 1, sent.indexOf(';'));
            cookie = value.isEmpty() ? null : value;
        }

        /** The form of the page, filled in and sent. */
        HttpResponse<String> logIn(String user, String password) {
            return logIn(get("/"), user, password);
        }

        HttpResponse<String> logIn(HttpResponse<String> page, String user, String password) {
            return post(
                    "/login",
                    "csrf",
                    found(FORM_TOKEN, page),
                    "back",
                    found(BACK, page),
                    "user",
                    user,
                    "password",
                    password);
        }

        HttpResponse<String> logOut() {
            return post("/logout", "csrf", found(FORM_TOKEN, get("/")));
        }

        int status(String path) {
            return get(path).statusCode();
        }
    }

    private static String found(Pattern pattern, HttpResponse<String> page) {
        Matcher matcher = pattern.matcher(page.body());
        assertThat(matcher.find()).as(page.body()).isTrue();
        return matcher.group(1).replace("&amp;", "&");
    }

    private static String location(HttpResponse<String> response) {
        return response.headers().firstValue("Location").orElse("");
    }

    private static String setCookie(HttpResponse<String> response) {
        return response.headers().firstValue("Set-Cookie").orElse("");
    }

    private static String token(Broker broker, String name, Role role) {
        TokenSecret secret = TokenSecret.random();
        broker.store().write(kept -> kept.accessTokens()
                .add(new AccessToken(name, role, Instant.EPOCH, null), secret.digest()));
        return secret.text();
    }

    @Test
    void a_browser_is_shown_a_form_and_others_are_told_that_they_need_an_account() {
        Surfer surfer = new Surfer(serve(ACCOUNTS));

        HttpResponse<String> page = surfer.get("/pacticipants?q=a%26b");
        HttpResponse<String> answer = surfer.send(HttpRequest.newBuilder(URI.create(surfer.url + "/pacticipants")));

        assertThat(page.statusCode()).isEqualTo(401);
        assertThat(page.headers().firstValue("WWW-Authenticate")).isEmpty();
        assertThat(page.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(HtmlCheck.faults(page.body())).isEmpty();
        assertThat(found(BACK, page)).isEqualTo("/pacticipants?q=a%26b");
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().allValues("WWW-Authenticate")).hasSize(2);
        assertThat(answer.body()).isEqualTo("{\"error\":\"This needs an account or a token that may read.\"}");
        assertThat(surfer.status("/nothing/here")).isEqualTo(401);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void who_logs_in_is_in_every_process_of_the_broker_until_logging_out(Setting setting) {
        TestDatabase database = database(setting);
        Surfer one = new Surfer(serve(database, ACCOUNTS));
        Surfer other = new Surfer(serve(database, ACCOUNTS));

        HttpResponse<String> entry = one.logIn(one.get("/pacticipants?q=a%26b"), "guest", "look & see");
        other.cookie = one.cookie;

        assertThat(entry.statusCode()).isEqualTo(303);
        assertThat(location(entry)).isEqualTo("/pacticipants?q=a%26b");
        HttpResponse<String> page = other.get("/pacticipants");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("<span>guest</span> <button>Log out</button>");
        assertThat(page.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(other.status("/pacticipants.json")).isEqualTo(200);

        assertThat(location(one.logOut())).isEqualTo("/login");
        assertThat(one.cookie).isNull();
        assertThat(other.status("/pacticipants")).isEqualTo(401);
    }

    @Test
    void the_cookie_is_for_the_broker_alone() {
        Surfer surfer = new Surfer(serve(ACCOUNTS));
        ApiSettings behindProxy = ApiSettings.DEFAULT.withBaseUrls(List.of("https://ci.example/broker"));
        Surfer secured = new Surfer(serve(broker(database(Setting.OVER_HTTP), ACCOUNTS, behindProxy)));

        assertThat(setCookie(surfer.get("/login")))
                .matches("contract_session=[\\w-]{43}; Path=/; HttpOnly; SameSite=Lax");
        assertThat(setCookie(surfer.logIn("ci", "pass:word")))
                .matches("contract_session=[\\w-]{43}; Path=/; HttpOnly; SameSite=Lax; Max-Age=43200");
        assertThat(setCookie(surfer.logOut()))
                .isEqualTo("contract_session=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0");
        HttpResponse<String> entry = secured.post(
                "/login", "csrf", found(FORM_TOKEN, secured.get("/")), "user", "ci", "password", "pass:word");
        assertThat(setCookie(entry))
                .matches("contract_session=[\\w-]{43}; Path=/broker; HttpOnly; SameSite=Lax; Secure; Max-Age=43200");
        assertThat(location(entry)).isEqualTo("/broker/");
    }

    @Test
    void what_is_wrong_with_an_attempt_is_not_told() {
        Surfer surfer = new Surfer(serve(ACCOUNTS));

        List<HttpResponse<String>> attempts = List.of(
                surfer.logIn("ci", "password"),
                surfer.logIn("nobody", "pass:word"),
                surfer.logIn("", "pass:word"),
                surfer.logIn("ci", ""),
                surfer.logIn("ci:pass", "word"));

        assertThat(attempts).allSatisfy(page -> {
            assertThat(page.statusCode()).isEqualTo(401);
            assertThat(page.body()).contains(WRONG).doesNotContain("password\" value");
            assertThat(page.headers().firstValue("WWW-Authenticate")).isEmpty();
        });
        assertThat(surfer.status("/")).isEqualTo(401);
    }

    @Test
    void many_attempts_are_stopped_for_a_name_and_not_for_others() {
        Surfer surfer = new Surfer(serve(ACCOUNTS));
        for (int i = 0; i < 10; i++) {
            assertThat(surfer.logIn("ci", "guess " + i).statusCode()).isEqualTo(401);
        }

        HttpResponse<String> stopped = surfer.logIn("ci", "pass:word");

        assertThat(stopped.statusCode()).isEqualTo(429);
        assertThat(stopped.headers().firstValue("Retry-After")).hasValue("300");
        assertThat(stopped.body()).contains("Too many attempts failed; try again in five minutes.");
        assertThat(surfer.logIn("guest", "look & see").statusCode()).isEqualTo(303);
    }

    @Test
    void attempts_that_succeed_are_not_counted() {
        Surfer surfer = new Surfer(serve(ACCOUNTS));
        for (int i = 0; i < 12; i++) {
            surfer.cookie = null;
            assertThat(surfer.logIn("guest", "look & see").statusCode()).isEqualTo(303);
        }
    }

    @Test
    void a_cookie_that_was_made_up_opens_nothing() {
        Surfer surfer = new Surfer(serve(ACCOUNTS));
        surfer.logIn("ci", "pass:word");
        String good = String.valueOf(surfer.cookie);

        for (String forged : List.of(
                "A".repeat(43), good.substring(1) + "A", good + "A", good + "%00", "' OR '1'='1", "\"" + good + "\"")) {
            surfer.cookie = forged;
            assertThat(surfer.status("/")).as(forged).isEqualTo(401);
        }
        surfer.cookie = good;
        assertThat(surfer.status("/")).isEqualTo(200);
    }

    @Test
    void the_cookie_of_another_broker_on_the_same_host_does_no_harm() {
        Surfer surfer = new Surfer(serve(ACCOUNTS));
        surfer.logIn("ci", "pass:word");
        String good = String.valueOf(surfer.cookie);

        surfer.cookie = "A".repeat(43) + "; contract_session=" + good;

        assertThat(surfer.status("/")).isEqualTo(200);
        assertThat(location(surfer.logOut())).isEqualTo("/login");
        surfer.cookie = good;
        assertThat(surfer.status("/")).isEqualTo(401);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void a_session_ends_with_the_account_and_with_its_password(Setting setting) {
        TestDatabase database = database(setting);
        Surfer surfer = new Surfer(serve(database, ACCOUNTS));
        surfer.logIn("ci", "pass:word");

        Surfer changed = new Surfer(
                serve(database, AccessSettings.LOCAL.withAccounts(List.of(Account.of("ci", "other", Role.WRITE)))));
        Surfer removed = new Surfer(
                serve(database, AccessSettings.LOCAL.withAccounts(List.of(Account.of("x", "pass:word", Role.WRITE)))));
        changed.cookie = surfer.cookie;
        removed.cookie = surfer.cookie;

        assertThat(surfer.status("/")).isEqualTo(200);
        assertThat(changed.status("/")).isEqualTo(401);
        assertThat(removed.status("/")).isEqualTo(401);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void a_token_is_a_password_until_it_is_revoked(Setting setting) {
        Broker broker = broker(database(setting), ACCOUNTS, ApiSettings.DEFAULT);
        Surfer surfer = new Surfer(serve(broker));
        String token = token(broker, "ops", Role.READ);

        assertThat(surfer.logIn("ci", token).statusCode()).isEqualTo(401);
        assertThat(surfer.logIn("ops", token).statusCode()).isEqualTo(303);
        surfer.cookie = null;
        assertThat(surfer.logIn("", token).statusCode()).isEqualTo(303);
        assertThat(surfer.get("/").body()).contains("<span>ops</span>");

        broker.store().write(kept -> kept.accessTokens().delete("ops"));
        assertThat(surfer.status("/")).isEqualTo(401);
    }

    @Test
    void a_session_ends_after_half_a_day() {
        MovedClock clock = new MovedClock(Instant.parse("2026-03-01T12:00:00Z"));
        Broker broker = broker(database(Setting.OVER_HTTP), ACCOUNTS, ApiSettings.DEFAULT.withClock(clock));
        Surfer surfer = new Surfer(serve(broker));
        surfer.logIn("ci", "pass:word");

        clock.pass(Duration.ofHours(12).minusSeconds(1));
        assertThat(surfer.status("/")).isEqualTo(200);
        clock.pass(1);
        assertThat(surfer.status("/")).isEqualTo(401);
    }

    @Test
    void a_secret_that_somebody_planted_is_not_that_of_the_session() {
        Surfer surfer = new Surfer(serve(ACCOUNTS));
        surfer.cookie = "planted-by-somebody-who-waits-for-a-log-in-";
        String planted = surfer.cookie;

        assertThat(surfer.logIn("ci", "pass:word").statusCode()).isEqualTo(303);

        assertThat(surfer.cookie).isNotEqualTo(planted);
        surfer.cookie = planted;
        assertThat(surfer.status("/")).isEqualTo(401);
    }

    @Test
    void who_logs_in_again_ends_the_session_before() {
        Surfer surfer = new Surfer(serve(ACCOUNTS));
        surfer.logIn("guest", "look & see");
        String before = surfer.cookie;

        surfer.logIn(surfer.get("/login"), "ci", "pass:word");

        assertThat(surfer.get("/").body()).contains("<span>ci</span>");
        surfer.cookie = before;
        assertThat(surfer.status("/")).isEqualTo(401);
    }

    @Test
    void forms_of_others_log_nobody_in_or_out() {
        Surfer surfer = new Surfer(serve(ACCOUNTS));
        Surfer stranger = new Surfer(surfer.url);
        String foreign = found(FORM_TOKEN, stranger.get("/"));
        surfer.get("/");

        for (String token : List.of("", foreign)) {
            HttpResponse<String> entry = surfer.post("/login", "csrf", token, "user", "ci", "password", "pass:word");
            assertThat(entry.statusCode()).isEqualTo(403);
            assertThat(entry.body()).contains(NO_FORM);
            assertThat(setCookie(entry)).isEmpty();
        }
        surfer.logIn("ci", "pass:word");
        assertThat(surfer.post("/logout", "csrf", foreign).statusCode()).isEqualTo(403);
        assertThat(surfer.post("/logout").statusCode()).isEqualTo(403);
        assertThat(surfer.status("/")).isEqualTo(200);
    }

    @Test
    void pages_of_other_servers_log_nobody_in_even_with_a_form_of_ours() {
        Surfer surfer = new Surfer(serve(ACCOUNTS));
        String token = found(FORM_TOKEN, surfer.get("/"));

        HttpResponse<String> entry = surfer.send(surfer.request("/login")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Origin", "https://evil.example")
                .POST(HttpRequest.BodyPublishers.ofString(
                        Surfer.form("csrf", token, "user", "ci", "password", "pass:word"))));

        assertThat(entry.statusCode()).isEqualTo(403);
        assertThat(surfer.status("/")).isEqualTo(401);
    }

    @Test
    void a_session_changes_something_only_with_the_token_of_its_forms() {
        Surfer surfer = new Surfer(serve(ACCOUNTS));
        surfer.logIn("ci", "pass:word");
        String token = found(FORM_TOKEN, surfer.get("/"));

        HttpRequest.Builder change = surfer.request("/pacticipants/web/versions/1")
                .setHeader("Accept", "application/hal+json")
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString("{}"));

        assertThat(surfer.send(change).body()).isEqualTo("{\"error\":\"" + NO_FORM + "\"}");
        assertThat(surfer.send(change.setHeader("X-CSRF-Token", other(token))).statusCode())
                .isEqualTo(403);
        assertThat(surfer.send(change.setHeader("X-CSRF-Token", token)).statusCode())
                .isEqualTo(201);
    }

    /** The same but for its first letter. */
    private static String other(String token) {
        return (token.startsWith("a") ? "b" : "a") + token.substring(1);
    }

    @Test
    void a_session_may_do_no_more_than_its_account() {
        Surfer surfer = new Surfer(serve(ACCOUNTS));
        surfer.logIn("guest", "look & see");
        String token = found(FORM_TOKEN, surfer.get("/"));

        HttpRequest.Builder change = surfer.request("/pacticipants/web/versions/1")
                .setHeader("Accept", "application/hal+json")
                .header("Content-Type", "application/json")
                .header("X-CSRF-Token", token)
                .PUT(HttpRequest.BodyPublishers.ofString("{}"));

        assertThat(surfer.send(change).body())
                .isEqualTo("{\"error\":\"guest may read here; this needs an account or a token that may write.\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/",
                "//evil.example",
                "/\\evil.example",
                "\\\\evil.example",
                "/\t/evil.example",
                "/a\r\nSet-Cookie: contract_session=x",
                "javascript:alert(1)",
                "evil",
                "/a b",
                "/ä",
                "",
            })
    void the_way_back_leads_nowhere_else(String back) {
        Surfer surfer = new Surfer(serve(ACCOUNTS));
        String token = found(FORM_TOKEN, surfer.get("/"));

        HttpResponse<String> page = surfer.get("/login?back=" + URLEncoder.encode(back, StandardCharsets.UTF_8));
        HttpResponse<String> entry =
                surfer.post("/login", "csrf", token, "back", back, "user", "ci", "password", "pass:word");

        assertThat(found(BACK, page)).isEqualTo("/");
        assertThat(location(entry)).isEqualTo("/");
        assertThat(entry.headers().allValues("Set-Cookie")).hasSize(1);
    }

    @Test
    void what_was_typed_is_text() {
        Surfer surfer = new Surfer(serve(ACCOUNTS));

        HttpResponse<String> page = surfer.logIn("\"><script>alert(1)</script>", "x");

        assertThat(HtmlCheck.faults(page.body())).isEmpty();
        assertThat(page.body()).doesNotContain("<script");
    }

    @Test
    void a_browser_that_remembers_an_old_password_can_log_in() {
        Surfer surfer = new Surfer(serve(ACCOUNTS));
        String old = "Basic Y2k6b2xk";

        HttpResponse<String> page = surfer.send(surfer.request("/").header("Authorization", old));
        HttpResponse<String> entry = surfer.send(surfer.request("/login")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Origin", surfer.url)
                .header("Authorization", old)
                .POST(HttpRequest.BodyPublishers.ofString(
                        Surfer.form("csrf", found(FORM_TOKEN, page), "user", "ci", "password", "pass:word"))));

        assertThat(page.statusCode()).isEqualTo(401);
        assertThat(entry.statusCode()).isEqualTo(303);
        assertThat(surfer.send(surfer.request("/").header("Authorization", old)).statusCode())
                .isEqualTo(200);
    }

    @Test
    void where_everybody_may_read_pages_lead_to_the_form() {
        Surfer surfer = new Surfer(serve(ACCOUNTS.withOpen(Set.of(Openness.READING))));

        HttpResponse<String> page = surfer.get("/pacticipants?q=x");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(setCookie(page)).isEmpty();
        assertThat(page.body()).contains("<a href=\"/login?back=%2Fpacticipants%3Fq%3Dx\">Log in</a>");
        assertThat(surfer.logIn(surfer.get("/login?back=%2Fpacticipants%3Fq%3Dx"), "ci", "pass:word"))
                .satisfies(entry -> assertThat(location(entry)).isEqualTo("/pacticipants?q=x"));
        assertThat(surfer.get("/").body()).contains("<span>ci</span>");
    }

    @Test
    void a_form_without_a_place_to_go_back_to_leads_to_the_overview() {
        Surfer surfer = new Surfer(serve(ACCOUNTS));

        HttpResponse<String> form = surfer.get("/login?back");

        assertThat(form.statusCode()).isEqualTo(200);
        assertThat(form.body()).contains("name=\"back\" value=\"/\"");
    }

    @Test
    void without_accounts_nobody_logs_in() {
        Surfer surfer = new Surfer(serve(AccessSettings.LOCAL));

        assertThat(surfer.status("/login")).isEqualTo(404);
        assertThat(surfer.post("/login", "user", "", "password", "").statusCode())
                .isEqualTo(404);
        assertThat(surfer.get("/").body()).doesNotContain("Log in", "Log out");
        assertThat(setCookie(surfer.get("/"))).isEmpty();
    }

    @Test
    void logs_tell_who_came_and_no_secret() {
        Surfer surfer = new Surfer(serve(ACCOUNTS));
        try (LogLines lines = LogLines.of("dev.contract")) {
            surfer.logIn("ci", "guess-of-a-secret");
            surfer.logIn("ci", "pass:word");
            String cookie = String.valueOf(surfer.cookie);
            surfer.logOut();

            assertThat(lines.all())
                    .containsExactly(
                            "failed log-in name=ci from=127.0.0.1",
                            "who=- from=127.0.0.1 POST /login 401",
                            "who=ci from=127.0.0.1 POST /login 303",
                            "who=ci from=127.0.0.1 POST /logout 303")
                    .noneMatch(line -> line.contains("secret") || line.contains("pass:word") || line.contains(cookie));
        }
    }

    @Test
    void a_form_that_has_no_end_is_none() throws IOException {
        Surfer surfer = new Surfer(serve(ACCOUNTS));
        String token = found(FORM_TOKEN, surfer.get("/"));

        HttpResponse<String> answer =
                surfer.post("/login", "csrf", token, "user", "ci", "password", "pass:word", "more", "x".repeat(20_000));

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(surfer.send(surfer.request("/login")
                                .header("Content-Type", "application/json")
                                .header("X-CSRF-Token", token)
                                .POST(HttpRequest.BodyPublishers.ofString("{}")))
                        .statusCode())
                .isEqualTo(415);
    }
}
