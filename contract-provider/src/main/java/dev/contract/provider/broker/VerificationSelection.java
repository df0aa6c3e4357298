package dev.contract.provider.broker;

import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonBoolean;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonString;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which contracts a provider wants to verify.
 *
 * <p>Immutable.
 *
 * @param selectors as the broker's API has them, for example {@code {"mainBranch": true}}; with none the broker chooses: the main branch
 *     of every consumer, and what is deployed or supported anywhere
 * @param providerBranch the branch that the provider is built from; null when it is not known
 * @param pending whether contracts that the provider never fulfilled may fail without failing the build
 * @param workInProgressSince a date such as {@code 2026-08-01}: also contracts of unmerged branches since then; null for none
 */
public record VerificationSelection(
        List<JsonObject> selectors,
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

    JsonObject toJson() {
        JsonObject.Builder json = JsonObject.builder()
                .put("consumerVersionSelectors", JsonArray.of(selectors))
                .put("includePendingStatus", JsonBoolean.of(pending));
        if (providerBranch != null) {
            json.put("providerVersionBranch", providerBranch);
        }
        if (!providerTags.isEmpty()) {
            json.put(
                    "providerVersionTags",
                    JsonArray.of(providerTags.stream().map(JsonString::of).toList()));
        }
        if (workInProgressSince != null) {
            json.put("includeWipPactsSince", workInProgressSince);
        }
        return json.build();
    }
}
