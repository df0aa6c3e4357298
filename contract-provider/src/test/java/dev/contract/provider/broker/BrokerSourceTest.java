package dev.contract.provider.broker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contract.core.problem.Problem;
import dev.contract.provider.source.Absence;
import dev.contract.provider.source.LoadedContracts;
import dev.contract.provider.source.LocatedContract;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokerSourceTest {
    private final ScriptedBroker broker = new ScriptedBroker().on("GET /", 200, """
            {"_links": {"pb:provider-pacts-for-verification": {"href": "BASE/{provider}/wanted", "templated": true},
              "pb:latest-provider-pacts": {"href": "BASE/{provider}/all", "templated": true},
              "pb:pacticipants": {"href": "BASE/applications"}}}""");
    private final BrokerSource source =
            new BrokerSource(broker.client(), ScriptedBroker.BASE, VerificationSelection.DEFAULT);

    @Test
    void gives_the_contracts_with_their_links_and_says_which_are_pending() {
        broker.on("POST /orders/wanted", 200, """
                {"_embedded": {"pacts": [{
                   "verificationProperties": {"pending": true, "notices": [
                     {"when": "before_verification", "text": "never honoured yet"},
                     {"when": "after_verification:success_true_published_true", "text": "honoured"}]},
                   "_links": {"self": {"href": "BASE/pacts/1", "name": "Pact between shop (7f3) and orders"}}}]}}""").on("GET /pacts/1", 200, """
                {"consumer": {"name": "shop"}, "provider": {"name": "orders"},
                 "interactions": [{"_id": "i1", "type": "Synchronous/HTTP", "description": "get",
                   "request": {"method": "GET", "path": "/"}, "response": {"status": 200}}],
                 "metadata": {"pactSpecification": {"version": "4.0"}},
                 "_links": {"pb:provider": {"href": "BASE/provider"}}}""");

        LoadedContracts loaded = source.load("orders");

        assertThat(loaded.problems()).isEmpty();
        LocatedContract contract = loaded.contracts().get(0);
        assertThat(contract.name()).isEqualTo("Pact between shop (7f3) and orders");
        assertThat(contract.address()).isEqualTo(ScriptedBroker.BASE + "/pacts/1");
        assertThat(contract.contract().consumer()).isEqualTo("shop");
        assertThat(contract.pending()).isTrue();
        assertThat(contract.notices()).containsExactly("never honoured yet");
        assertThat(contract.link("pb:provider")).hasValue(ScriptedBroker.BASE + "/provider");
        assertThat(contract.contract()
                        .interactions()
                        .get(0)
                        .annotations()
                        .extra()
                        .string("_id"))
                .hasValue("i1");
        assertThat(source.fetched(contract)).isPresent();
    }

    @Test
    void a_file_for_tls_that_is_not_there_is_told_of_one_contract_as_well(@TempDir Path folder) {
        BrokerSource secure = BrokerSource.at(
                HttpBrokerTransport.to("https://broker.example").trusting(folder.resolve("ca.pem")),
                VerificationSelection.DEFAULT);

        assertThat(secure.only("https://broker.example/pacts/1").load("orders").problems())
                .extracting(Problem::code)
                .containsExactly("CONTRACT-TLS")
                .isEqualTo(secure.load("orders").problems().stream()
                        .map(Problem::code)
                        .toList());
    }

    private static final String NOTHING = "{\"_embedded\": {\"pacts\": []}}";

    private Absence absence(ConsumerVersionSelector... selectors) {
        LoadedContracts loaded = new BrokerSource(
                        broker.client(), ScriptedBroker.BASE, VerificationSelection.of(selectors))
                .load("orders");
        assertThat(loaded.contracts()).isEmpty();
        assertThat(loaded.problems()).isEmpty();
        return loaded.absence();
    }

    @Test
    void of_a_provider_that_the_broker_does_not_know_those_are_told_that_it_knows() {
        broker.on("POST /orders/wanted", 404, "{\"error\": \"unknown\"}").on("GET /applications", 200, """
                {"_embedded": {"pacticipants": [{"name": "web"}, {"name": "order"}]}}""");

        assertThat(absence())
                .isEqualTo(new Absence(
                        List.of(
                                "main branch, and deployed or released (no selector was given): 0 contracts",
                                "the broker does not know \"orders\", but \"order\", \"web\""),
                        "is the provider called \"order\"?"));
    }

    @Test
    void of_selectors_that_select_nothing_each_is_told_and_what_there_is_instead() {
        broker.on("POST /orders/wanted", 200, NOTHING).on("GET /orders/all", 200, """
                {"_links": {"pb:pacts": [{"href": "BASE/1", "name": "web"}, {"href": "BASE/2", "name": "shop"}]}}""");

        assertThat(absence(ConsumerVersionSelector.branch("feat/x"), ConsumerVersionSelector.deployedTo("prod")))
                .isEqualTo(new Absence(
                        List.of(
                                "branch \"feat/x\": 0 contracts",
                                "deployed to \"prod\": 0 contracts",
                                "the broker has contracts with \"orders\" of \"shop\", \"web\", none of them selected"),
                        "select them, or publish them with the branch, and record the deployments, that are selected;"
                                + " {\"latest\": true} selects the newest of each consumer"));
    }

    @Test
    void a_provider_may_have_no_contracts_and_a_broker_may_not_say_more() {
        broker.on("POST /orders/wanted", 200, NOTHING);

        assertThat(absence(ConsumerVersionSelector.mainBranch()))
                .isEqualTo(new Absence(
                        List.of("main branch: 0 contracts", "the broker knows \"orders\", but no contract with it"),
                        "publish the contracts of its consumers"));
    }

    @Test
    void what_is_no_broker_is_a_problem_and_never_taken_for_one_without_contracts() {
        broker.on("GET /", 404, "{}");

        assertThat(source.load("orders").problems())
                .extracting(Problem::found)
                .containsExactly("status 404, where a broker has its index");
    }

    @Test
    void a_selection_that_cannot_be_answered_is_not_sent() {
        LoadedContracts loaded = new BrokerSource(
                        broker.client(),
                        ScriptedBroker.BASE,
                        VerificationSelection.of(ConsumerVersionSelector.matchingBranch()))
                .load("orders");

        assertThat(loaded.problems())
                .extracting(Problem::what)
                .containsExactly("\"matchingBranch\" needs the branch of the provider");
        assertThat(broker.requests).isEmpty();
    }

    @Test
    void what_the_broker_refuses_is_a_problem_and_nothing_is_thrown() {
        broker.on("POST /orders/wanted", 400, "{\"errors\": {\"consumerVersionSelectors\": [\"are wrong\"]}}");

        assertThat(source.load("orders").problems())
                .extracting(Problem::found)
                .containsExactly("consumerVersionSelectors: are wrong");
    }
}
