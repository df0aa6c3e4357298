package dev.contract.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contract.core.matching.Mismatch;
import io.cucumber.java.en.Then;
import java.util.function.Predicate;

/** What differs, whoever found it: a stub or a comparison. */
public final class MismatchSteps {
    private final World world;

    public MismatchSteps(World world) {
        this.world = world;
    }

    @Then("the mismatches will contain a {string} mismatch with error {string}")
    public void ofKind(String kind, String error) {
        contains(each -> each.kind().text().equals(kind) && says(each, error));
    }

    @Then("the mismatches will contain a {string} mismatch with path {string} with error {string}")
    public void ofKindAt(String kind, String path, String error) {
        contains(each -> each.kind().text().equals(kind) && each.where().equals(path) && says(each, error));
    }

    @Then("the mismatches will contain a mismatch with error {string} -> {string}")
    public void at(String path, String error) {
        contains(each -> each.where().equals(path) && says(each, error));
    }

    @Then("the response mismatches will contain a {string} mismatch with error {string}")
    public void ofResponse(String kind, String error) {
        ofKind(kind, error);
    }

    private static boolean says(Mismatch mismatch, String error) {
        return Wording.fits(error, mismatch.message());
    }

    private void contains(Predicate<Mismatch> wanted) {
        assertThat(world.mismatches()).anyMatch(wanted);
    }
}
