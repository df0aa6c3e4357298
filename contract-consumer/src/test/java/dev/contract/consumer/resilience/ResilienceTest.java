package dev.contract.consumer.resilience;

import static dev.contract.consumer.Matchers.json;
import static dev.contract.consumer.Matchers.object;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.contract.consumer.Stub;
import dev.contract.consumer.stub.StubScope;
import dev.contract.consumer.stub.StubSettings;
import dev.contract.consumer.tls.StubTls;
import dev.contract.core.model.SpecVersion;
import dev.contract.core.problem.ContractException;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import javax.net.ssl.HttpsURLConnection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ResilienceTest {
    /** For calls that end by themselves, however busy the machine is. */
    private static final Duration LONG = Duration.ofSeconds(12);

    /** For calls that never end. */
    private static final Duration SHORT = Duration.ofSeconds(2);

    private StubScope scope = StubScope.open(StubSettings.DEFAULT);
    private Stub users = new Stub("order-service", "user-service", scope, SpecVersion.V4);

    @BeforeEach
    void declare() {
        users.uponReceiving("a request for user 42")
                .get("/users/42")
                .willRespondWith(200, json(object("name", "Alice")));
        users.uponReceiving("a request for the orders of user 42")
                .get("/orders/42")
                .willRespondWith(200, json("[7]"));
    }

    @AfterEach
    void stop() {
        scope.close();
    }

    /** What the rest of the consumer knows of these troubles. */
    private static final class UserServiceDown extends RuntimeException {
        private static final long serialVersionUID = 1;

        UserServiceDown(String reason) {
            super(reason);
        }
    }

    private String answer(String path, int limitMillis) throws IOException {
        HttpURLConnection connection =
                (HttpURLConnection) URI.create(users.url() + path).toURL().openConnection();
        if (connection instanceof HttpsURLConnection secure) {
            secure.setSSLSocketFactory(users.tls().clientContext().getSocketFactory());
        }
        connection.setReadTimeout(limitMillis);
        int status = connection.getResponseCode();
        byte[] body = connection.getInputStream().readAllBytes();
        if (body.length < connection.getContentLength()) {
            // The client of JDK 17 leaves this to its caller, that of JDK 25 does not
            throw new IOException("half a body");
        }
        return status + " " + new String(body, StandardCharsets.UTF_8);
    }

    private String name(int limitMillis) {
        try {
            String answer = answer("/users/42", limitMillis);
            if (answer.equals("200 {\"name\":\"Alice\"}")) {
                return "Alice";
            }
            throw new UserServiceDown(answer);
        } catch (IOException e) {
            throw new UserServiceDown("no answer");
        }
    }

    private Callable<String> careful() {
        return () -> name(2_000);
    }

    private Callable<String> careless() {
        return () -> name(0);
    }

    @Test
    void is_shown_by_a_client_that_does_what_it_should_under_all_troubles() {
        String table = users.resilience(careful())
                .within(LONG)
                .expecting(Trouble.WRONG_LENGTH) // the JDK's client counts again
                .toReturnAsUsual()
                .otherwise()
                .toThrow(UserServiceDown.class)
                .verify();

        assertThat(table + "\n").isEqualTo("""
                      trouble            met                               should                 did
                  ok  REFUSED            no connection                     throw UserServiceDown  threw UserServiceDown: no answer
                  ok  RESET              a reset connection                throw UserServiceDown  threw UserServiceDown: no answer
                  ok  EMPTY              the end without an answer         throw UserServiceDown  threw UserServiceDown: no answer
                  ok  TIMEOUT            no answer                         throw UserServiceDown  threw UserServiceDown: no answer
                  ok  GARBAGE            bytes that are no HTTP            throw UserServiceDown  threw UserServiceDown: no answer
                  ok  MALFORMED_CHUNK    bytes that are no chunk           throw UserServiceDown  threw UserServiceDown: no answer
                  ok  TRUNCATED          half of the body, then the end    throw UserServiceDown  threw UserServiceDown: no answer
                  ok  WRONG_LENGTH       twice the body that is announced  return as usual        returned "Alice"
                  ok  MALFORMED_JSON     half of the JSON                  throw UserServiceDown  threw UserServiceDown: 200 {"name":
                  ok  SLOW_BODY          a body that never ends            throw UserServiceDown  threw UserServiceDown: no answer
                  ok  SERVER_ERROR       status 500                        throw UserServiceDown  threw UserServiceDown: no answer
                  ok  UNAVAILABLE        status 503, Retry-After: 1        throw UserServiceDown  threw UserServiceDown: no answer
                  ok  TOO_MANY_REQUESTS  status 429, Retry-After: 1        throw UserServiceDown  threw UserServiceDown: no answer
                  ok  HTML_PAGE          a page of HTML with status 200    throw UserServiceDown  threw UserServiceDown: 200 <!DOCTYPE html><html><body>Please log in</body></html>
                """);
    }

    @Test
    void is_missing_where_a_limit_is_missing() {
        name(0);

        assertThatThrownBy(() -> users.resilience(careless())
                        .within(SHORT)
                        .without(
                                Trouble.REFUSED, Trouble.RESET, Trouble.EMPTY, Trouble.GARBAGE, Trouble.MALFORMED_CHUNK)
                        .without(Trouble.TRUNCATED, Trouble.WRONG_LENGTH, Trouble.MALFORMED_JSON, Trouble.HTML_PAGE)
                        .expecting(Trouble.TIMEOUT, Trouble.SLOW_BODY)
                        .toThrow(UserServiceDown.class)
                        .verify())
                .isInstanceOf(AssertionError.class)
                .hasMessage("""
                        CONTRACT-RESILIENCE  the call does not do what it should under 2 of 5 troubles
                              trouble            met                         should                 did
                          !!  TIMEOUT            no answer                   throw UserServiceDown  had not ended after 2000 ms
                          !!  SLOW_BODY          a body that never ends      throw UserServiceDown  had not ended after 2000 ms
                          ok  SERVER_ERROR       status 500                  end in time            threw UserServiceDown: no answer
                          ok  UNAVAILABLE        status 503, Retry-After: 1  end in time            threw UserServiceDown: no answer
                          ok  TOO_MANY_REQUESTS  status 429, Retry-After: 1  end in time            threw UserServiceDown: no answer
                          mend  limit the time that the client waits, or give the call longer: .within(…)
                          mend  limit the time for the whole answer: the limits of many clients end when its head has come, or begin anew with every byte. With that of the JDK: sendAsync(…).orTimeout(…), not HttpRequest.timeout(…) alone""");
    }

    @Test
    void is_tried_on_bodies_of_few_bytes_too() {
        Ordeal ordeal = users.resilience("a request for the orders of user 42", () -> answer("/orders/42", 0))
                .within(SHORT)
                .ordeals()
                .filter(each -> each.name().equals("SLOW_BODY: a body that never ends"))
                .findFirst()
                .orElseThrow();

        assertThatThrownBy(ordeal::verify).isInstanceOf(AssertionError.class).hasMessage("""
                CONTRACT-RESILIENCE  the call does not do what it should under SLOW_BODY
                  met     a body that never ends
                  should  end in time
                  but     had not ended after 2000 ms
                  mend    limit the time for the whole answer: the limits of many clients end when its head has come, or begin anew with every byte. With that of the JDK: sendAsync(…).orTimeout(…), not HttpRequest.timeout(…) alone""");
    }

    @Test
    void is_missing_three_times_where_three_limits_are() {
        name(0);
        List<Callable<String>> calls = List.of(careless(), careless(), careless());

        assertThat(calls).noneMatch(call -> livesWithoutAnAnswer(call, Duration.ofSeconds(1)));
        assertThat(livesWithoutAnAnswer(() -> name(300), LONG)).isTrue();
    }

    private boolean livesWithoutAnAnswer(Callable<String> call, Duration limit) {
        try {
            users.resilience(call)
                    .within(limit)
                    .ordeals()
                    .filter(each -> each.name().equals("TIMEOUT: no answer"))
                    .forEach(Ordeal::verify);
            return true;
        } catch (AssertionError e) {
            return false;
        }
    }

    @Test
    void may_be_shown_by_an_answer() {
        users.resilience(() -> {
                    try {
                        return name(2_000);
                    } catch (UserServiceDown e) {
                        return e.getMessage().startsWith("200") ? "Alice" : "nobody";
                    }
                })
                .within(LONG)
                .without(Trouble.TIMEOUT, Trouble.SLOW_BODY)
                .expecting(Trouble.MALFORMED_JSON, Trouble.WRONG_LENGTH, Trouble.HTML_PAGE)
                .toReturnAsUsual()
                .otherwise()
                .toReturn("nobody")
                .verify();
    }

    @Test
    void is_asked_of_a_single_interaction() throws Exception {
        users.resilience("a request for user 42", () -> answer("/orders/42", 2_000))
                .without(Trouble.REFUSED)
                .within(LONG)
                .otherwise()
                .toReturn("200 [7]")
                .verify();
        assertThat(answer("/orders/42", 0)).isEqualTo("200 [7]");
    }

    @Test
    void cannot_be_asked_of_an_interaction_that_there_is_not() {
        assertThatThrownBy(() -> users.resilience("a request", careful()))
                .isInstanceOf(ContractException.class)
                .hasMessageMatching("""
                        CONTRACT-RESILIENCE  no interaction has this description
                          where  ResilienceTest\\.java:\\d+
                          found  "a request", not "a request for user 42", "a request for the orders of user 42"
                          mend   did you mean "a request for user 42"\\?""");
    }

    @Test
    void is_also_a_matter_of_tls() {
        scope.close();
        scope = StubScope.open(StubSettings.DEFAULT.withTls(StubTls.generated()));
        users = new Stub("order-service", "user-service", scope, SpecVersion.V4);
        declare();
        name(0);
        Ordeal ordeal = users.resilience(careless())
                .otherwise()
                .toThrow(UserServiceDown.class)
                .ordeals()
                .filter(each -> each.name().equals("TLS_FAILURE: no TLS"))
                .findFirst()
                .orElseThrow();

        assertThatCode(ordeal::verify).doesNotThrowAnyException();
    }

    @Test
    void leaves_contract_and_verdict_as_they_are() throws Exception {
        answer("/orders/42", 0);
        var before = scope.expectations().interactions();

        users.resilience(careful()).without(Trouble.TIMEOUT, Trouble.SLOW_BODY).verify();

        assertThat(scope.expectations().interactions()).isEqualTo(before);
        assertThat(scope.expectations().verdict().isFine()).isTrue();
        assertThat(name(0)).isEqualTo("Alice");
    }

    @Test
    void is_no_question_where_a_call_fails_without_trouble() {
        assertThatThrownBy(() -> users.resilience(() -> {
                            throw new IOException("out of order");
                        })
                        .verify())
                .isInstanceOf(AssertionError.class)
                .hasMessage("""
                        CONTRACT-RESILIENCE  the call fails without any trouble
                          found  it threw IOException: out of order
                          mend   have it succeed against the stub before it is troubled""")
                .hasCauseInstanceOf(IOException.class);
    }

    @Test
    void tells_of_one_trouble_at_a_time() {
        Ordeal ordeal = users.resilience(careful())
                .within(LONG)
                .otherwise()
                .toReturn("nobody")
                .ordeals()
                .filter(each -> each.name().equals("SERVER_ERROR: status 500"))
                .findFirst()
                .orElseThrow();

        assertThatThrownBy(ordeal::verify)
                .isInstanceOf(AssertionError.class)
                .hasMessage("""
                        CONTRACT-RESILIENCE  the call does not do what it should under SERVER_ERROR
                          met     status 500
                          should  return "nobody"
                          but     threw UserServiceDown: no answer
                          mend    let the client do what it should, or say by expecting(…) that something else is right""")
                .hasCauseInstanceOf(UserServiceDown.class);
    }

    @Test
    void under_troubles_that_do_not_come_is_not_taken_for_tried() {
        assertThatThrownBy(() -> users.resilience(careful())
                        .without(Trouble.TIMEOUT)
                        .expecting(Trouble.TLS_FAILURE, Trouble.TIMEOUT, Trouble.RESET)
                        .toThrow(UserServiceDown.class)
                        .verify())
                .isInstanceOf(ContractException.class)
                .hasMessage("""
                        CONTRACT-RESILIENCE  something is expected under troubles that are left out
                          found  TLS_FAILURE, TIMEOUT
                          mend   expect nothing under them, or leave them in; TLS_FAILURE needs a stub that speaks TLS""");
    }

    @Test
    void of_no_time_is_none() {
        assertThatThrownBy(() -> users.resilience(careful()).within(Duration.ZERO))
                .isInstanceOf(ContractException.class)
                .hasMessage("""
                        CONTRACT-RESILIENCE  a call cannot end in this time
                          found  PT0S
                          mend   give a duration of some milliseconds or seconds""");
    }

    @Test
    void is_not_asked_of_a_stub_that_others_have_too() {
        Stub shared = new Stub("order-service", "user-service", scope.beside(), SpecVersion.V4);

        assertThatThrownBy(() -> shared.resilience(careful()))
                .isInstanceOf(ContractException.class)
                .hasMessageMatching("""
                        CONTRACT-RESILIENCE  troubles would befall all tests that share this stub
                          where  ResilienceTest\\.java:\\d+
                          mend   take a Stub parameter without @Shared""");
    }
}
