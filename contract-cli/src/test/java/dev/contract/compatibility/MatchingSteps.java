package dev.contract.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contract.core.http.HttpRequest;
import dev.contract.core.http.HttpResponse;
import dev.contract.core.matching.Mismatch;
import dev.contract.core.matching.PlanCompiler;
import dev.contract.core.matching.RequestPlan;
import dev.contract.core.matching.ResponsePlan;
import dev.contract.core.model.RequestPart;
import dev.contract.core.model.ResponsePart;
import io.cucumber.datatable.DataTable;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** An expected request or response beside those that came. */
public final class MatchingSteps {
    private final World world;
    private final List<HttpRequest> requests = new ArrayList<>();
    private RequestPart expectedRequest = HttpRow.nothing("a comparison").request();
    private ResponsePart expectedResponse = HttpRow.nothing("a comparison").response();
    private HttpResponse response = expectedResponse.example();

    public MatchingSteps(World world) {
        this.world = world;
    }

    @Given("an expected request with a(n) {string} header of {string}")
    public void expectedHeader(String name, String value) {
        expectedRequest = row("headers", header(name, value)).in(expectedRequest);
    }

    @Given("a request is received with a(n) {string} header of {string}")
    public void receivedHeader(String name, String value) {
        receive(row("headers", header(name, value)));
    }

    private static String header(String name, String value) {
        return "'" + name + ": " + value + "'";
    }

    @Given("an expected request configured with the following:")
    public void expectedRequest(DataTable table) {
        for (HttpRow row : world.rows(table)) {
            expectedRequest = row.in(expectedRequest);
        }
    }

    @Given("a request is received with the following:")
    public void received(DataTable table) {
        world.rows(table).forEach(this::receive);
    }

    @Given("the following requests are received:")
    public void allReceived(DataTable table) {
        received(table);
    }

    private HttpRow row(String column, String cell) {
        return new HttpRow(Map.of(column, cell), world.version());
    }

    private void receive(HttpRow row) {
        requests.add(row.in(HttpRow.nothing("a comparison").request()).example());
    }

    @When("the request is compared to the expected one")
    public void compareRequest() {
        compareRequests();
    }

    @When("the requests are compared to the expected one")
    public void compareRequests() {
        RequestPlan plan = PlanCompiler.request(expectedRequest, world.version());
        List<Mismatch> found = requests.stream()
                .flatMap(request -> plan.match(request).mismatches().stream())
                .toList();
        assertThat(plan.problems()).isEmpty();
        world.differs(() -> found);
    }

    @Given("an expected response configured with the following:")
    public void expectedResponse(DataTable table) {
        for (HttpRow row : world.rows(table)) {
            expectedResponse = row.in(expectedResponse);
        }
    }

    @Given("a status {int} response is received")
    public void responded(int status) {
        response = HttpResponse.of(status);
    }

    @When("the response is compared to the expected one")
    public void compareResponse() {
        ResponsePlan plan = PlanCompiler.response(expectedResponse, world.version());
        List<Mismatch> found = plan.match(response).mismatches();
        assertThat(plan.problems()).isEmpty();
        world.differs(() -> found);
    }

    @Then("the (response )comparison should be OK")
    public void fine() {
        assertThat(world.mismatches()).isEmpty();
    }

    @Then("the (response )comparison should NOT be OK")
    public void notFine() {
        assertThat(world.mismatches()).isNotEmpty();
    }
}
