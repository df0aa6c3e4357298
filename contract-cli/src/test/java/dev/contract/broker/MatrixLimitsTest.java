package dev.contract.broker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contract.broker.domain.Pact;
import dev.contract.broker.domain.PacticipantName;
import dev.contract.broker.domain.Party;
import dev.contract.broker.domain.Transaction;
import dev.contract.broker.domain.VerificationDetails;
import dev.contract.broker.domain.Verifications;
import dev.contract.broker.domain.Version;
import dev.contract.broker.domain.VersionNumber;
import dev.contract.core.http.HttpResponse;
import dev.contract.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** However much there is to be told, an answer tells so much of it, and how much the rest is. */
class MatrixLimitsTest extends ApiFixture {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final String ASK = "/matrix?q[][pacticipant]=web&latestby=cvpv";

    /** Versions of a consumer with one contract, which failed at versions of a provider. */
    private void fail(int consumers, int providers) {
        client.publish("web", "1", "orders", "a");
        broker.changed(kept -> {
            Party web = party(kept, "web");
            Party orders = party(kept, "orders");
            Pact pact = kept.pacts().between(web, orders).get(0);
            Verifications results = kept.verifications();
            for (int number = 1; number <= providers; number++) {
                Version provider = version(kept, orders, number);
                results.add(
                        new Verifications.Arriving(
                                pact.contentId(), provider, false, null, false, null, VerificationDetails.NONE),
                        NOW);
            }
            return pact;
        });
        for (int number = 2; number <= consumers; number++) {
            client.publish("web", String.valueOf(number), "orders", "a");
        }
    }

    private static Party party(Transaction kept, String name) {
        return kept.pacticipants().find(new PacticipantName(name)).orElseThrow().party();
    }

    private static Version version(Transaction kept, Party owner, int number) {
        return kept.versions()
                .ensure(owner, new VersionNumber(String.valueOf(number)), NOW)
                .value();
    }

    private static List<String> texts(JsonObject answer, String list) {
        return Client.list(answer, list).stream()
                .map(each -> Client.text(each, "text"))
                .toList();
    }

    @Test
    void so_many_reasons_are_told_one_by_one_and_of_the_rest_how_many_they_are() {
        fail(1, 102);

        JsonObject answer = client.get(ASK + "&limit=1");

        List<String> reasons = texts(answer, "reasons");
        assertThat(reasons).hasSize(100 + 1);
        assertThat(reasons.get(0)).isEqualTo("The contract of web 1 failed at orders 102.");
        assertThat(reasons.get(99)).isEqualTo("The contract of web 1 failed at orders 3.");
        assertThat(reasons.get(100)).isEqualTo("Of the other rows 2 failed, and 0 have no result.");
        assertThat(Client.text(answer, "reasons 100 code")).isEqualTo("FAILED");
        assertThat(Client.text(answer, "reasons 100 cause")).isEqualTo("not-shown");
        assertThat(Client.text(answer, "notices 100 text"))
                .isEqualTo(
                        "Of the other rows 2 failed, and 0 have no result. Ask about fewer versions to be told why.");
        assertThat(Client.at(answer, "summary failed").toJson()).isEqualTo("102");
        assertThat(Client.list(answer, "matrix")).hasSize(1);
    }

    @Test
    void at_most_ten_thousand_rows_are_shown_and_all_are_counted() {
        fail(100, 101);

        JsonObject answer = client.get(ASK + "&limit=999999999");

        assertThat(Client.list(answer, "matrix")).hasSize(10_000);
        assertThat(Client.at(answer, "summary failed").toJson()).isEqualTo("10100");
    }

    private static String selectors(int count) {
        return IntStream.range(0, count)
                .mapToObj(each -> "q[][pacticipant]=web")
                .collect(Collectors.joining("&", "/matrix?", "&latestby=cvp"));
    }

    @Test
    void a_question_has_at_most_two_hundred_selectors() {
        client.publish("web", "1", "orders", "a");

        HttpResponse refused = client.send("GET", selectors(201), "");

        assertThat(client.status(selectors(200))).isEqualTo(200);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body().text())
                .isEqualTo(
                        "{\"errors\":[\"These are 201 selectors (q[]), but a question may have 200: ask several.\"]}");
    }
}
