package dev.contract.provider.broker;

import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonBoolean;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonString;
import dev.contract.core.problem.Problem;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which contracts a provider wants to verify.
 *
 * <pre>{@code
 * VerificationSelection.of(mainBranch(), deployedOrReleased()).withProvider(version).withPending()
 * }</pre>
 *
 * <p>Immutable.
 *
 * @param selectors what is wanted, one or more contracts each; with none the broker chooses: the main branch of every consumer, and what is
 *     deployed or supported anywhere
 * @param providerBranch the branch that the provider is built from; null when it is not known
 * @param providerTags the tags of the version that is built
 * @param pending whether contracts that the provider never fulfilled may fail without failing the build
 * @param workInProgressSince a date such as {@code 2026-08-01}, or a time: also contracts of unmerged branches since then; null for none
 */
public record VerificationSelection(
        List<ConsumerVersionSelector> selectors,
        @Nullable String providerBranch,
        List<String> providerTags,
        boolean pending,
        @Nullable String workInProgressSince) {

    /** What the broker chooses when nothing is asked for. */
    public static final VerificationSelection DEFAULT =
            new VerificationSelection(List.of(), null, List.of(), false, null);

    public VerificationSelection {
        selectors = List.copyOf(selectors);
        providerTags = List.copyOf(providerTags);
    }

    /** What one selector or another selects. */
    public static VerificationSelection of(ConsumerVersionSelector... selectors) {
        return new VerificationSelection(List.of(selectors), null, List.of(), false, null);
    }

    /** The same for a provider of this branch and these tags: what is pending, and what matches, depends on them. */
    public VerificationSelection withProvider(ProviderVersion version) {
        return new VerificationSelection(selectors, version.branch(), version.tags(), pending, workInProgressSince);
    }

    /** The same, where contracts that the provider's branch never fulfilled may fail without failing the build. */
    public VerificationSelection withPending() {
        return new VerificationSelection(selectors, providerBranch, providerTags, true, workInProgressSince);
    }

    /** The same and the contracts of unmerged branches since a day, which may fail without failing the build. */
    public VerificationSelection withWorkInProgressSince(LocalDate day) {
        return new VerificationSelection(selectors, providerBranch, providerTags, pending, day.toString());
    }

    /** In words, what is asked for: one line each. */
    List<String> words() {
        List<String> words = new ArrayList<>();
        selectors.forEach(selector -> words.add(selector.words(providerBranch)));
        if (selectors.isEmpty()) {
            words.add("main branch, and deployed or released (no selector was given)");
        }
        if (workInProgressSince != null) {
            words.add("work in progress since " + workInProgressSince);
        }
        return words;
    }

    /** What cannot be answered, or would be passed over in silence. */
    List<Problem> problems() {
        List<Problem> problems = new ArrayList<>();
        if (providerBranch == null) {
            selectors.stream()
                    .filter(ConsumerVersionSelector::needsProviderBranch)
                    .map(selector -> Problem.error(
                                    SelectorRules.CODE, "\"matchingBranch\" needs the branch of the provider")
                            .at("selector " + selector)
                            .mend("give it by .withProvider(version), or --provider-branch"))
                    .forEach(problems::add);
        }
        if (workInProgressSince != null && providerBranch == null && providerTags.isEmpty()) {
            problems.add(Problem.warning(
                            SelectorRules.CODE, "there is no work in progress for a provider without branch and tags")
                    .found("contracts since " + workInProgressSince + " are asked for")
                    .mend("give the branch by .withProvider(version), or --provider-branch"));
        }
        return problems;
    }

    JsonObject toJson() {
        JsonObject.Builder json = JsonObject.builder();
        if (providerBranch != null) {
            json.put("providerVersionBranch", providerBranch);
        }
        if (!providerTags.isEmpty()) {
            json.put(
                    "providerVersionTags",
                    JsonArray.of(providerTags.stream().map(JsonString::of).toList()));
        }
        json.put(
                        "consumerVersionSelectors",
                        JsonArray.of(selectors.stream()
                                .map(ConsumerVersionSelector::json)
                                .toList()))
                .put("includePendingStatus", JsonBoolean.of(pending));
        if (workInProgressSince != null) {
            json.put("includeWipPactsSince", workInProgressSince);
        }
        return json.build();
    }
}
