package dev.contract.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contract.core.body.Body;
import dev.contract.core.http.Headers;
import dev.contract.core.http.HttpRequest;
import dev.contract.core.http.HttpResponse;
import dev.contract.core.http.Query;
import dev.contract.core.model.HttpInteraction;
import io.cucumber.java.en.Then;

/** The exchanges over HTTP in the contract that a consumer's test has written. */
public final class ContractFileSteps {
    private final WrittenContract written;

    public ContractFileSteps(WrittenContract written) {
        this.written = written;
    }

    private HttpRequest request(int position) {
        return written.interaction(position, HttpInteraction.class).request().example();
    }

    private HttpResponse response(int position) {
        return written.interaction(position, HttpInteraction.class).response().example();
    }

    @Then("the {ordinal} interaction request will be for a {string}")
    public void method(int position, String method) {
        assertThat(request(position).method()).isEqualTo(method);
    }

    @Then("the {ordinal} interaction request query parameters will be {string}")
    public void query(int position, String query) {
        assertThat(request(position).query()).isEqualTo(Query.parse(query));
    }

    @Then("the {ordinal} interaction request will contain the header {string} with value {string}")
    public void requestHeader(int position, String name, String value) {
        holds(request(position).headers(), name, value);
    }

    @Then("the {ordinal} interaction response will contain the header {string} with value {string}")
    public void responseHeader(int position, String name, String value) {
        holds(response(position).headers(), name, value);
    }

    private static void holds(Headers headers, String name, String value) {
        assertThat(String.join(", ", headers.values(name))).isEqualTo(value);
    }

    @Then("the {ordinal} interaction request content type will be {string}")
    public void requestType(int position, String type) {
        holds(request(position).headers(), "Content-Type", type);
    }

    @Then("the {ordinal} interaction response content type will be {string}")
    public void responseType(int position, String type) {
        holds(response(position).headers(), "Content-Type", type);
    }

    @Then("the {ordinal} interaction request will contain the {string} document")
    public void requestBody(int position, String document) {
        holds(request(position).body(), document);
    }

    @Then("the {ordinal} interaction response will contain the {string} document")
    public void responseBody(int position, String document) {
        holds(response(position).body(), document);
    }

    private static void holds(Body body, String document) {
        assertThat(Content.document(document).isIn(body)).as(body.toString()).isTrue();
    }
}
