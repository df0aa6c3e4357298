package dev.contract.samples.immunizationdecider;

import static dev.contract.consumer.Matchers.array;
import static dev.contract.consumer.Matchers.date;
import static dev.contract.consumer.Matchers.json;
import static dev.contract.consumer.Matchers.like;
import static dev.contract.consumer.Matchers.object;
import static dev.contract.consumer.scope.Correlation.header;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.contract.consumer.Matcher;
import dev.contract.consumer.Scope;
import dev.contract.consumer.Stub;
import dev.contract.consumer.junit.ConsumerTest;
import dev.contract.consumer.junit.Provider;
import dev.contract.consumer.junit.Shared;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * One running service and three stubs for all tests, which run side by side: each test's requests carry an id of its own, and its scopes
 * answer those alone.
 */
@ConsumerTest(consumer = "immunization-decider", provider = "user-profiles")
class ImmunizationDeciderTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);

    private static ImmunizationDecider decider;
    private static DecisionClient client;

    private final String id = UUID.randomUUID().toString();

    @BeforeAll
    static void start(
            @Shared Stub users,
            @Shared @Provider("immunization-history") Stub history,
            @Shared @Provider("pharmacy") Stub pharmacy)
            throws IOException {
        Clock clock = Clock.fixed(TODAY.atStartOfDay().toInstant(ZoneOffset.UTC), ZoneOffset.UTC);
        decider = ImmunizationDecider.start(new Options(0, users.url(), history.url(), pharmacy.url()), clock);
        client = new DecisionClient(decider.url());
    }

    @AfterAll
    static void stop() {
        decider.close();
    }

    @ParameterizedTest(name = "{0} years old, {1}, {2}, {3} days after the last ones: {4}")
    @CsvSource(nullValues = "never", textBlock = """
            # age | COVID19 | INFLUENZA | TDAP  | available
              0,    never,    never,      never,  ''
              1,    never,    never,      never,  INFLUENZA
              4,    never,    269,        never,  ''
              4,    never,    270,        never,  INFLUENZA
              5,    never,    never,      never,  COVID19 INFLUENZA
              5,    179,      never,      never,  INFLUENZA
              5,    180,      never,      never,  COVID19 INFLUENZA
              10,   never,    never,      never,  COVID19 INFLUENZA
              11,   never,    never,      never,  COVID19 INFLUENZA TDAP
              13,   30,       300,        never,  INFLUENZA TDAP
              13,   200,      30,         3649,   COVID19
              40,   1,        1,          1,      ''
              40,   180,      270,        3650,   COVID19 INFLUENZA TDAP
              99,   never,    0,          9999,   COVID19 TDAP
            """)
    void tells_the_pharmacy_what_can_be_had(
            int age,
            @Nullable Integer covid19,
            @Nullable Integer influenza,
            @Nullable Integer tdap,
            String available,
            @Shared Stub users,
            @Shared @Provider("immunization-history") Stub history,
            @Shared @Provider("pharmacy") Stub pharmacy)
            throws Exception {
        List<String> names =
                Stream.of(available.split(" ")).filter(each -> !each.isEmpty()).toList();
        String user = Stream.of(covid19, influenza, tdap)
                .map(days -> days == null ? "never" : days.toString())
                .collect(joining("_", "user" + age + "_", ""));
        try (Scope ofUsers = users.scope(header("X-Request-ID").is(id));
                Scope ofHistory = history.scope(header("X-Request-ID").is(id));
                Scope ofPharmacy = pharmacy.scope(header("X-Request-ID").is(id))) {
            profile(ofUsers, user, age);
            immunizations(ofHistory, user, covid19, influenza, tdap);
            ofPharmacy
                    .uponReceiving("what " + user + " can have")
                    .post("/availabilities")
                    .withBody(json(object("user_id", user, "available", array(names.toArray()))))
                    .willRespondWith(202);

            Decision decision = client.decisionFor(user, id);

            assertThat(decision.status()).isEqualTo(Decision.Status.DONE);
            assertThat(decision.available()).isEqualTo(names);
        }
    }

    @Test
    void tells_the_pharmacy_nothing_when_the_history_is_out_of_order(
            @Shared Stub users,
            @Shared @Provider("immunization-history") Stub history,
            @Shared @Provider("pharmacy") Stub pharmacy)
            throws Exception {
        try (Scope ofUsers = users.scope(header("X-Request-ID").is(id));
                Scope ofHistory = history.scope(header("X-Request-ID").is(id));
                Scope ofPharmacy = pharmacy.scope(header("X-Request-ID").is(id))) {
            profile(ofUsers, "user7", 30);
            ofHistory
                    .given("the history is out of order")
                    .uponReceiving("a request for the immunizations of user7")
                    .get("/immunizations")
                    .withQuery("user_id", "user7")
                    .willRespondWith(503);

            assertThat(client.decisionFor("user7", id).status()).isEqualTo(Decision.Status.FAILED);
            assertThat(ofPharmacy.journal().count()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "[]", "{\"user_id\": \"\"}", "{\"user_id\": \"../7\"}"})
    void refuses_what_names_no_user(String body) throws Exception {
        assertThat(client.ask(body, id).statusCode()).isEqualTo(400);
    }

    private static void profile(Scope users, String user, int age) {
        users.given(user + " is " + age + " years old on " + TODAY)
                .uponReceiving("a request for the profile of " + user)
                .get("/users/" + user)
                .willRespondWith(
                        200,
                        json(object(
                                "user_id",
                                user,
                                "name",
                                like("Alice"),
                                "birth_date",
                                date("yyyy-MM-dd", TODAY.minusYears(age).toString()))));
    }

    private static void immunizations(
            Scope history,
            String user,
            @Nullable Integer covid19,
            @Nullable Integer influenza,
            @Nullable Integer tdap) {
        Object[] entries = Stream.of(entry("COVID19", covid19), entry("INFLUENZA", influenza), entry("TDAP", tdap))
                .flatMap(each -> each)
                .toArray();
        history.given("the immunizations of " + user + " are known")
                .uponReceiving("a request for the immunizations of " + user)
                .get("/immunizations")
                .withQuery("user_id", user)
                .willRespondWith(200, json(object("immunizations", array(entries))));
    }

    private static Stream<Matcher> entry(String vaccine, @Nullable Integer daysAgo) {
        return Stream.ofNullable(daysAgo)
                .map(days -> object(
                        "vaccine",
                        vaccine,
                        "date",
                        date("yyyy-MM-dd", TODAY.minusDays(days).toString())));
    }
}
