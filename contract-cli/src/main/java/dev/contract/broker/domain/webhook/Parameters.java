package dev.contract.broker.domain.webhook;

import dev.contract.broker.domain.Pact;
import dev.contract.broker.domain.Party;
import dev.contract.broker.domain.Transaction;
import dev.contract.broker.domain.Verification;
import dev.contract.broker.domain.Version;
import dev.contract.broker.domain.WebhookEvent;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the requests of webhooks can say about a contract, by the names that stand behind {@code pactbroker.}. Immutable. */
public final class Parameters {
    private final Pact pact;
    private final Transaction kept;
    private final Addresses addresses;
    private final @Nullable Version provider;
    private final String description;
    private final @Nullable Verification result;

    public Parameters(Pact pact, Transaction kept, Addresses addresses) {
        this(pact, kept, addresses, null, "", null);
    }

    private Parameters(
            Pact pact,
            Transaction kept,
            Addresses addresses,
            @Nullable Version provider,
            String description,
            @Nullable Verification result) {
        this.pact = pact;
        this.kept = kept;
        this.addresses = addresses;
        this.provider = provider;
        this.description = description;
        this.result = result;
    }

    /** The same about a result of the contract. */
    public Parameters of(Verification verification) {
        return new Parameters(pact, kept, addresses, verification.provider(), "", verification);
    }

    /** The same about a version of the provider. */
    Parameters of(Version version) {
        return new Parameters(pact, kept, addresses, version, "", null);
    }

    Parameters of(MissingResult missing) {
        return new Parameters(pact, kept, addresses, missing.provider(), missing.description(), null);
    }

    Pact pact() {
        return pact;
    }

    @Nullable
    Verification result() {
        return result;
    }

    /** All values; those that do not apply are empty. */
    public Map<String, String> values(WebhookEvent event) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("eventName", event.text());
        putSide(values, "consumer", pact.consumer().owner(), pact.consumer());
        putSide(values, "provider", pact.provider(), provider);
        values.put("providerVersionDescriptions", description);
        values.put("pactUrl", addresses.contract(pact));
        values.put("verificationResultUrl", result == null ? "" : addresses.result(pact, result));
        values.put("buildUrl", text(result == null ? pact.consumer().buildUrl() : result.buildUrl()));
        values.put("currentlyDeployedProviderVersionNumber", deployed());
        values.put("githubVerificationStatus", status("pending", "success", "failure"));
        values.put("bitbucketVerificationStatus", status("INPROGRESS", "SUCCESSFUL", "FAILED"));
        values.put("gitlabVerificationStatus", status("pending", "success", "failed"));
        values.put("azureDevOpsVerificationStatus", status("pending", "succeeded", "failed"));
        return values;
    }

    private void putSide(Map<String, String> values, String side, Party party, @Nullable Version version) {
        values.put(side + "Name", party.name().value());
        values.put(side + "Labels", joined(kept.pacticipants().labels(party)));
        values.put(
                side + "VersionNumber", version == null ? "" : version.number().value());
        values.put(
                side + "VersionTags",
                version == null
                        ? ""
                        : joined(kept.tags().of(version), tag -> tag.name().value()));
        values.put(
                side + "VersionBranch",
                version == null
                        ? ""
                        : joined(
                                kept.branches().of(version),
                                member -> member.branch().name().value()));
    }

    private String deployed() {
        return kept.deployments().deployed(pact.provider()).stream()
                .map(each -> each.version().number().value())
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private String status(String pending, String success, String failure) {
        if (result == null) {
            return pending;
        }
        return result.success() ? success : failure;
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static String joined(Collection<String> texts) {
        return String.join(", ", texts);
    }

    private static <T> String joined(Collection<T> values, Function<T, String> text) {
        return values.stream().map(text).collect(Collectors.joining(", "));
    }

    /** The names of all parameters, for tests of webhooks that have nothing to be about yet. */
    public static Map<String, String> examples(WebhookEvent event) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("eventName", event.text());
        Stream.of("consumer", "provider").forEach(side -> {
            values.put(side + "Name", "example-" + side);
            values.put(side + "Labels", "");
            values.put(side + "VersionNumber", "1");
            values.put(side + "VersionTags", "");
            values.put(side + "VersionBranch", "main");
        });
        values.put("providerVersionDescriptions", "");
        values.put("pactUrl", "https://broker.example/an-example-pact");
        values.put("verificationResultUrl", "https://broker.example/an-example-result");
        values.put("buildUrl", "https://ci.example/1");
        values.put("currentlyDeployedProviderVersionNumber", "");
        values.put("githubVerificationStatus", "success");
        values.put("bitbucketVerificationStatus", "SUCCESSFUL");
        values.put("gitlabVerificationStatus", "success");
        values.put("azureDevOpsVerificationStatus", "succeeded");
        return values;
    }
}
