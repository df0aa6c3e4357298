package dev.contract.provider.broker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contract.core.problem.Problem;
import dev.contract.provider.source.LoadedContracts;
import dev.contract.provider.source.LocatedContract;
import java.util.List;
import org.junit.jupiter.api.Test;

class BrokerSourceTest {
    private final ScriptedBroker broker = new ScriptedBroker().on("GET /", 200, """
            {"_links": {"pb:provider-pacts-for-verification": {"href": "BASE/{provider}/wanted", "templated": true}}}""");
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
    void a_provider_that_the_broker_has_never_heard_of_has_no_contracts() {
        broker.on("POST /orders/wanted", 404, "{\"error\": \"unknown\"}");

        assertThat(source.load("orders")).isEqualTo(new LoadedContracts(List.of(), List.of()));
    }

    @Test
    void what_the_broker_refuses_is_a_problem_and_nothing_is_thrown() {
        broker.on("POST /orders/wanted", 400, "{\"errors\": {\"consumerVersionSelectors\": [\"are wrong\"]}}");

        assertThat(source.load("orders").problems())
                .extracting(Problem::found)
                .containsExactly("consumerVersionSelectors: are wrong");
    }
}
