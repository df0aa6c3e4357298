package dev.contract.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contract.core.problem.Problem;
import dev.contract.provider.InteractionResult;
import dev.contract.provider.report.ConsoleReport;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The run of a verification, and what it tells. */
public final class ResultSteps {
    private final Verification verification;

    public ResultSteps(Verification verification) {
        this.verification = verification;
    }

    @When("the verification is run")
    public void run() {
        verification.run();
    }

    @Then("the verification will be successful")
    public void successful() {
        assertThat(verification.refused()).isEmpty();
        assertThat(verification.result().success()).as(console()).isTrue();
    }

    @Then("the verification will NOT be successful")
    public void notSuccessful() {
        boolean refused = !verification.refused().isEmpty();
        assertThat(refused || !verification.result().success()).as(console()).isTrue();
    }

    @Then("the verification results will contain a(n) {string} error")
    public void contains(String error) {
        Stream<String> refusals = verification.refused().stream().map(Problem::what);
        assertThat(Stream.concat(refusals, errors(result -> !result.accepted())))
                .anyMatch(each -> Wording.fits(error, each));
    }

    @Then("there will be a pending {string} error")
    public void containsPending(String error) {
        assertThat(errors(InteractionResult::pending)).anyMatch(each -> Wording.fits(error, each));
    }

    private Stream<String> errors(Predicate<InteractionResult> of) {
        return verification.result().interactions().filter(of).flatMap(each -> each.outcome().errors().stream());
    }

    @Then(
            "a warning will be displayed that there was no provider state callback configured for provider state {string}")
    public void warned(String state) {
        assertThat(verification.result().warnings())
                .extracting(Problem::what)
                .contains("no handler for provider state \"" + state + "\"");
        assertThat(console()).contains("no handler for provider state \"" + state + "\"");
    }

    @Then("the comment {string} will have been printed to the console")
    public void printed(String comment) {
        assertThat(console().lines()).anyMatch(line -> line.matches("\\s+note\\s+\\Q" + comment + "\\E"));
    }

    @Then("the {string} will displayed as the original test name")
    public void printedTest(String name) {
        assertThat(console().lines()).anyMatch(line -> line.matches("\\s+test\\s+\\Q" + name + "\\E"));
    }

    private String console() {
        return ConsoleReport.detailed(verification.result());
    }
}
